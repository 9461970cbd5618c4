import { dateWords, rangeWords } from '../text/date-words.ts';
import { daysOf } from '../text/time-expressions.ts';

/** A stretch of time, both ISO days included; a missing end is open. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

/** `in 2023`, `from 9 June 2017 to 4 May 2023`, `since 2020`; empty for all time. */
export function periodWords({ from, until }: Period): string {
  if (from === undefined) return until === undefined ? '' : `until ${dateWords(shortest(until, 'until'))}`;
  if (until === undefined) return `since ${dateWords(shortest(from, 'from'))}`;
  const whole = wholeOf(from, until);
  if (whole !== undefined) return `${whole.length === 10 ? 'on' : 'in'} ${dateWords(whole)}`;
  const [start, end] = [shortest(from, 'from'), shortest(until, 'until')];
  return start.length === 10 && end.length === 10
    ? `from ${rangeWords(start, end).replace(/ ?– ?/, ' to ')}`
    : `from ${dateWords(start)} to ${dateWords(end)}`;
}

/** The day, month or year that a stretch is. */
function wholeOf(from: string, until: string): string | undefined {
  return [from, from.slice(0, 7), from.slice(0, 4)].find((date) => {
    const span = daysOf(date);
    return span.from === from && span.until === until;
  });
}

/** `2020` for 1 January 2020 at the start, or 31 December 2020 at the end, of a period. */
export function shortest(day: string, end: 'from' | 'until'): string {
  return [day.slice(0, 4), day.slice(0, 7)].find((date) => daysOf(date)[end] === day) ?? day;
}

/**
 * Whether something dated lies in a period. A date of lower precision does only if all of what it can mean does;
 * something of several days, known to the day, does as soon as one of them does.
 */
export function inPeriod(date: string, endDate: string | undefined, period: Period): boolean {
  const span = daysOf(date, endDate);
  const { from = '0000', until = '9999' } = period;
  const precise = date.length === 10 && (endDate ?? date).length === 10;
  return precise ? span.from <= until && span.until >= from : span.from >= from && span.until <= until;
}
