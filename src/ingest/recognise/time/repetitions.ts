import { countSource, readCount, unitOf, weekdayOf, weekdaySource } from './lexicon.ts';
import { stated, sticky, type TimeRecogniser } from './recogniser.ts';
import { durationValue } from './values.ts';

const adverbs: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  biweekly: 'P2W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P3M',
  annual: 'P1Y',
  annually: 'P1Y',
  yearly: 'P1Y',
  biennial: 'P2Y',
};

const adverb: TimeRecogniser = {
  name: 'adverb: daily, annually',
  first: Object.keys(adverbs),
  pattern: sticky('[a-z]+\\b'),
  read(m, { before, after }) {
    const value = adverbs[m[0].toLowerCase()];
    // “The Daily Nation” and “Washington Weekly” are names.
    if (
      value === undefined ||
      (m[0][0] !== m[0][0]?.toLowerCase() && (before.trim() !== '' || /^\s\p{Lu}/u.test(after)))
    )
      return undefined;
    return stated('SET', value);
  },
};

const every: TimeRecogniser = {
  name: 'every: every day, each of the years, every two weeks, every Friday',
  first: ['every', 'each', 'per'],
  pattern: sticky(
    `(?:every|each|per) (?:(?:${countSource} )?(hours?|days?|nights?|mornings?|evenings?|weeks?|weekends?|months?|quarters?|years?|decades?)|(${weekdaySource}))\\b`,
  ),
  read(m) {
    if (m[3] !== undefined) return stated('SET', `XXXX-WXX-${weekdayOf(m[3])}`);
    const unit = unitOf((m[2] ?? '').replace(/^(?:night|morning|evening)s?/i, 'day'));
    const count = m[1] === undefined ? 1 : m[1].toLowerCase() === 'other' ? 2 : readCount(m[1]);
    return typeof count === 'number' ? stated('SET', durationValue(count, unit)) : undefined;
  },
};

const rate: TimeRecogniser = {
  name: 'rate: twice a week, 300 dollars a month',
  first: ['a', 'an'],
  pattern: sticky(
    'an? (hour|day|week|month|year)\\b(?!-|\\s(?:ago|later|earlier|before|after|and a half|old|long))',
  ),
  read(m, { before }) {
    if (
      !/(?:\b(?:once|twice|times|hours|days|dollars|euros|pounds|rupees|percent|people|tons|tonnes|barrels|cents)|%|\d|illion)\s$/i.test(
        before,
      )
    )
      return undefined;
    return stated('SET', durationValue(1, unitOf(m[1] ?? '')));
  },
};

export const repetitions: readonly TimeRecogniser[] = [adverb, every, rate];
