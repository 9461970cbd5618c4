import { editDistance, forgiven } from '../text/edit-distance.ts';
import type { TimeReading } from '../text/time-expressions.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library, Posting } from './library.ts';
import type { Query, Term } from './query.ts';
import type { Unit } from './unit.ts';

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

interface Weighed {
  readonly term: Term;
  readonly weight: number;
  readonly hits: ReadonlyMap<number, number>;
  /** How many units hold it well. */
  readonly strong: number;
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
  const uncovered = weighed.filter((each) => (each.hits.get(at) ?? 0) < 0.35).map((each) => each.term);
  const score = coverage + 0.08 * headShare(unit, weighed) + agreement(unit, query, library);
  const strangers = weighed
    .filter(
      (each) =>
        isProper(each.term, query, library) &&
        each.strong > 0 &&
        each.strong <= 15 &&
        (each.hits.get(at) ?? 0) < 0.35,
    )
    .map((each) => each.term.said);
  return { unit, coverage, score, uncovered, strangers };
}

/** A person, place or country that the question names in so many letters. */
const isProper = (term: Term, query: Query, library: Library): boolean =>
  query.mentions.some((mention) => mention.said === term.said) &&
  term.ids.some((id) => library.gazetteer.entities.get(id)?.kind !== 'organisation');

function weigh(term: Term, library: Library): Weighed {
  const hits = new Map<number, number>();
  const add = (postings: readonly Posting[] | undefined, worth: number): void => {
    for (const [at, weight] of postings ?? []) {
      if ((hits.get(at) ?? 0) < weight * worth) hits.set(at, weight * worth);
    }
  };
  for (const id of term.ids) {
    add(library.entities.get(id), 1);
    const country = library.gazetteer.countryOfCapital.get(id);
    if (country !== undefined) add(library.entities.get(country), 0.75);
  }
  if (term.ids.length === 0) {
    add(library.stems.get(term.stem), 1);
    for (const [other, worth] of synonymsOf(term.stem)) add(library.stems.get(other), worth);
    if (hits.size === 0)
      for (const other of nearWords(term.said, library)) add(library.stems.get(other), 0.7);
  } else add(library.stems.get(term.stem), 0.9);
  const strong = [...hits.values()].filter((worth) => worth >= 0.5).length;
  const frequency = Math.max(strong, 1);
  const weight = Math.log(1 + library.units.length / frequency) * (term.focus === undefined ? 1 : 1.3);
  return { term, weight, hits, strong };
}

/** Words of the evidence a slip or two away from one that it does not hold. */
function nearWords(word: string, library: Library): readonly string[] {
  const most = forgiven(word);
  if (most === 0) return [];
  const near: string[] = [];
  for (const other of library.vocabulary.get(word[0] ?? '') ?? []) {
    if (Math.abs(other.length - word.length) <= most && editDistance(word, other, most) <= most)
      near.push(other);
  }
  return near;
}

/** True when what the unit tells happened in the time that the question names. */
export function agreesInTime(unit: Unit, times: TimeReading, today: Temporal.PlainDate): boolean {
  if (unit.from === '') return times.windows.length === 0 && times.monthDay === undefined;
  if (times.monthDay !== undefined && !holdsDay(unit, times.monthDay)) return false;
  if (times.windows.length === 0) return true;
  return times.windows.some((window) => {
    if (unit.from <= window.until && unit.until >= window.from) return true;
    // A text that names a past year may tell of it; one that names a coming year tells of a plan.
    const past = window.from <= today.toString();
    return past && window.grain === 'year' && unit.numbers.has(window.from.slice(0, 4));
  });
}

/** False when only a year that the text mentions agrees, not the date of what it tells. */
const trulyInTime = (unit: Unit, times: TimeReading): boolean =>
  times.windows.length === 0 ||
  times.windows.some((window) => unit.from <= window.until && unit.until >= window.from);

const holdsDay = (unit: Unit, monthDay: string): boolean =>
  unit.from.slice(5) <= monthDay &&
  unit.until.slice(5) >= monthDay &&
  unit.from.slice(0, 4) === unit.until.slice(0, 4);

