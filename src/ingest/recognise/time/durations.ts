import {
  aboutSource,
  aboutWords,
  amountWords,
  countSource,
  readCount,
  unitOf,
  unitSource,
  vagueWords,
} from './lexicon.ts';
import { stated, sticky, type TimeReading, type TimeRecogniser } from './recogniser.ts';
import { durationValue } from './values.ts';

const duration = (said: number | 'vague', unit: string): TimeReading => {
  const count = said === 'vague' ? undefined : said;
  const weeks = /^fortnight/i.test(unit) && count !== undefined ? count * 2 : count;
  return stated('DURATION', durationValue(weeks, unitOf(unit)));
};

const half = '(?:and a|and one)[- ]half';

const andHalf: TimeRecogniser = {
  name: 'and a half: an hour and a half, two and a half years, half an hour',
  first: [...aboutWords, ...amountWords, 'half'],
  pattern: sticky(
    `(?:${aboutSource} )?(?:half an? (${unitSource})|${countSource}(?: (${unitSource}) ${half}|[- ]${half}[- ](${unitSource})))\\b`,
  ),
  read(m) {
    if (m[1] !== undefined) return duration(0.5, m[1]);
    const count = readCount(m[2] ?? '');
    return typeof count === 'number' ? duration(count + 0.5, m[3] ?? m[4] ?? '') : undefined;
  },
};

const compound: TimeRecogniser = {
  name: 'two units: two hours and ten minutes',
  first: [...aboutWords, ...amountWords],
  pattern: sticky(
    `(?:${aboutSource} )?${countSource} (hours?|years?)(?:,| and|, and)? ${countSource} (minutes?|months?)\\b`,
  ),
  read(m) {
    const [larger, smaller] = [readCount(m[1] ?? ''), readCount(m[3] ?? '')];
    const hours = /^hour/i.test(m[2] ?? '');
    if (typeof larger !== 'number' || typeof smaller !== 'number' || hours !== /^minute/i.test(m[4] ?? ''))
      return undefined;
    return stated('DURATION', hours ? `PT${larger}H${smaller}M` : `P${larger}Y${smaller}M`);
  },
};

const counted: TimeRecogniser = {
  name: 'number and unit: at least three days, two-day, several weeks',
  first: [...aboutWords, ...amountWords, ...vagueWords],
  pattern: sticky(
    `(?:${aboutSource} )?${countSource}(?: or more)?(?:[-‑]| )(?:more |full |additional |consecutive |straight )?(${unitSource})\\b(?:[-‑ ]long\\b)?(?![-‑ ]olds?\\b|\\sof\\sage)`,
  ),
  read(m) {
    if (/\bold\b/i.test(m[0]) || (/^(?:some|many|few)\s\S+$/i.test(m[0]) && !/s$/i.test(m[2] ?? '')))
      return undefined;
    const said = m[1] ?? '';
    // “an hour” lasts; “a day” and “a second chance” mostly do not.
    if (/^an?$/i.test(said) && /^(?:second|quarter|weekend|minute)$/i.test(m[2] ?? '')) return undefined;
    const count = readCount(said);
    return count === undefined ? undefined : duration(count, m[2] ?? '');
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
    return duration('vague', m[1] ?? '');
  },
};

const long: TimeRecogniser = {
  name: 'one unit long: a day-long march',
  first: ['hour', 'day', 'week', 'month', 'year', 'decade'],
  pattern: sticky('(hour|day|week|month|year|decade)[-‑]long\\b'),
  read: (m) => duration(1, m[1] ?? ''),
};

/** Longer expressions first. */
export const durations: readonly TimeRecogniser[] = [andHalf, compound, counted, whole, long, bare];
