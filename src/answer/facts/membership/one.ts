import type { Entity } from '../../../knowledge/model.ts';
import { dateWords, whenWords } from '../../../text/date-words.ts';
import { stem } from '../../../text/stem.ts';
import { inGrain } from '../../grain.ts';
import type { Query } from '../../query.ts';
import { anchorDay } from '../anchor.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { shortName, sinceWords, tieEvidence, tiesTo } from '../relations.ts';
import { type Asked, article, evidenceOf, statusTies } from './asked.ts';
import { readEarlier } from './earlier.ts';

/** A country without any tie: nothing says that it is one, which is not the same as that it is not. */
function unknownTo(asked: Asked, country: Entity): Fact | undefined {
  const members = tiesTo(asked.library, asked.organisation.id, 'member of', asked.query.today.toString());
  const [first] = members;
  if (first === undefined) return undefined;
  const name = shortName(asked.organisation);
  const reason = `Nothing here says that ${country.name} is ${article(asked.status)} ${asked.status} of the ${name}.`;
  return {
    type: 'none',
    reason,
    nearest: [tieEvidence(members.at(-1) ?? first, asked.library)],
    how: 'relations: unknown',
  };
}

/** One country: when it got a status, whether it has it; a false premise is put right with the status it has. */
export function readOne(asked: Asked): Fact | undefined {
  const [country, other] = asked.countries;
  if (country === undefined || (other !== undefined && asked.query.wanted !== 'yes-no')) return undefined;
  if (other !== undefined) return readEarlier(asked, country, other);
  if (asksMore(asked.query)) return undefined;
  const known = statusTies(asked, country);
  const name = shortName(asked.organisation);
  const now = known.filter((tie) => tie.relation.to === undefined).at(-1) ?? known.at(-1);
  const hit = known.find((tie) => tie.status === asked.status);
  const question = asked.query.wanted === 'yes-no';
  if (asked.query.future && hit === undefined) {
    const nearest = now === undefined ? [] : [tieEvidence(now, asked.library)];
    const today =
      now === undefined
        ? ''
        : ` It has been ${article(now.status)} ${now.status}${sinceWords(now.relation.from)}.`;
    return {
      type: 'none',
      reason: `Nothing here says when ${country.name} will become a ${asked.status} of the ${name}.${today}`,
      nearest,
      how: 'relations: to come',
    };
  }
  if (hit === undefined) {
    if (now === undefined) return unknownTo(asked, country);
    const text = `${question ? 'No. ' : ''}${country.name} is not ${article(asked.status)} ${asked.status} of the ${name}. It has been ${article(now.status)} ${now.status}${sinceWords(now.relation.from)}.`;
    return factAnswer([[text, evidenceOf([now], asked)]], 'relations: false premise');
  }
  const window = windowOf(asked);
  const date = hit.relation.from;
  if (date === undefined) return undefined;
  if (question && window !== undefined && date > window.until) {
    const before = known.filter((tie) => (tie.relation.from ?? '') <= window.until && tie !== hit).at(-1);
    const then =
      before === undefined
        ? ''
        : ` It had been ${article(before.status)} ${before.status}${sinceWords(before.relation.from)}.`;
    return factAnswer(
      [
        [
          `No. ${country.name} became ${article(asked.status)} ${asked.status} of the ${name} only ${whenWords(date)}.${then}`,
          evidenceOf([hit], asked),
        ],
      ],
      'relations: not yet',
    );
  }
  const over = hit.relation.to === undefined ? '' : `, until ${dateWords(hit.relation.to)}`;
  const earlier = known.filter((tie) => tie !== hit && (tie.relation.from ?? '9') < date);
  const past =
    earlier.length === 0
      ? ''
      : ` Before that: ${earlier.map((tie) => `${tie.status}${sinceWords(tie.relation.from)}`).join(', ')}.`;
  const full = asked.status === 'member' ? 'full member' : asked.status;
  const text = `${question ? 'Yes. ' : ''}${country.name} became ${article(asked.status)} ${full} of the ${name} ${whenWords(inGrain(date, asked.query))}${over}.${past}`;
  return factAnswer([[text, evidenceOf([hit, ...earlier], asked)]], 'relations: one status');
}

/** The time asked about: named, or that of the event in a clause like `when the ministers met`. */
function windowOf(asked: Asked): { readonly until: string } | undefined {
  const [named] = asked.query.times.windows;
  if (
    named !== undefined ||
    asked.query.wanted !== 'yes-no' ||
    !/\b(when|at the time)\b/.test(asked.query.folded)
  )
    return named;
  const day = anchorDay(asked.query, asked.library);
  return day === undefined ? undefined : { until: day };
}

const ownWords: ReadonlySet<string> = new Set(
  `member membership memeber observer partner dialogue status join accede enter admit become promote upgrade belong full sco date day
organisation bloc group become make grant still already come sign`
    .split(/\s+/)
    .map(stem),
);

/** True for a word of the clause that only gives the time. */
const inClause = (word: string, query: Query): boolean =>
  new RegExp(`\\b(?:when|at the time)\\b.*\\b${word}`).test(query.folded.slice(1));

/** True when the question names something beside the country, the organisation and the status: `of its council of judges`. */
const asksMore = (query: Query): boolean =>
  query.terms.some(
    (term) => !inClause(term.said, query) && term.ids.length === 0 && !term.light && !ownWords.has(term.stem),
  );