/** Small rewards and fines for the type of answer that is wanted. */
function agreement(unit: Unit, query: Query, library: Library): number {
  const event = unit.source.type === 'event' ? unit.source.event : undefined;
  let sum = event === undefined ? 0 : 0.03;
  if (unit.source.type === 'entity') sum -= 0.06;
  if (!trulyInTime(unit, query.times)) sum -= 0.15;
  if (
    event?.kind === 'statement' &&
    /\b(announc|said|say|told|tell|reveal|confirm|declar|claim|warn|urg|call)/.test(query.folded)
  )
    sum += 0.04;
  if (event?.status === 'announced') sum -= 0.05;
  if (event?.confidence === 'low') sum -= 0.03;
  switch (query.wanted) {
    case 'who':
      return sum + (holdsOther(unit, query, library, 'person') ? 0.04 : -0.15);
    case 'when':
      return sum + (event === undefined ? -0.05 : 0.03);
    case 'where':
      return (
        sum + (event?.place?.city !== undefined || holdsOther(unit, query, library, 'place') ? 0.03 : -0.15)
      );
    case 'count':
    case 'amount':
      return sum + (holdsNumber(unit) ? 0.06 : -0.15) + dimension(unit, query.folded);
    case 'said':
      return (
        sum +
        (unit.source.type === 'statement' || unit.source.type === 'quotation' || event?.kind === 'statement'
          ? 0.04
          : 0)
      );
    case 'list':
      return sum + Math.min(0.1, 0.02 * countOthers(unit, query, library));
    case 'which-country':
    case 'happened':
    case 'why':
    case 'yes-no':
    case 'definition':
    case 'open':
      return sum;
  }
}

/** `how long` wants kilometres or hours, `what share` percent, `how much` money. */
export function dimension(unit: Unit, folded: string): number {
  const text = `${unit.title} ${unit.text}`.toLowerCase();
  const fits = (pattern: RegExp): number => (pattern.test(text) ? 0.08 : -0.08);
  if (/\bhow (long|far)\b|\blen(gth|ght)\b/.test(folded))
    return fits(/\b\d[\d,.]*-?\s?(km|kilomet|metre|mile)|(hour|minute|day|week|month|year)s?\b/);
  if (/\b(share|percent\w*|proportion|rate)\b/.test(folded)) return fits(/per ?cent|%/);
  if (/\bhow (high|deep|tall)\b/.test(folded)) return fits(/metre|km/);
  if (/\bhow old\b/.test(folded)) return fits(/\byear-old\b|years old|\baged\b|\bborn\b/);
  if (/\bhow much\b|\b(cost|worth|surplus|deficit|turnover|money)\b/.test(folded))
    return fits(/dollar|rupee|yuan|rouble|euro|billion|million|percent|ton/);
  return 0;
}

/** Countries that the unit itself names and the question does not. */
function countOthers(unit: Unit, query: Query, library: Library): number {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  return [...unit.entities].filter(
    ([id, weight]) => weight >= 1 && !asked.has(id) && library.gazetteer.entities.get(id)?.kind === 'country',
  ).length;
}

export const holdsOther = (unit: Unit, query: Query, library: Library, kind: 'person' | 'place'): boolean => {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  for (const [id, weight] of unit.entities) {
    if (weight >= 0.7 && !asked.has(id) && library.gazetteer.entities.get(id)?.kind === kind) return true;
  }
  return false;
};

const numberWords =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|hundred|thousand|million|billion|dozen)\b/;

/** True when the text gives a number that is not a date. */
export const holdsNumber = (unit: Unit, spans = true): boolean => {
  const text = `${unit.title} ${unit.text}`
    .toLowerCase()
    .replace(
      /\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|\b(?:19|20)\d\d\b/g,
      ' ',
    );
  const plain = text.replace(/\b\d+(?:st|nd|rd|th)\b/g, ' ');
  const counted = spans
    ? plain
    : plain.replace(
        /\b[\w]+-(?:day|year|week|month|hour)s?\b|\b(?:\w+) (?:days|years|weeks|months|hours|minutes)\b/g,
        ' ',
      );
  return /\d/.test(counted) || numberWords.test(counted);
};
