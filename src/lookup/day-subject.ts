import type { Library } from '../answer/library.ts';
import { dayItem } from '../digest/on-this-day.ts';
import { monthDayWords } from '../text/date-words.ts';
import { type Holdings, holdingsOfEvents, shelfOf } from './shelf.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A day or a few days of the year, whatever the year, and what is asked for on them. */
export interface DayAsked {
  readonly label: string;
  readonly monthDays: readonly string[];
  /** `India` in `India on 15 June`. */
  readonly topic?: string;
}

const pattern =
  /^(?:(?<topic>.+) on )?(?<day>\d{1,2}) (?<month>[a-z]+)(?: to (?<lastDay>\d{1,2}) (?<lastMonth>[a-z]+))?$/i;

/** Days that one subject spans at most: a week. */
const mostDays = 7;

/** Reads `15 June`, `India on 15 June`, `12 June to 18 June`; undefined for anything else, such as a date with a year. */
export function readDays(typed: string): DayAsked | undefined {
  const { topic, day, month, lastDay, lastMonth } = pattern.exec(typed.trim())?.groups ?? {};
  const first = dateOf(day, month);
  const last = lastDay === undefined ? first : dateOf(lastDay, lastMonth);
  if (first === undefined || last === undefined) return undefined;
  const span = first.until(last).days + 1;
  const length = span > 0 ? span : span + 366;
  if (length > mostDays) return undefined;
  const monthDays = Array.from({ length }, (_, index) => first.add({ days: index }).toString().slice(5));
  const words =
    length === 1 ? monthDayWords(monthDays[0] ?? '') : `${ends(monthDays[0])} to ${ends(monthDays.at(-1))}`;
  return { monthDays, label: words, ...(topic === undefined ? {} : { topic }) };
}

const ends = (monthDay = ''): string => monthDayWords(monthDay);

/** In a leap year, so that 29 February is a day. */
function dateOf(day = '', month = ''): Temporal.PlainDate | undefined {
  const at = months.indexOf(month.toLowerCase()) + 1;
  const number = Number(day);
  const longest = at === 0 ? 0 : Temporal.PlainYearMonth.from({ year: 2000, month: at }).daysInMonth;
  if (number < 1 || number > longest) return undefined;
  return Temporal.PlainDate.from({ year: 2000, month: at, day: number });
}

/** What happened on those days in any year up to the present, by the same rule as a digest of the day. */
export function holdingsOnDays(
  { monthDays }: DayAsked,
  today: Temporal.PlainDate,
  library: Library,
  within?: Holdings,
): Holdings {
  const events = within?.events ?? shelfOf(library).events;
  const found = events.filter((event) =>
    monthDays.some((monthDay) => dayItem(event, monthDay, today) !== undefined),
  );
  return holdingsOfEvents(new Set(found.map(({ id }) => id)), library);
}
