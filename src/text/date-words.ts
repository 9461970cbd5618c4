import type { PartialDate } from '../knowledge/model.ts';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `9 June 2017`, `December 2004` or `2007`: a date in words, with the precision it has and no finer. */
export function dateWords(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const name = month ? monthNames[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, name, year].filter((part) => part !== undefined).join(' ');
}

/** `on 9 June 2017`, `in December 2004`, `in 2007`. */
export function whenWords(date: PartialDate): string {
  return `${date.length === 10 ? 'on' : 'in'} ${dateWords(date)}`;
}

/** `14–15 June 2009`, `31 August – 1 September 2025`; the single date when start and end are the same. */
export function rangeWords(start: PartialDate, end?: PartialDate): string {
  if (end === undefined || end === start) return dateWords(start);
  if (start.length !== end.length) return `${dateWords(start)} – ${dateWords(end)}`;
  if (start.length === 10 && start.slice(0, 7) === end.slice(0, 7)) {
    return `${Number(start.slice(8))}–${dateWords(end)}`;
  }
  if (start.length >= 7 && start.slice(0, 4) === end.slice(0, 4)) {
    return `${dateWords(start).replace(/ \d{4}$/, '')} – ${dateWords(end)}`;
  }
  return `${dateWords(start)} – ${dateWords(end)}`;
}

/** `15 June`, for a month-day `06-15`. */
export function monthDayWords(monthDay: string): string {
  return `${Number(monthDay.slice(3))} ${monthNames[Number(monthDay.slice(0, 2)) - 1] ?? ''}`;
}

const monthNumber = (word: string): number =>
  monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

const pad = (value: number): string => String(value).padStart(2, '0');

const daysIn = (month: number): number => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

/** The outcome of reading a day that somebody typed. */
export type MonthDayReading =
  | { readonly state: 'read'; readonly monthDay: string }
  /** Well formed, but the calendar has no such day; `nearest` is the last day of that month. */
  | { readonly state: 'no-such-day'; readonly said: string; readonly nearest: string }
  | { readonly state: 'unread' };

const monthPattern = [
  ...monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`),
  'Sept\\.?',
].join('|');
const dayFirst = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(${monthPattern})(?:,?\\s+\\d{4})?$`,
  'i',
);
const monthFirst = new RegExp(`^(${monthPattern})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?$`, 'i');

const relativeDays: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/**
 * Reads `15 June`, `June 15`, `06-15`, `2026-06-15`, `today`, `tomorrow`, `yesterday` as a month and day.
 * A year is allowed and ignored.
 * @param today the reader's present, for the relative words
 */
export function readMonthDay(typed: string, today: Temporal.PlainDate): MonthDayReading {
  const said = typed.trim().replace(/\s+/g, ' ');
  const offset = relativeDays.get(said.toLowerCase());
  if (offset !== undefined) {
    const day = today.add({ days: offset });
    return { state: 'read', monthDay: `${pad(day.month)}-${pad(day.day)}` };
  }
  const iso = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return monthDayOf(Number(iso[1]), Number(iso[2]), said);
  const first = dayFirst.exec(said);
  if (first) return monthDayOf(monthNumber(first[2] ?? ''), Number(first[1]), said);
  const second = monthFirst.exec(said);
  if (second) return monthDayOf(monthNumber(second[1] ?? ''), Number(second[2]), said);
  return { state: 'unread' };
}

function monthDayOf(month: number, day: number, said: string): MonthDayReading {
  if (month < 1 || month > 12) return { state: 'unread' };
  if (day >= 1 && day <= daysIn(month)) return { state: 'read', monthDay: `${pad(month)}-${pad(day)}` };
  const nearest = `${pad(month)}-${pad(daysIn(month))}`;
  const named = /[a-z]/i.test(said) ? said : `${day} ${monthNames[month - 1]}`;
  return { state: 'no-such-day', said: named, nearest };
}
