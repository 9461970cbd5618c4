import { dateWords, rangeWords } from '../../text/date-words.ts';
import { stem } from '../../text/stem.ts';
import type { Library } from '../library.ts';
import type { Evidence, NonEmpty } from '../model.ts';
import type { Query } from '../query.ts';
import { anchorDay } from './anchor.ts';
import { type Fact, factAnswer } from './fact.ts';
import { namesAnotherBody, organisationOf, shortName, type Tie, tieEvidence, tiesTo } from './relations.ts';

const about =
  /\b(chair|chairs|chairmanship|presidency|helm|chairing|chaired (?:the )?(?:sco|organi[sz]ation|bloc|group))\b/;
const elsewhere =
  /\b(council|meeting|session|prime ministers?|premiers?|rats|anti-terror\w*|forum|emblem|logo|slogan|theme|plans?|priorit\w+|said|told|why|congress|commission|talks|many|events?)\b/;

/** The rotating chair: who held it at a time, who took over, before and after whom, and when. */
export function readChair(query: Query, library: Library): Fact | undefined {
  if (!about.test(query.folded)) return undefined;
  const clause = query.folded.replace(/\b(when|at the time|during|as)\b.*$/, '');
  if (elsewhere.test(clause) || asksMore(query, clause)) return undefined;
  // `who was in the chair when the heads of government met`: they have a chair of their own.
  if (
    /\bin the chair\b/.test(query.folded) &&
    /\b(heads? of government|prime ministers?|premiers?|ministers|council)\b/.test(query.folded)
  )
    return undefined;
  // One summit among many, told by more than its time: its event says who chaired it.
  if (/\bsummit\b/.test(clause) && /\b(?:first|video|online|virtual|extra\w*)\b/.test(clause))
    return undefined;
  const organisation = organisationOf(query, library);
  // `the joint SCO-ASEAN summit` has a chair of its own.
  if (organisation !== undefined && namesAnotherBody(query, organisation, library)) return undefined;
  if (organisation === undefined) return undefined;
  const terms = tiesTo(library, organisation.id, 'chair of').filter((tie) => tie.relation.from !== undefined);
  if (terms.length === 0) return undefined;
  const name = shortName(organisation);
  const tell = (tie: Tie, verb: string): Fact => {
    const evidence = [tieEvidence(tie, library)] as NonEmpty<Evidence>;
    const { note, to } = tie.relation;
    // Why no end is recorded belongs to the answer; how a term that is over is known stands in the record.
    const reservation = note === undefined || to !== undefined ? [] : [[note, evidence] as const];
    return factAnswer(
      [[`${tie.subject.name} ${verb} the chair of the ${name}${termWords(tie)}.`, evidence], ...reservation],
      'relations: chair',
    );
  };
  const named = terms.filter((tie) => query.mentions.some((mention) => mention.ids.includes(tie.subject.id)));
  const window = query.times.windows[0];
  // Countries take the chair again and again; without a time the last term is meant.
  const mentioned =
    named.find((tie) => window !== undefined && within(tie, window.from, window.until)) ?? named.at(-1);
  if (query.wanted === 'when')
    return mentioned === undefined
      ? undefined
      : tell(mentioned, /\b(end|hand)/.test(query.folded) ? 'held' : 'took');
  if (
    query.wanted === 'yes-no' ||
    query.wanted === 'said' ||
    query.wanted === 'happened' ||
    query.wanted === 'why'
  )
    return undefined;
  if (query.wanted === 'list') {
    const all = terms.filter((tie) => window === undefined || within(tie, window.from, window.until));
    const [head, ...rest] = all.map((tie) => tieEvidence(tie, library));
    if (all.length < 2 || head === undefined) return undefined;
    const list = all.map(
      (tie) =>
        `${tie.subject.name} (${termWords(tie)
          .replace(/^, | (?=since)/, '')
          .trim()})`,
    );
    return factAnswer(
      [[`The chair of the ${name}, in order: ${list.join(', ')}.`, [head, ...rest]]],
      'relations: chairs',
      0.9,
    );
  }
  const hasClause = /\b(when|at the time|as)\b/.test(query.folded);
  if (mentioned !== undefined && !hasClause) {
    const at = terms.indexOf(mentioned);
    const after = /\b(after|followed|succeeded|took over from|next)\b/.test(query.folded);
    const next = terms[/\b(before|preceded|handed)\b/.test(query.folded) ? at - 1 : after ? at + 1 : -1];
    return next === undefined ? undefined : tell(next, after ? 'took' : 'held');
  }
  if (window !== undefined && /\b(took|take|takes|taken|assumed|got|received|passed)\b/.test(query.folded)) {
    const taken = terms.find(
      (tie) => (tie.relation.from ?? '') >= window.from && (tie.relation.from ?? '') <= window.until,
    );
    if (taken !== undefined) return tell(taken, 'took over');
  }
  return holding(query, library, terms, tell);
}

/** Words that ask for nothing but who had the chair, or when. */
const plain: ReadonlySet<string> = new Set(
  `chair presidency helm rotate hold head take over assume hand pass get receive lead run country member state nation sco organisation
bloc group term year current present turn end begin start finish next previous precede follow succeed before after last first order
list name charge serve month long office join summit current`
    .split(/\s+/)
    .map(stem),
);
/** So many other words ask for something else that is told of a chair. */
const others = 2;

const asksMore = (query: Query, clause: string): boolean =>
  query.terms.filter(
    (term) => clause.includes(term.said) && term.ids.length === 0 && !term.light && !plain.has(term.stem),
  ).length >= others;

function holding(
  query: Query,
  library: Library,
  terms: readonly Tie[],
  tell: (tie: Tie, verb: string) => Fact,
): Fact | undefined {
  const day = anchorDay(query, library) ?? query.today.toString();
  const running = terms.filter((tie) => within(tie, day, day));
  // On the day of a handover the chair had been the old one's when things happened.
  const holder = running[0];
  if (holder === undefined) return undefined;
  const next = running[1];
  const fact = tell(holder, holder.relation.to === undefined ? 'has held' : 'held');
  if (next === undefined || fact.type !== 'answer') return fact;
  const evidence = [tieEvidence(next, library)] as NonEmpty<Evidence>;
  const [first, ...rest] = fact.claims;
  const passed = {
    text: `It passed to ${next.subject.name} on ${dateWords(next.relation.from ?? '')}.`,
    certainty: 'stated' as const,
    evidence,
  };
  return { ...fact, claims: [first, ...rest, passed] };
}

const within = (tie: Tie, from: string, until: string): boolean =>
  (tie.relation.from ?? '') <= until &&
  (tie.relation.to === undefined || tie.relation.to >= from.slice(0, tie.relation.to.length));

function termWords(tie: Tie): string {
  const { from, to } = tie.relation;
  if (from === undefined) return '';
  return to === undefined ? ` since ${dateWords(from)}` : `, ${rangeWords(from, to)}`;
}
