import type { Tense } from './recogniser.ts';
import { inCalendar } from './values.ts';

type Day = Temporal.PlainDate;

/**
 * The day that a weekday names in a report of `published`: today where it is today's, else the last one, or the next
 * one where the clause looks ahead.
 */
export function weekdayNear(published: Day, weekday: number, tense: Tense): Day {
  const back = (published.dayOfWeek - weekday + 7) % 7;
  if (back === 0) return published;
  return tense === 'future' ? published.add({ days: 7 - back }) : published.subtract({ days: back });
}

/** The year of a month and day that is said without one: the nearest, but on the side that the tense asks for. */
export function yearNear(published: Day, month: number, day: number | undefined, tense: Tense): number {
  const at = (year: number): number => {
    const there = inCalendar(year, month, Math.min(day ?? 15, 28));
    return there === undefined ? 0 : published.until(there).days;
  };
  const candidates = [published.year - 1, published.year, published.year + 1];
  return (
    candidates.sort(
      (left, right) => cost(at(left), tense, day === undefined) - cost(at(right), tense, day === undefined),
    )[0] ?? published.year
  );
}

/** Days away; the wrong side of the present costs more, but not so much that a date far off is preferred to one just there. */
function cost(days: number, tense: Tense, wholeMonth: boolean): number {
  if (tense === 'past') return days > 3 ? days * 6 : Math.abs(days);
  if (tense === 'future') return days < -3 ? -days * 6 : Math.abs(days);
  return days > 0 ? days * (wholeMonth ? 4 : 1.6) : -days;
}
