import { adjacency } from './adjacency.ts';
import { agreement } from './agreement.ts';
import { agreesInTime } from './agrees-in-time.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import type { Query, Term } from './query.ts';
import { isSpeech, speaks } from './speech.ts';
import type { Unit } from './unit.ts';
import { type Weighed, weigh } from './weigh.ts';

/** A unit with how well it agrees with the question. */
export interface Ranked {
  readonly unit: Unit;
  /** Weighted share of the question that the unit holds, 0..1. */
  readonly coverage: number;
  /** Coverage with what the type of answer and the time say. */
  readonly score: number;
  /** Terms that the unit does not hold (or only loosely). */
  readonly uncovered: readonly Term[];
  /** Share of the question's weight whose very words the unit holds, 0..1. */
  readonly literal: number;
  /** Share of the question that its title (or the sentence itself) holds. */
  readonly head: number;
  /** Largest share of the question's weight that lies in one word which it lacks. */
  readonly heaviest: number;
  /** Names that are rare here and that the unit does not hold: it is about something else. */
  readonly strangers: readonly string[];
}

/** Worth from which a unit holds a term, and from which it holds one that the question turns on. */
const held = 0.35;
const heldWell = 0.55;

/** Share of the question's weight that the title (or the sentence itself) holds. */
function headShare(unit: Unit, weighed: readonly Weighed[]): number {
  let sum = 0;
  let total = 0;
  for (const { term, weight } of weighed) {
    total += weight;
    if (unit.heads.has(term.stem)) sum += weight;
    else
      for (const [other, worth] of synonymsOf(term.stem))
        if (unit.heads.has(other)) {
          sum += weight * worth;
          break;
        }
  }
  return total === 0 ? 0 : sum / total;
}

/** How early in its title a unit speaks of what is asked, 0..1: `Fire on a ferry`, rather than `inquiry into the ferry fire`. */
function leads(unit: Unit, weighed: readonly Weighed[]): number {
  if (unit.source.type !== 'event') return 0;
  const doers = weighed.filter(({ term }) => term.focus === 'subject');
  const telling = doers.length > 0 ? doers : weighed;
  const asked = new Set(
    telling.filter(({ term }) => !term.light).flatMap(({ term }) => term.stem.split(' ')),
  );
  let at = 0;
  for (const head of unit.heads) {
    if (asked.has(head)) return 1 - at / unit.heads.size;
    at++;
  }
  return 0;
}

/** Orders the units by agreement with the question; only those in its time, at most `limit`. */
export function rank(query: Query, library: Library, limit = 12): readonly Ranked[] {
  const weighed = query.terms.map((term) => weigh(term, library));
  const total = weighed.reduce((sum, each) => sum + each.weight, 0);
  const sums = sumsOf(weighed, library.units.length);
  const found = [...library.units.keys()].filter((at) => weighed.length === 0 || (sums[at] ?? 0) > 0);
  const inTime = found.filter((at) => agreesInTime(library.units[at] as Unit, query));
  return nearest(inTime, sums, total, library)
    .map((at) =>
      rankUnit(
        library.units[at] as Unit,
        at,
        total === 0 ? 1 : (sums[at] ?? 0) / total,
        weighed,
        total,
        query,
        library,
      ),
    )
    .sort((left, right) => right.score - left.score || (left.unit.id < right.unit.id ? -1 : 1))
    .slice(0, limit);
}

/** By position of the unit: the weight of the question that it holds. */
function sumsOf(weighed: readonly Weighed[], count: number): Float64Array {
  const sums = new Float64Array(count);
  for (const { hits, weight } of weighed)
    for (let at = 0; at < count; at++) sums[at] = (sums[at] ?? 0) + weight * (hits[at] ?? 0);
  return sums;
}

/** Most units that are looked at closely, and how far below the best one's coverage they may be. */
const mostClosely = 200;
const withinReach = 0.4;

/** The units that can still come first once they are looked at closely: what the finer points add is less than the reach. */
function nearest(
  places: readonly number[],
  sums: Float64Array,
  total: number,
  library: Library,
): readonly number[] {
  const top = places.reduce((best, at) => Math.max(best, sums[at] ?? 0), 0);
  return places
    .filter((at) => (sums[at] ?? 0) >= top - withinReach * total)
    .sort((left, right) => (sums[right] ?? 0) - (sums[left] ?? 0) || idOrder(library, left, right))
    .slice(0, mostClosely);
}

const idOrder = (library: Library, left: number, right: number): number =>
  (library.units[left]?.id ?? '') < (library.units[right]?.id ?? '') ? -1 : 1;

function rankUnit(
  unit: Unit,
  at: number,
  coverage: number,
  weighed: readonly Weighed[],
  total: number,
  query: Query,
  library: Library,
): Ranked {
  const uncovered = weighed
    .filter(
      (each) =>
        !each.term.light &&
        (each.hits[at] ?? 0) < (each.term.focus === undefined ? held : heldWell) &&
        // Who talks, answers or briefs says something: one word of saying is told by another.
        !(each.term.focus === 'act' && isSpeech(each.term.stem) && speaks(unit)),
    )
    .map((each) => each.term);
  const head = headShare(unit, weighed);
  const score =
    coverage +
    0.08 * head +
    0.1 * adjacency(unit, query) +
    0.05 * leads(unit, weighed) +
    (weighed.some((each) => each.term.focus === 'act' && unit.heads.has(each.term.stem)) ? 0.04 : 0) +
    agreement(unit, query, library);
  const strangers = weighed
    .filter(
      (each) =>
        isProper(each.term, query, library) &&
        each.strong > 0 &&
        each.strong <= 15 &&
        (each.hits[at] ?? 0) < held,
    )
    .map((each) => each.term.said);
  const literal = weighed
    .filter(({ term }) => unit.stems.has(term.stem) || term.ids.some((id) => unit.entities.has(id)))
    .reduce((sum, { weight }) => sum + weight / Math.max(total, 1), 0);
  return {
    unit,
    coverage,
    score,
    uncovered,
    strangers,
    literal,
    head,
    heaviest: Math.max(
      0,
      ...weighed
        .filter(({ term }) => uncovered.includes(term))
        .map(({ weight }) => weight / Math.max(total, 1)),
    ),
  };
}

/** A person, place or country that the question names in so many letters. */
const isProper = (term: Term, query: Query, library: Library): boolean =>
  query.mentions.some((mention) => mention.said === term.said) &&
  term.ids.some((id) => library.gazetteer.entities.get(id)?.kind !== 'organisation');
