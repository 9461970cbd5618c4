import {
  aboutSource,
  aboutWords,
  amountWords,
  countSource,
  monthOf,
  monthSource,
  partSource,
  partWords,
  readCount,
  type Unit,
  unitOf,
  unitSource,
  vagueWords,
} from './lexicon.ts';
import { implied, stated, sticky, type TimeReading, type TimeRecogniser } from './recogniser.ts';
import {
  centuryValue,
  dayOfValue,
  durationValue,
  inCalendar,
  monthValue,
  quarterValue,
  shift,
  unitOfValue,
  unitValue,
} from './values.ts';

type Day = Temporal.PlainDate;

const steps: Readonly<Record<string, number>> = {
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
const unitAway = (day: Day, step: number, unit: Unit): TimeReading | undefined => {
  const there = shift(day, step, unit);
  return there && implied('DATE', unitValue(there, unit));
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

const seasons: Readonly<Record<string, readonly [code: string, month: number]>> = {
  spring: ['SP', 3],
  summer: ['SU', 6],
  autumn: ['FA', 9],
  fall: ['FA', 9],
  winter: ['WI', 12],
};

const season: TimeRecogniser = {
  name: 'season: last fall, the summer of 2019',
  first: [...partWords, 'last', 'this', 'next', 'spring', 'summer', 'autumn', 'fall', 'winter'],
  pattern: sticky(
    `(?:${partSource} )?(?:(last|this|next) |the )?(spring|summer|autumn|fall|winter)(?:(?: of| in|,)? (\\d{4}))?\\b(?!\\s(?:olympic|games|camp|school|palace))`,
  ),
  read(m, { published, tense, before }) {
    const [code, month] = seasons[(m[2] ?? '').toLowerCase()] ?? ['', 1];
    if (m[3] !== undefined) return stated('DATE', `${m[3]}-${code}`);
    const lead = m[1]?.toLowerCase();
    const said = lead !== undefined || /(?:^|\s)(?:in|by|since|until|during)(?:\sthe)?\s$/i.test(before);
    if (!said || (lead === undefined && /^(?:spring|fall)$/i.test(m[0]))) return undefined;
    const passed = published.month >= month;
    if (lead === 'last')
      return implied('DATE', `${published.year - (published.month >= month + 3 ? 0 : 1)}-${code}`);
    if (lead === 'next' || (lead === undefined && tense() === 'future'))
      return implied('DATE', `${published.year + (passed ? 1 : 0)}-${code}`);
    return implied('DATE', `${published.year - (lead === undefined && !passed ? 1 : 0)}-${code}`);
  },
};

const quarters: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  last: 4,
};

const quarter: TimeRecogniser = {
  name: 'quarter or half: the third quarter of 2012, the first half of the year',
  first: ['the', 'first', 'second', 'third', 'fourth', 'final'],
  pattern: sticky(
    '(?:the )?(first|second|third|fourth|final) (quarter|half)(?: of (?:(\\d{4})|(last|this|next) year|the year))?\\b(?! of)',
  ),
  read(m, { published }) {
    const nth = quarters[(m[1] ?? '').toLowerCase()] ?? 1;
    const half = (m[2] ?? '').toLowerCase() === 'half';
    if (half && (nth > 2 || !/\sof\s/.test(m[0]))) return undefined;
    const year =
      m[3] === undefined ? published.year + (steps[(m[4] ?? 'this').toLowerCase()] ?? 0) : Number(m[3]);
    return implied(
      'DATE',
      half ? `${year}-H${nth}` : quarterValue(Temporal.PlainDate.from({ year, month: nth * 3, day: 1 })),
    );
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

/** Counted expressions first: `a year earlier` holds `a year`, `the last two weeks` no named week. */
export const relativeDates: readonly TimeRecogniser[] = [
  namedMonth,
  namedUnit,
  ago,
  later,
  stretch,
  quarter,
  neighbour,
  season,
  earlierThis,
];
