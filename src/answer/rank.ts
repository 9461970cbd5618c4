import { agreement } from './agreement.ts';
import { agreesInTime } from './agrees-in-time.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import type { Query, Term } from './query.ts';
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
  /** Names that are rare here and that the unit does not hold: it is about something else. */
  readonly strangers: readonly string[];
}

/** Worth from which a unit holds a term, and from which it holds one that the question turns on. */
const held = 0.35;
const heldWell = 0.5;

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

/** Orders the units by agreement with the question; only those in its time, at most `limit`. */
export function rank(query: Query, library: Library, limit = 12): readonly Ranked[] {
  const weighed = query.terms.map((term) => weigh(term, library));
  const total = weighed.reduce((sum, each) => sum + each.weight, 0);
  const sums = new Map<number, number>();
  for (const each of weighed) {
    for (const [at, worth] of each.hits) sums.set(at, (sums.get(at) ?? 0) + each.weight * worth);
  }
  if (weighed.length === 0) for (const at of library.units.keys()) sums.set(at, 0);
  const inTime = [...sums].filter(([at]) =>
    agreesInTime(library.units[at] as Unit, query.times, query.today),
  );
  return inTime
    .map(([at, sum]) =>
      rankUnit(library.units[at] as Unit, at, total === 0 ? 1 : sum / total, weighed, query, library),
    )
    .sort((left, right) => right.score - left.score || (left.unit.id < right.unit.id ? -1 : 1))
    .slice(0, limit);
}

function rankUnit(
  unit: Unit,
  at: number,
  coverage: number,
  weighed: readonly Weighed[],
  query: Query,
  library: Library,
): Ranked {
  const uncovered = weighed
    .filter((each) => (each.hits.get(at) ?? 0) < (each.term.focus === undefined ? held : heldWell))
    .map((each) => each.term);
  const score = coverage + 0.08 * headShare(unit, weighed) + agreement(unit, query, library);
  const strangers = weighed
    .filter(
      (each) =>
        isProper(each.term, query, library) &&
        each.strong > 0 &&
        each.strong <= 15 &&
        (each.hits.get(at) ?? 0) < held,
    )
    .map((each) => each.term.said);
  return { unit, coverage, score, uncovered, strangers };
}

/** A person, place or country that the question names in so many letters. */
const isProper = (term: Term, query: Query, library: Library): boolean =>
  query.mentions.some((mention) => mention.said === term.said) &&
  term.ids.some((id) => library.gazetteer.entities.get(id)?.kind !== 'organisation');
