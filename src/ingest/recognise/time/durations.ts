import { readAmount } from '../../../text/amounts.ts';
import {
  aboutSource,
  aboutWords,
  amount,
  amountWords,
  unitOf,
  unitSource,
  vague,
  vagueWords,
} from './lexicon.ts';
import { stated, sticky, type TimeReading, type TimeRecogniser } from './recogniser.ts';
import { durationValue } from './values.ts';

const duration = (count: number | undefined, unit: string): TimeReading => {
  const weeks = /^fortnight/i.test(unit) && count !== undefined ? count * 2 : count;
  return stated('DURATION', durationValue(weeks, unitOf(unit)));
};

const half = '(?:and a|and one)[- ]half';

const andHalf: TimeRecogniser = {
  name: 'and a half: an hour and a half, two and a half years, half an hour',
  first: [...aboutWords, ...amountWords, 'half'],
  pattern: sticky(
    `(?:${aboutSource} )?(?:half an? (${unitSource})|(${amount})(?: (${unitSource}) ${half}|[- ]${half}[- ](${unitSource})))\\b`,
  ),
  read(m) {
    if (m[1] !== undefined) return duration(0.5, m[1]);
    const count = readAmount(m[2] ?? '');
    return duration(count === undefined ? undefined : count + 0.5, m[3] ?? m[4] ?? '');
  },
};

const compound: TimeRecogniser = {
  name: 'two units: two hours and ten minutes',
  first: [...aboutWords, ...amountWords],
  pattern: sticky(
    `(?:${aboutSource} )?(${amount}) (hours?|years?)(?:,| and|, and)? (${amount}) (minutes?|months?)\\b`,
  ),
  read(m) {
    const [larger, smaller] = [readAmount(m[1] ?? ''), readAmount(m[3] ?? '')];
    const hours = /^hour/i.test(m[2] ?? '');
    if (larger === undefined || smaller === undefined || hours !== /^minute/i.test(m[4] ?? ''))
      return undefined;
    return stated('DURATION', hours ? `PT${larger}H${smaller}M` : `P${larger}Y${smaller}M`);
  },
};

const counted: TimeRecogniser = {
  name: 'number and unit: at least three days, two-day, several weeks',
  first: [...aboutWords, ...amountWords, ...vagueWords],
  pattern: sticky(
    `(?:${aboutSource} )?(${amount}|${vague})(?: or more)?(?:[-‑]| )(?:more |full |additional |consecutive |straight )?(${unitSource})\\b(?:[-‑ ]long\\b)?(?![-‑ ]olds?\\b|\\sof\\sage)`,
  ),
  read(m) {
    if (/\bold\b/i.test(m[0]) || (/^(?:some|many|few)\s\S+$/i.test(m[0]) && !/s$/i.test(m[2] ?? '')))
      return undefined;
    const said = m[1] ?? '';
    // “an hour” lasts; “a day” and “a second chance” mostly do not.
    if (/^an?$/i.test(said) && /^(?:second|quarter|weekend|minute)$/i.test(m[2] ?? '')) return undefined;
    return duration(readAmount(said), m[2] ?? '');
  },
};

const whole: TimeRecogniser = {
  name: 'unit with all: the whole day, the entire week',
  first: ['the', 'all', 'entire', 'whole'],
  pattern: sticky('(?:the (?:whole|entire)|all) (day|night|week|month|year|decade|century)\\b(?! of)'),
  read: (m) => (m[1] === 'night' ? undefined : duration(1, m[1] ?? '')),
};

const bare: TimeRecogniser = {
  name: 'units without number: for years, weeks of talks, decades-long',
  first: ['days', 'weeks', 'months', 'years', 'decades', 'hours', 'centuries', 'minutes', 'recent'],
  pattern: sticky(
    '(?:recent )?(hours|days|weeks|months|years|decades|centuries|minutes)\\b(?:[-‑]long\\b)?(?! old)',
  ),
  read(m, { before }) {
    if (
      /(?:\d|\b(?:these|those|school|business|working|light|teen|school|early|his|her|their|our|its|Trump|Obama))\s$/.test(
        before,
      )
    )
      return undefined;
    return duration(undefined, m[1] ?? '');
  },
};

/** Longer expressions first. */
export const durations: readonly TimeRecogniser[] = [andHalf, compound, counted, whole, bare];
