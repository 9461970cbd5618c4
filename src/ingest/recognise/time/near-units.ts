import {
  countSource,
  monthOf,
  monthSource,
  partSource,
  partWords,
  readCount,
  unitOf,
  unitSource,
} from './lexicon.ts';
import { implied, stated, sticky, type TimeRecogniser } from './recogniser.ts';
import { steps, unitAway } from './unit-away.ts';
import { centuryValue, durationValue, inCalendar, monthValue } from './values.ts';

const namedMonth: TimeRecogniser = {
  name: 'month near the present: last October',
  first: ['last', 'this', 'next', 'the', 'early', 'late', 'earlier'],
  pattern: sticky(
    `(?:${partSource} )?(last|this|next|this past) (${monthSource})(?!\\p{L}|\\.? \\d{1,2}\\b)`,
  ),
  read(m, { published }) {
    const month = monthOf(m[2] ?? '');
    const name = m[2] ?? '';
    if (name[0] !== name[0]?.toUpperCase()) return undefined;
    const lead = (m[1] ?? '').toLowerCase();
    const late =
      lead === 'next' ? month <= published.month : lead === 'last' ? month >= published.month : false;
    const year = published.year + (late ? (lead === 'next' ? 1 : -1) : 0);
    const found = inCalendar(year, month, 1);
    return found && implied('DATE', monthValue(found));
  },
};

const namedUnit: TimeRecogniser = {
  name: 'unit near the present: last week, early this year, next month',
  first: [...partWords, 'last', 'previous', 'this', 'next', 'coming', 'current'],
  pattern: sticky(
    `(?:${partSource} )?(?:the )?(last|previous|this|next|coming|current) (week|fortnight|month|quarter|year|decade|century)\\b(?!-|'s?\\s\\w+\\s(?:ago|later))`,
  ),
  read(m, { published, before }) {
    const lead = (m[1] ?? '').toLowerCase();
    if (lead === 'coming' && !/the\s$/i.test(`${before}${m[0]}`.slice(0, before.length + 4)))
      return undefined;
    return unitAway(published, steps[lead] ?? 0, unitOf(m[2] ?? ''));
  },
};

const stretch: TimeRecogniser = {
  name: 'stretch up to or from the present: the past two months, the last few years',
  first: ['the', 'past', 'last', 'next', 'coming', 'recent', 'previous', 'first', 'final'],
  pattern: sticky(
    `(?:the )?(past|last|next|coming|recent|previous|following|first|final) (?:${countSource} )?(${unitSource})\\b(?!-)`,
  ),
  read(m) {
    const count = m[2];
    const plural = /s$/i.test(m[3] ?? '');
    if (count === undefined && !plural && !/^(?:the\s)?past/i.test(m[0])) return undefined;
    if (count === undefined && /^(?:the\s)?(?:first|final|previous|following)/i.test(m[0])) return undefined;
    const value = count === undefined ? (plural ? 'vague' : 1) : readCount(count);
    if (value === undefined) return undefined;
    return stated('DURATION', durationValue(value === 'vague' ? undefined : value, unitOf(m[3] ?? '')));
  },
};

const earlierThis: TimeRecogniser = {
  name: 'the year so far: later in the year, the turn of the century',
  first: ['later', 'earlier'],
  pattern: sticky('(?:later|earlier) in the (week|month|year|century)\\b'),
  read: (m, { published }) =>
    m[1] === 'century'
      ? implied('DATE', centuryValue(published.year))
      : unitAway(published, 0, unitOf(m[1] ?? '')),
};

/** A named month before other units: both may begin with `last`. */
export const nearUnits: readonly TimeRecogniser[] = [namedMonth, namedUnit, stretch, earlierThis];
