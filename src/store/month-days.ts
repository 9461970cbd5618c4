import type { Event } from '../knowledge/model.ts';

/** Most days that are walked: longer than any year, so that every month and day has been met. */
const mostDays = 366;

/**
 * The months and days (`06-15`) on which an event happened, each once, in order of the calendar days.
 * Empty when the date is coarser than a day; the first day alone when its end is. 29 February counts only in years that have it.
 */
export function monthDaysOf({ date, endDate }: Pick<Event, 'date' | 'endDate'>): readonly string[] {
  if (!isDay(date)) return [];
  const first = Temporal.PlainDate.from(date);
  const last = endDate !== undefined && isDay(endDate) ? Temporal.PlainDate.from(endDate) : first;
  const days = Math.min(first.until(last, { largestUnit: 'days' }).days, mostDays);
  const walked = Array.from({ length: Math.max(days, 0) + 1 }, (_, more) => first.add({ days: more }));
  return [...new Set(walked.map((day) => day.toString().slice(-5)))];
}

const isDay = (date: string): boolean => date.length === 10;
