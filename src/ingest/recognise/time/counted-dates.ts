import {
  aboutSource,
  aboutWords,
  amountWords,
  countSource,
  readCount,
  type Unit,
  unitOf,
  unitSource,
  vagueWords,
} from './lexicon.ts';
import { implied, stated, sticky, type TimeRecogniser } from './recogniser.ts';
import { unitAway } from './unit-away.ts';
import { dayOfValue, durationValue, shift, unitOfValue, unitValue } from './values.ts';

const count = `(?:${aboutSource} )?(?:a further |another )?${countSource}`;

const ago: TimeRecogniser = {
  name: 'counted from the present: two weeks ago, three days from now',
  first: [...aboutWords, ...amountWords, ...vagueWords],
  pattern: sticky(
    `${count}(?:-| )(?:more )?(${unitSource}) (ago|back|from (?:now|today)|hence)(?![-\\p{L}])`,
  ),
  read(m, { published }) {
    const unit = unitOf(m[2] ?? '');
    const much = readCount(m[1] ?? '');
    if (much === undefined) return undefined;
    const ahead = !/^(?:ago|back)/i.test(m[3] ?? '');
    if (much === 'vague') return implied('DATE', ahead ? 'FUTURE_REF' : 'PAST_REF');
    const weeks = /^fortnight/i.test(m[2] ?? '') ? 2 : 1;
    if (unit === 'second' || unit === 'minute' || unit === 'hour')
      return implied('TIME', ahead ? 'FUTURE_REF' : 'PAST_REF');
    const there = shift(published, (ahead ? 1 : -1) * much * weeks, unit);
    return there && implied('DATE', unitValue(there, unit === 'decade' ? 'year' : unit));
  },
};

const later: TimeRecogniser = {
  name: 'counted from the date before: two days later, a year earlier',
  first: [...aboutWords, ...amountWords, ...vagueWords],
  pattern: sticky(`${count} (${unitSource}) (later|earlier)\\b`),
  read(m, { anchor }) {
    const unit = unitOf(m[2] ?? '');
    const much = readCount(m[1] ?? '');
    if (much === undefined) return undefined;
    const from = anchor === undefined ? undefined : dayOfValue(anchor);
    const side = (m[3] ?? '').toLowerCase() === 'later' ? 1 : -1;
    if (much === 'vague') return implied('DATE', side > 0 ? 'FUTURE_REF' : 'PAST_REF');
    const there = from && shift(from, side * much, unit);
    if (there === undefined) return stated('DURATION', durationValue(much, unit));
    const exact = unitOfValue(anchor ?? '');
    return implied(
      'DATE',
      unitValue(
        there,
        exact === 'year'
          ? 'year'
          : exact === 'month' && unit !== 'year'
            ? 'month'
            : unit === 'decade'
              ? 'year'
              : unit,
      ),
    );
  },
};

const neighbour: TimeRecogniser = {
  name: 'next to the date before: the next day, that week, the following year',
  first: ['the', 'that', 'later', 'earlier'],
  pattern: sticky(
    `(?:(?:earlier|later) )?(?:the (next|following|previous|same|preceding) |that (?:same )?)(day|morning|afternoon|evening|night|week|month|year)\\b(?!-|'s| the )`,
  ),
  read(m, { anchor, published }) {
    const step = { next: 1, following: 1, previous: -1, preceding: -1 }[(m[1] ?? 'same').toLowerCase()] ?? 0;
    const named = (m[2] ?? '').toLowerCase();
    const unit = /^(?:day|week|month|year)$/.test(named) ? (named as Unit) : 'day';
    const from = anchor === undefined ? published : dayOfValue(anchor);
    const known = anchor === undefined ? 'day' : unitOfValue(anchor);
    if (from === undefined || (unit === 'day' && known !== 'day')) return undefined;
    return unitAway(from, step, unit);
  },
};

/** Dates that are counted from the present or from the date before. */
export const countedDates: readonly TimeRecogniser[] = [ago, later, neighbour];
