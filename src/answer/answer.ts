import type { KnowledgeReader, Scope } from '../store/ports.ts';
import { dateWords } from '../text/date-words.ts';
import { answerPart, type PartAnswer } from './answer-part.ts';
import { withArticles } from './articles/with-articles.ts';
import { nothingSentence } from './ask-json.ts';
import { libraryOf } from './fetch.ts';
import type { Library } from './library.ts';
import type { Answer, Claim, NonEmpty, Receipt } from './model.ts';
import type { Query } from './query.ts';
import { type Part, splitParts } from './split-parts.ts';
import { understand } from './understand.ts';

/** The answer and how it came about; the caller gives the receipt its id. */
export interface Outcome {
  readonly answer: Answer;
  readonly receipt: Omit<Receipt, 'id'>;
}

/**
 * Answers a question from the knowledge of a scope, with evidence for every sentence, or says what is not here.
 * @param now the reader's present: `last year`, `today` are taken from it
 */
export async function answerQuestion(
  question: string,
  now: Temporal.ZonedDateTime,
  knowledge: KnowledgeReader,
  scope: Scope,
): Promise<Outcome> {
  const { library, version } = await libraryOf(knowledge, scope, 'without own articles');
  const today = now.toPlainDate();
  const parts: PartAnswer[] = [];
  for (const part of splitParts(question)) {
    const query = inContext(part, today, library);
    const soon = soonAfter(part, parts[0], today, library);
    const found = soon === undefined ? undefined : answerPart(soon, library);
    const told = found === undefined || found.claims.length === 0 ? answerPart(query, library) : found;
    parts.push(await withArticles(told, query, library, knowledge, scope));
  }
  const answer = joinParts(parts, question, library);
  return { answer, receipt: receiptOf(question, now, scope, version, parts, answer) };
}

/** How long before and after what a first part told a second one without name or time of its own is looked for, in days. */
const near = { before: 7, after: 60 } as const;

/** `and who was made interim leader?`: asks about the days of what the first part told. */
function soonAfter(
  part: Part,
  first: PartAnswer | undefined,
  today: Temporal.PlainDate,
  library: Library,
): Query | undefined {
  const date = first?.claims[0]?.evidence[0].date;
  if (part.follows !== true || date?.length !== 10) return undefined;
  const query = understand(part.text, today, library);
  if (query.times.windows.length > 0 || query.mentions.length > 0 || query.terms.length < 2) return undefined;
  const day = Temporal.PlainDate.from(date);
  const window = {
    from: day.subtract({ days: near.before }).toString(),
    until: day.add({ days: near.after }).toString(),
    grain: 'span' as const,
    said: '',
  };
  return { ...query, times: { ...query.times, windows: [window] } };
}

/** A part with the names, the time and (for a thing) the words that its pronoun stands for. */
function inContext(part: Part, today: Temporal.PlainDate, library: Library): Query {
  const alone = understand(part.text, today, library);
  if (part.context === undefined) return alone;
  const before = understand(part.context, today, library);
  const same = part.elliptic === true ? sameOf(alone, before) : undefined;
  if (same !== undefined) return { ...understand(same, today, library), question: part.text };
  const people = before.mentions.filter((mention) =>
    mention.ids.some((id) => library.gazetteer.entities.get(id)?.kind === 'person'),
  );
  const ofPerson = /\b(he|she|him|her|his)\b/i.test(part.text) && people.length > 0;
  const words = ofPerson
    ? people.map((mention) => mention.said)
    : before.terms
        .filter((term) => term.focus === undefined || term.ids.length > 0)
        .map((term) => term.said)
        .concat(
          /\b(now|today|currently|these days)\b/i.test(part.text)
            ? []
            : before.times.windows.map((window) => window.said),
        );
  return { ...understand(`${part.text} ${words.join(' ')}`, today, library), question: part.text };
}

/** `and when Iran?` after `When did India become a member`: the first part, asked of the other name. */
function sameOf(part: Query, before: Query): string | undefined {
  const [other] = part.mentions;
  const [first] = before.mentions;
  return other === undefined || first === undefined
    ? undefined
    : before.folded.replace(first.said, other.said);
}

function joinParts(parts: readonly PartAnswer[], question: string, library: Library): Answer {
  const claims = uniqueClaims(parts.flatMap((part) => part.claims));
  const missing = parts.filter((part) => part.claims.length === 0);
  const [first, ...rest] = claims;
  if (first === undefined) return nothing(parts, question);
  const confidence = Math.min(
    ...parts.filter((part) => part.claims.length > 0).map((part) => part.confidence),
  );
  return {
    status: missing.length > 0 ? 'partial' : 'answered',
    claims: [first, ...rest] as NonEmpty<Claim>,
    missing: missing.map((part) => part.query.question),
    confidence,
    followUps: followUpsOf(parts, claims, library),
  };
}

/** Up to two questions near this one that do have answers. */
function followUpsOf(
  parts: readonly PartAnswer[],
  claims: readonly Claim[],
  library: Library,
): readonly string[] {
  const day = claims[0]?.evidence[0].date ?? '';
  const others = library.units.filter(
    (unit) => unit.source.type === 'event' && unit.from === day && unit.until === day,
  );
  const person = parts
    .flatMap((part) => part.query.mentions)
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .find((entity) => entity?.kind === 'person');
  const asked = parts.map((part) => part.query.folded).join(' ');
  return [
    ...(day.length === 10 && others.length > 1 && !asked.startsWith('what happened')
      ? [`What happened on ${dateWords(day)}?`]
      : []),
    ...(person !== undefined && !asked.startsWith('who is') ? [`Who is ${person.name}?`] : []),
  ];
}

function uniqueClaims(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => !seen.has(claim.text) && seen.add(claim.text));
}

function nothing(parts: readonly PartAnswer[], question: string): Answer {
  return {
    status: 'unanswered',
    reason: parts.map((part) => part.reason).find((reason) => reason !== '') ?? nothingSentence(question),
    missing: parts.map((part) => part.query.question),
    nearest: parts.flatMap((part) => part.nearest).slice(0, 2),
    confidence: Math.max(...parts.map((part) => part.confidence)),
  };
}

function receiptOf(
  question: string,
  now: Temporal.ZonedDateTime,
  workspace: Scope,
  dataVersion: string,
  parts: readonly PartAnswer[],
  answer: Answer,
): Omit<Receipt, 'id'> {
  const used =
    answer.status === 'unanswered'
      ? []
      : answer.claims.flatMap((claim) => claim.evidence.map((each) => each.id));
  return {
    question,
    now: now.toInstant().toString(),
    workspace,
    dataVersion,
    reading: parts.flatMap((part) => readingOf(part)),
    considered: parts.flatMap((part) =>
      part.considered.slice(0, 8).map((ranked, at) => ({
        id: ranked.id,
        title: ranked.title,
        score: Math.round(ranked.score * 1000) / 1000,
        verdict: used.includes(ranked.id) ? 'used' : at === 0 ? part.verdict : 'agrees less',
      })),
    ),
    status: answer.status,
    used: [...new Set(used)],
  };
}

function readingOf(part: PartAnswer): readonly string[] {
  const { query } = part;
  return [
    `Wanted: ${query.wanted}`,
    ...query.mentions.map((mention) => `Name: ${mention.said} → ${mention.ids.join(' or ')}`),
    ...query.times.windows.map((window) => `Time: ${window.said} → ${window.from} to ${window.until}`),
    `Words: ${query.terms.map((term) => (term.focus !== undefined ? `[${term.said}]` : term.said)).join(', ')}`,
  ];
}
