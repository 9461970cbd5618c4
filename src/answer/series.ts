import { fold } from '../text/fold.ts';
import { councilOf } from './council.ts';
import { unitEvidence } from './evidence.ts';
import { summitSeries } from './facts/summits.ts';
import type { Library } from './library.ts';
import type { Claim } from './model.ts';
import type { Query } from './query.ts';
import { type Ranked, rank } from './rank.ts';
import { understand } from './understand.ts';
import type { Unit } from './unit.ts';
import { wordUnit } from './word-claim.ts';

/** What a question asks the neighbour of, on which side, and among what. */
interface Asked {
  readonly head: string;
  readonly side: 'before' | 'after';
  /** Words that the one named holds: a year, a place. */
  readonly pivot: readonly string[];
}

const sides: Readonly<Record<string, Asked['side']>> = {
  after: 'after',
  following: 'after',
  followed: 'after',
  succeeded: 'after',
  before: 'before',
  preceding: 'before',
  preceded: 'before',
  'prior to': 'before',
};
const form =
  /^(.*?)[, ]+(?:just |right |immediately |straight |directly |next )*(after|before|following|preceding|prior to|followed|succeeded|preceded) ([\p{L}\d' -]{2,44})[?.!]*$/u;

/** Words that only say that something is one of a series. */
const plain = new Set(
  "the one ones that in of at edition summit summits drill exercise year's year held".split(' '),
);

/** Share of the best member's agreement that the others of its series have. */
const alike = 0.8;
/** Longest pivot, in words that count: more is a clause and not a name. */
const longestPivot = 3;

/**
 * `Which town got the title after Qingdao?`, `Which exercise came before the one in 2012?`: the events of one kind in order
 * of time, and the one next to the one named. Undefined when the question is not of that form or the series has no such member.
 */
export function readSeries(
  query: Query,
  library: Library,
): { readonly claims: readonly Claim[]; readonly considered: readonly Ranked[] } | undefined {
  const asked = askedOf(query);
  if (asked === undefined) return undefined;
  const head = understand(
    asked.head.replace(/\b(came|come|comes|got|get|was|next|previous)\b/g, ' '),
    query.today,
    library,
  );
  const considered = head.terms.length < 2 ? [] : rank(head, library, 60);
  const holds = (unit: Unit): boolean => asked.pivot.every((word) => holdsPivot(unit, word));
  const alikes = seriesOf(considered, councilOf(asked.head));
  const series =
    summitSeries(head, library) ?? (/^what did\b/.test(query.folded) ? alikes : ofOneKind(alikes, holds));
  const at = asked.side === 'before' ? series.findIndex(holds) : series.findLastIndex(holds);
  const named = series[at];
  if (named === undefined) return undefined;
  const found =
    asked.side === 'before'
      ? series.slice(0, at).findLast((each) => !holds(each))
      : series.slice(at + 1).find((each) => !holds(each));
  if (found === undefined) return undefined;
  const claim = wordUnit(found);
  const evidence = [...claim.evidence, unitEvidence(named)] as const;
  return { claims: [{ ...claim, certainty: 'implied', evidence }], considered };
}

const wanted: ReadonlySet<Query['wanted']> = new Set([
  'where',
  'who',
  'open',
  'list',
  'when',
  'which-country',
]);

function askedOf(query: Query): Asked | undefined {
  if (!wanted.has(query.wanted) || !/^(which|what|who|where|when)\b/.test(query.folded)) return undefined;
  const [, head, direction, rest] = form.exec(query.folded) ?? [];
  const side = sides[direction ?? ''];
  const pivot = (rest ?? '')
    .replaceAll("'s", '')
    .split(/[ -]/)
    .filter((word) => word !== '' && !plain.has(word) && !/^(?:did|does|was|were)$/.test(word));
  if (head === undefined || side === undefined || pivot.length === 0 || pivot.length > longestPivot)
    return undefined;
  return { head, side, pivot };
}

/** Events that agree with the head about as well as the best one, oldest first; only those of a council that it names. */
function seriesOf(considered: readonly Ranked[], council?: string): readonly Unit[] {
  const events = considered.filter((ranked) => ranked.unit.source.type === 'event');
  const top = events[0]?.coverage ?? 0;
  if (top < 0.6) return [];
  return events
    .filter((ranked) => ranked.coverage >= top * alike)
    .map((ranked) => ranked.unit)
    .filter((unit) => council === undefined || councilOf(unit.title) === council)
    .sort((left, right) =>
      left.from === right.from ? (left.id < right.id ? -1 : 1) : left.from < right.from ? -1 : 1,
    );
}

/** Only events of the kind of the one named: what announces a drill is no drill. */
function ofOneKind(series: readonly Unit[], holds: (unit: Unit) => boolean): readonly Unit[] {
  const size = (kind: string): number => series.filter((unit) => kindOf(unit) === kind).length;
  const kinds = [...new Set(series.filter(holds).map(kindOf))];
  const [kind] = kinds.sort((left, right) => size(right) - size(left));
  return series.filter((unit) => kindOf(unit) === kind);
}

const kindOf = (unit: Unit): string => (unit.source.type === 'event' ? unit.source.event.kind : '');

function holdsPivot(unit: Unit, word: string): boolean {
  if (/^\d{4}$/.test(word)) return unit.from.startsWith(word) || unit.title.includes(word);
  const place =
    unit.source.type === 'event'
      ? `${unit.source.event.place?.city} ${unit.source.event.place?.country}`
      : '';
  return fold(`${unit.title} ${place}`).includes(word);
}
