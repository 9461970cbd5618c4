import { timeOfDay, timeOfDaySource, weekdayOf, weekdaySource, weekdayWords } from './lexicon.ts';
import { weekdayNear } from './nearest-day.ts';
import { implied, sticky, type TimeReading, type TimeRecogniser } from './recogniser.ts';
import { weekValue } from './values.ts';

/** A day, or a part of it: `2023-05-04TMO`. */
export const partOfDay = (day: Temporal.PlainDate, part: string | undefined): TimeReading => {
  const code = part === undefined ? undefined : timeOfDay[part.toLowerCase()];
  return code === undefined ? implied('DATE', day.toString()) : implied('TIME', `${day.toString()}${code}`);
};

const ledWeekday: TimeRecogniser = {
  name: 'weekday with last, next or this: last Friday',
  first: ['last', 'next', 'this', 'coming', 'past', 'early', 'late', 'earlier', 'later'],
  pattern: sticky(
    `(last|next|this|coming|past|(?:early|late|earlier|later)(?: on)?) (${weekdaySource})\\b(?: (${timeOfDaySource}))?`,
  ),
  read(m, { published, tense }) {
    const lead = (m[1] ?? '').toLowerCase();
    const weekday = weekdayOf(m[2] ?? '');
    const near = weekdayNear(
      published,
      weekday,
      lead === 'last' || lead === 'past' ? 'past' : lead === 'next' || lead === 'coming' ? 'future' : tense(),
    );
    if (near.equals(published) && (lead === 'last' || lead === 'past'))
      return partOfDay(published.subtract({ days: 7 }), m[3]);
    if (near.equals(published) && lead === 'next') return partOfDay(published.add({ days: 7 }), m[3]);
    return partOfDay(near, m[3]);
  },
};

const weekday: TimeRecogniser = {
  name: 'weekday: Thursday, Thursday morning',
  first: weekdayWords,
  pattern: sticky(
    `(${weekdaySource})\\b(?! (?:night football|times|mail|post|prayers))(?: (?:in the )?(${timeOfDaySource})\\b)?`,
  ),
  read(m, { published, tense }) {
    if (m[1]?.[0] !== m[1]?.[0]?.toUpperCase()) return undefined;
    return partOfDay(weekdayNear(published, weekdayOf(m[1] ?? ''), tense()), m[2]);
  },
};

const nearDays: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

const nearDay: TimeRecogniser = {
  name: 'yesterday, today, tomorrow, the day before yesterday',
  first: ['the', 'day', 'yesterday', 'today', 'tomorrow'],
  pattern: sticky(
    `((?:the )?day (?:before|after) )?(yesterday|today|tomorrow)\\b(?! show)(?: (${timeOfDaySource})\\b)?`,
  ),
  read(m, { published }) {
    const step = nearDays[(m[2] ?? '').toLowerCase()] ?? 0;
    if (m[1] !== undefined && step === 0) return undefined;
    return partOfDay(published.add({ days: m[1] === undefined ? step : 2 * step }), m[3]);
  },
};

const partsOfToday: Readonly<Record<string, readonly [number, string]>> = {
  tonight: [0, 'TNI'],
  'this morning': [0, 'TMO'],
  'this afternoon': [0, 'TAF'],
  'this evening': [0, 'TEV'],
  'last night': [-1, 'TNI'],
  'last evening': [-1, 'TEV'],
  overnight: [0, 'TNI'],
};

const tonight: TimeRecogniser = {
  name: 'tonight, last night, this morning',
  first: ['tonight', 'this', 'last'],
  pattern: sticky('(?:tonight|this (?:morning|afternoon|evening)|last (?:night|evening))\\b'),
  read(m, { published }) {
    const [step, code] = partsOfToday[m[0].toLowerCase().replace(/\s+/g, ' ')] ?? [0, ''];
    return implied('TIME', `${published.add({ days: step }).toString()}${code}`);
  },
};

const weekend: TimeRecogniser = {
  name: 'weekend: this weekend, over the weekend',
  first: ['the', 'this', 'last', 'next', 'weekend'],
  pattern: sticky('(?:(?:the )?(last|this|next|past|coming) |the )weekend\\b'),
  read(m, { published, tense }) {
    const lead = m[1]?.toLowerCase();
    const ahead =
      lead === 'next' ||
      lead === 'coming' ||
      (lead !== 'last' && lead !== 'past' && (tense() === 'future' || published.dayOfWeek >= 5));
    const saturday = weekdayNear(published, 6, ahead ? 'future' : 'past');
    return implied('DATE', `${weekValue(saturday)}-WE`);
  },
};

export const weekdayDates: readonly TimeRecogniser[] = [ledWeekday, weekday, nearDay, tonight, weekend];
