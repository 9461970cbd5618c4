import { daysOf } from '../text/time-expressions.ts';

/** A day as a number of years: `2023-07-02` is about 2023.5. */
export function yearNumber(day: string): number {
  const date = Temporal.PlainDate.from(day);
  return date.year + (date.dayOfYear - 1) / date.daysInYear;
}

/** The middle of a date of any precision: a month is drawn at its middle and not at its first day. */
export function middleOf(from: string, until: string): number {
  const first = Temporal.PlainDate.from(from);
  const days = first.until(Temporal.PlainDate.from(until)).days;
  return yearNumber(first.add({ days: Math.floor(days / 2) }).toString());
}

/** First day of a date of any precision. */
export const firstDay = (date: string): string => daysOf(date).from;
/** Last day of a date of any precision. */
export const lastDay = (date: string): string => daysOf(date).until;
