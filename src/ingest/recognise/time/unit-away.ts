import type { Unit } from './lexicon.ts';
import { implied, type TimeReading } from './recogniser.ts';
import { shift, unitValue } from './values.ts';

type Day = Temporal.PlainDate;

/** Words that lead to a unit before or after the present one. */
export const steps: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
};

/** Moves a day to a unit before or after its own. */
export const unitAway = (day: Day, step: number, unit: Unit): TimeReading | undefined => {
  const there = shift(day, step, unit);
  return there && implied('DATE', unitValue(there, unit));
};
