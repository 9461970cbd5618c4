import { monthDayWords } from '../text/date-words.ts';
import type { TimeReading } from '../text/time-expressions.ts';
import type { Query } from './query.ts';
import type { Unit } from './unit.ts';

/** True when what the unit tells happened in the time that the question names. */
export function agreesInTime(unit: Unit, { times, today }: Pick<Query, 'times' | 'today'>): boolean {
  if (unit.from === '') return times.windows.length === 0 && times.monthDay === undefined;
  if (times.monthDay !== undefined && !holdsDay(unit, times.monthDay) && !speaksOfDay(unit, times.monthDay))
    return false;
  if (times.windows.length === 0) return true;
  return times.windows.some((window) => {
    if (unit.from <= window.until && unit.until >= window.from) return true;
    // A later text that names a year may tell of it; an earlier one tells of a plan, which is not what was done `in 2013`.
    const isPlan = window.from > unit.from;
    const told = isPlan ? !/^(?:in|during) /.test(window.said) || window.from > today.toString() : true;
    return told && window.grain === 'year' && unit.numbers.has(window.from.slice(0, 4));
  });
}

/** False when only a year that the text mentions agrees, not the date of what it tells. */
export const trulyInTime = (unit: Unit, times: TimeReading): boolean =>
  times.windows.length === 0 ||
  times.windows.some((window) => unit.from <= window.until && unit.until >= window.from);

/** The text itself names the day: `the decree made 12 June a holiday`. */
const speaksOfDay = (unit: Unit, monthDay: string): boolean =>
  new RegExp(`\\b${monthDayWords(monthDay)}\\b`).test(`${unit.title} ${unit.text}`);

const holdsDay = (unit: Unit, monthDay: string): boolean =>
  unit.from.slice(5) <= monthDay &&
  unit.until.slice(5) >= monthDay &&
  unit.from.slice(0, 4) === unit.until.slice(0, 4);
