import { timeOfDay, timeOfDaySource, weekdayOf, weekdaySource } from './lexicon.ts';
import { weekdayNear } from './nearest-day.ts';
import { implied, sticky, type TimeContext, type TimeReading, type TimeRecogniser } from './recogniser.ts';
import { unitOfValue } from './values.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The day of a time of day that names none: the day named just before, else that of publication. */
const dayBefore = ({ anchor, published }: TimeContext): string =>
  anchor !== undefined && unitOfValue(anchor) === 'day' ? anchor.slice(0, 10) : published.toString();

function dayNamed(word: string | undefined, context: TimeContext): string {
  if (word === undefined) return dayBefore(context);
  const near = { yesterday: -1, today: 0, tomorrow: 1 }[word.toLowerCase()];
  if (near !== undefined) return context.published.add({ days: near }).toString();
  return weekdayNear(context.published, weekdayOf(word), context.tense()).toString();
}

function at(day: string, hour: number, minute: number): TimeReading | undefined {
  return hour > 24 || minute > 59 ? undefined : implied('TIME', `${day}T${pad(hour)}:${pad(minute)}`);
}

const zone = '(?: (?:GMT|UTC|[ECMP][SD]T|BST|IST|CET|local time))?';
const onDay = `(?:,? (?:on )?(${weekdaySource}|yesterday|today|tomorrow))?`;

const twelveHours: TimeRecogniser = {
  name: 'time with a.m. or p.m.: 9 a.m. Tuesday, 11:30pm',
  first: ['0'],
  pattern: sticky(`(\\d{1,2})(?:[:.](\\d\\d))?\\s{0,3}([ap])(?:\\.\\s?m\\b\\.?|m\\b)${zone}${onDay}`),
  read(m, context) {
    const hour = (Number(m[1]) % 12) + ((m[3] ?? '').toLowerCase() === 'p' ? 12 : 0);
    return Number(m[1]) > 12 ? undefined : at(dayNamed(m[4], context), hour, Number(m[2] ?? 0));
  },
};
const clock: TimeRecogniser = {
  name: 'time in figures: 15:30 GMT, 0735 GMT',
  first: ['0'],
  pattern: sticky(
    `([01]?\\d|2[0-3])(?:[:.]?)([0-5]\\d)(?: ?(?:hours|hrs))?( (?:GMT|UTC|[ECMP][SD]T|BST|IST|CET|local time))?(?![\\d:])${onDay}`,
  ),
  read(m, context) {
    if (m[3] === undefined && !m[0].includes(':')) return undefined;
    return at(dayNamed(m[4], context), Number(m[1]), Number(m[2]));
  },
};

const noon: TimeRecogniser = {
  name: 'noon and midnight',
  first: ['noon', 'midday', 'midnight'],
  pattern: sticky(`(noon|midday|midnight)\\b${onDay}`),
  read: (m, context) => at(dayNamed(m[2], context), (m[1] ?? '').toLowerCase() === 'midnight' ? 24 : 12, 0),
};

const partOfTheDay: TimeRecogniser = {
  name: 'part of a day: in the morning, 4 in the morning',
  first: ['0', 'the', 'early', 'late'],
  pattern: sticky(
    `(?:(\\d{1,2}) in )?(?:(?:early|late) in )?the (${timeOfDaySource})\\b(?! (?:of|before|after|sky))`,
  ),
  read(m, context) {
    const part = (m[2] ?? '').toLowerCase();
    if (m[1] !== undefined) {
      const hour = Number(m[1]) + (part === 'morning' || Number(m[1]) >= 12 ? 0 : 12);
      return at(dayBefore(context), hour, 0);
    }
    return /\bin\s$|\bduring\s$/i.test(context.before)
      ? implied('TIME', `${dayBefore(context)}${timeOfDay[part] ?? ''}`)
      : undefined;
  },
};

export const clockTimes: readonly TimeRecogniser[] = [twelveHours, clock, noon, partOfTheDay];
