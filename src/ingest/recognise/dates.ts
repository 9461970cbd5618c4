import type { TimeFound } from '../model.ts';
import { calendarDates } from './time/calendar-dates.ts';
import { clockTimes } from './time/clock-times.ts';
import { countedDates } from './time/counted-dates.ts';
import { durations } from './time/durations.ts';
import { holidays } from './time/holidays.ts';
import { nearUnits } from './time/near-units.ts';
import type { TimeContext, TimeRecogniser } from './time/recogniser.ts';
import { generalReferences } from './time/references.ts';
import { repetitions } from './time/repetitions.ts';
import { yearParts } from './time/seasons.ts';
import { tenseOf } from './time/tense.ts';
import { createBeginnings } from './time/time-words.ts';
import { unitOfValue } from './time/values.ts';
import { weekdayDates } from './time/weekdays.ts';
import { years } from './time/years.ts';

/**
 * Tried in this order at every word; the first that reads something takes the words. Times of day may end in a weekday,
 * dates may begin with one, so both come before weekdays; `two days ago` comes before `two days`, and bare years last.
 */
const recognisers: readonly TimeRecogniser[] = [
  ...clockTimes,
  ...calendarDates,
  ...weekdayDates,
  ...holidays,
  ...countedDates,
  ...nearUnits,
  ...yearParts,
  ...repetitions,
  ...years,
  ...durations,
  ...generalReferences,
];

const byFirst: ReadonlyMap<string, readonly TimeRecogniser[]> = Map.groupBy(
  recognisers.flatMap((recogniser) => [...new Set(recogniser.first)].map((first) => ({ first, recogniser }))),
  ({ first }) => first,
)
  .entries()
  .reduce(
    (table, [first, entries]) =>
      table.set(
        first,
        entries.map(({ recogniser }) => recogniser),
      ),
    new Map<string, readonly TimeRecogniser[]>(),
  );

/** How much of the text before and after a match its reader sees. */
const margin = 24;
/** How far the tense is looked for. */
const clauseReach = 110;
const word = /[0-9]+|[a-z\u00c0-\u024f]+/iy;

/** The dates, times, durations and repetitions of a text, from left to right, none inside another. */
export function findDates(text: string, published: Temporal.PlainDate): readonly TimeFound[] {
  const found: TimeFound[] = [];
  let anchor: string | undefined;
  const beginning = createBeginnings(text);
  for (let at = beginning(0); at >= 0; ) {
    word.lastIndex = at;
    const said = word.exec(text)?.[0] ?? '';
    const first = said.charCodeAt(0) < 58 ? '0' : said.toLowerCase();
    const hit = readAt(text, at, byFirst.get(first), published, anchor);
    at = beginning(hit?.end ?? at + said.length);
    if (hit === undefined) continue;
    found.push(hit);
    if (hit.type === 'DATE' && unitOfValue(hit.value) !== undefined) anchor = hit.value;
    else if (hit.type === 'TIME' && unitOfValue(hit.value) === 'day') anchor = hit.value.slice(0, 10);
  }
  return found;
}

function readAt(
  text: string,
  start: number,
  candidates: readonly TimeRecogniser[] | undefined,
  published: Temporal.PlainDate,
  anchor: string | undefined,
): TimeFound | undefined {
  if (candidates === undefined) return undefined;
  for (const { pattern, read } of candidates) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const reading = read(match, contextOf(text, start, start + match[0].length, published, anchor));
    if (reading === undefined) continue;
    const { length = match[0].trimEnd().length, ...rest } = reading;
    return { text: text.slice(start, start + length), start, end: start + length, ...rest };
  }
  return undefined;
}

function contextOf(
  text: string,
  start: number,
  end: number,
  published: Temporal.PlainDate,
  anchor: string | undefined,
): TimeContext {
  return {
    published,
    anchor,
    before: text.slice(Math.max(0, start - margin), start),
    after: text.slice(end, end + margin),
    tense: () => tenseOf(sentenceBefore(text, start), sentenceAfter(text, end)),
  };
}

/** What stands before in the same sentence, as far as the tense is looked for. */
function sentenceBefore(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - clauseReach), start);
  return near.split(/[.!?;]["'”’)]*\s+(?=["“‘'(]?\p{Lu})|\n\s*\n/u).at(-1) ?? '';
}

function sentenceAfter(text: string, end: number): string {
  return text.slice(end, end + clauseReach).split(/[.!?;]\s|\n\s*\n/u)[0] ?? '';
}
