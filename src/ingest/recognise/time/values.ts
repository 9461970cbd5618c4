import type { Unit } from './lexicon.ts';

type Day = Temporal.PlainDate;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** `2000-W07`, an ISO week. */
export const weekValue = (day: Day): string =>
  `${pad(day.yearOfWeek ?? day.year, 4)}-W${pad(day.weekOfYear ?? 1)}`;
export const monthValue = (day: Day): string => day.toString().slice(0, 7);
export const yearValue = (year: number): string => pad(year, 4);
export const quarterValue = (day: Day): string => `${pad(day.year, 4)}-Q${Math.ceil(day.month / 3)}`;
/** `199X`. */
export const decadeValue = (year: number): string => `${pad(year, 4).slice(0, 3)}X`;
/** `19XX` for a year of it. */
export const centuryValue = (year: number): string => `${pad(year, 4).slice(0, 2)}XX`;

/** A day with the precision of a unit: of `week`, its ISO week. */
export function unitValue(day: Day, unit: Unit): string {
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
    case 'day':
      return day.toString();
    case 'week':
      return weekValue(day);
    case 'month':
      return monthValue(day);
    case 'quarter':
      return quarterValue(day);
    case 'year':
      return yearValue(day.year);
    case 'decade':
      return decadeValue(day.year);
    case 'century':
      return centuryValue(day.year);
  }
}

/** Moves a day by whole units; parts of a unit are dropped, and what no calendar holds is undefined. */
export function shift(day: Day, count: number, unit: Unit): Day | undefined {
  const whole = Math.trunc(count);
  if (Math.abs(whole) > 5000) return undefined;
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return day;
    case 'day':
      return day.add({ days: whole });
    case 'week':
      return day.add({ weeks: whole });
    case 'month':
      return day.add({ months: whole });
    case 'quarter':
      return day.add({ months: 3 * whole });
    case 'year':
      return day.add({ years: whole });
    case 'decade':
      return day.add({ years: 10 * whole });
    case 'century':
      return day.add({ years: 100 * whole });
  }
}

const letters: Readonly<Record<Unit, readonly [prefix: string, suffix: string, times: number]>> = {
  second: ['PT', 'S', 1],
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  week: ['P', 'W', 1],
  month: ['P', 'M', 1],
  quarter: ['P', 'Q', 1],
  year: ['P', 'Y', 1],
  decade: ['P', 'Y', 10],
  century: ['P', 'Y', 100],
};

/** `P3D`, `PT5H30M`, `PXY` for an uncertain number of years; a half is written in the next smaller unit. */
export function durationValue(count: number | undefined, unit: Unit): string {
  const [prefix, suffix, times] = letters[unit];
  if (count === undefined) {
    if (unit === 'decade') return 'PXDE';
    return unit === 'century' ? 'PXCE' : `${prefix}X${suffix}`;
  }
  const whole = Math.floor(count);
  const rest = count - whole;
  if (rest === 0) return `${prefix}${whole * times}${suffix}`;
  if (unit === 'hour') return `PT${whole > 0 ? `${whole}H` : ''}${Math.round(rest * 60)}M`;
  if (unit === 'year') return `P${whole > 0 ? `${whole}Y` : ''}${Math.round(rest * 12)}M`;
  return `${prefix}${Number((count * times).toFixed(2))}${suffix}`;
}

/** First day of a DATE value (`2023`, `2023-05`, `2023-05-04`, `2023-W18`, `199X`); undefined for anything else. */
export function dayOfValue(value: string): Day | undefined {
  const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(value);
  if (date) return inCalendar(Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1));
  const week = /^(\d{4})-W(\d{2})/.exec(value);
  if (week) {
    const fourth = inCalendar(Number(week[1]), 1, 4);
    return fourth?.add({ days: (Number(week[2]) - 1) * 7 - (fourth.dayOfWeek - 1) });
  }
  return undefined;
}

/** The unit that a DATE value is exact to; undefined where it is none that can be counted from. */
export function unitOfValue(value: string): Unit | undefined {
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return 'day';
  if (/^\d{4}-W\d{2}/.test(value)) return 'week';
  if (/^\d{4}-\d{2}$/.test(value)) return 'month';
  return /^\d{4}$/.test(value) ? 'year' : undefined;
}

/** The day, or undefined where the calendar has none. */
export function inCalendar(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const found = Temporal.PlainDate.from({ year, month, day });
  return found.day === day ? found : undefined;
}
