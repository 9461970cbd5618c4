import { monthNames } from './date-words.ts';
import { fold } from './fold.ts';
import { numberOf } from './number-words.ts';

export type Grain = 'day' | 'month' | 'season' | 'year' | 'span';

/** A stretch of time that a question names. Dates are inclusive ISO days. */
export interface TimeWindow {
  readonly from: string;
  readonly until: string;
  readonly grain: Grain;
  /** The words that said so, as typed. */
  readonly said: string;
}

/** What a question says about time. */
export interface TimeReading {
  readonly windows: readonly TimeWindow[];
  /** A day without a year: `06-15`. */
  readonly monthDay?: string;
  /** A day that the calendar does not have, as typed. */
  readonly impossible?: string;
  /** The folded question without the time expressions. */
  readonly rest: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const month = `(${monthNames.map((name) => `${name.toLowerCase().slice(0, 3)}(?:${name.toLowerCase().slice(3)})?`).join('|')}|sept)\\.?`;
const year = '((?:19|20)\\d{2})';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const count =
  '(\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a couple of|couple of|a few)';

const monthOf = (word: string): number =>
  monthNames.findIndex((name) => name.toLowerCase().startsWith(word.slice(0, 3))) + 1;

const lastDay = (ofYear: number, ofMonth: number): number =>
  Temporal.PlainYearMonth.from({ year: ofYear, month: ofMonth }).daysInMonth;

const amountOf = (said: string): number =>
  /couple/.test(said) ? 2 : /few/.test(said) ? 3 : (tens[said] ?? numberOf(said) ?? tensAndOnes(said));

/** `seventy-five` → 75. */
function tensAndOnes(said: string): number {
  const [ten = '', one = ''] = said.split(/[- ]/);
  return (tens[ten] ?? 0) + (numberOf(one) ?? 1);
}

const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  'a hundred': 100,
};

type Reader = (match: RegExpExecArray, today: Temporal.PlainDate) => Partial<Found> | undefined;
interface Found {
  readonly window: Omit<TimeWindow, 'said'>;
  readonly monthDay: string;
  readonly impossible: boolean;
}

const span = (from: string, until: string, grain: Grain): Partial<Found> => ({
  window: { from, until, grain },
});
const oneDay = (date: Temporal.PlainDate): Partial<Found> => span(date.toString(), date.toString(), 'day');
/** `18-19 July 2008`. */
function daysOfMonth(
  ofYear: number,
  ofMonth: number,
  first: number,
  last: number,
): Partial<Found> | undefined {
  const from = dayOf(ofYear, ofMonth, first);
  const until = dayOf(ofYear, ofMonth, last);
  if (from?.window === undefined || until?.window === undefined || first > last) return until;
  return { window: { ...from.window, until: until.window.until } };
}

const decades = ['thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

/** `the 90s` are those of the last century, `the 10s` and `the 20s` those of this one. */
function decade(tens: number): Partial<Found> {
  const start = (tens < 3 ? 2000 : 1900) + tens * 10;
  return span(`${start}-01-01`, `${start + 9}-12-31`, 'span');
}

const wholeYear = (of: number): Partial<Found> => span(`${of}-01-01`, `${of}-12-31`, 'year');

function wholeMonth(ofYear: number, ofMonth: number): Partial<Found> {
  const start = `${ofYear}-${pad(ofMonth)}`;
  return span(`${start}-01`, `${start}-${pad(lastDay(ofYear, ofMonth))}`, 'month');
}

function dayOf(ofYear: number | undefined, ofMonth: number, ofDay: number): Partial<Found> | undefined {
  if (ofMonth < 1 || ofMonth > 12) return undefined;
  if (ofDay < 1 || ofDay > lastDay(ofYear ?? 2000, ofMonth)) return { impossible: true };
  if (ofYear === undefined) return { monthDay: `${pad(ofMonth)}-${pad(ofDay)}` };
  const date = `${ofYear}-${pad(ofMonth)}-${pad(ofDay)}`;
  return span(date, date, 'day');
}

function partOfMonth(part: string, ofYear: number, ofMonth: number): Partial<Found> {
  const start = `${ofYear}-${pad(ofMonth)}`;
  if (part.startsWith('mid')) return span(`${start}-08`, `${start}-23`, 'month');
  if (/early|start|beginning/.test(part)) return span(`${start}-01`, `${start}-12`, 'month');
  return span(`${start}-18`, `${start}-${lastDay(ofYear, ofMonth)}`, 'month');
}

const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 9],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [1, 2],
};

function season(name: string, of: number): Partial<Found> {
  const [first, last] = seasons[name] ?? [1, 12];
  return span(`${of}-${pad(first)}-01`, `${of}-${pad(last)}-${lastDay(of, last)}`, 'season');
}

/** `last summer` is the last one that is over; `this summer` that of the year. */
function seasonOf(which: string, name: string, today: Temporal.PlainDate): Partial<Found> | undefined {
  const [, last] = seasons[name] ?? [1, 12];
  return season(name, which === 'this' || last < today.month ? today.year : today.year - 1);
}

/** `this February` is that of the year; `last February` the last one that is over. */
const nearMonth = (which: string, of: number, today: Temporal.PlainDate): Partial<Found> =>
  wholeMonth(which === 'this' || of < today.month ? today.year : today.year - 1, of);

function partOfYear(part: string, of: number): Partial<Found> {
  if (/end|late|close/.test(part)) return span(`${of}-10-01`, `${of}-12-31`, 'season');
  if (part.startsWith('mid')) return span(`${of}-05-01`, `${of}-08-31`, 'season');
  return span(`${of}-01-01`, `${of}-03-31`, 'season');
}

/** `five years ago today` is that day; `two years ago` that year; `a couple of months back` has a month's play. */
function ago(amount: number, unit: string, exact: boolean, today: Temporal.PlainDate): Partial<Found> {
  if (unit.startsWith('year')) {
    const then = today.subtract({ years: amount });
    return exact ? oneDay(then) : wholeYear(then.year);
  }
  if (unit.startsWith('month')) {
    const then = today.subtract({ months: amount });
    if (exact) return oneDay(then);
    return span(then.subtract({ days: 31 }).toString(), then.add({ days: 31 }).toString(), 'span');
  }
  if (unit.startsWith('week')) {
    const then = today.subtract({ weeks: amount });
    return span(then.subtract({ days: 4 }).toString(), then.add({ days: 4 }).toString(), 'span');
  }
  return oneDay(today.subtract({ days: amount }));
}

function relative(which: string, unit: string, today: Temporal.PlainDate): Partial<Found> | undefined {
  const step = which === 'last' || which === 'previous' ? -1 : which === 'next' ? 1 : 0;
  if (unit === 'year') return wholeYear(today.year + step);
  if (unit === 'month') {
    const then = today.add({ months: step });
    return wholeMonth(then.year, then.month);
  }
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: step });
  return span(monday.toString(), monday.add({ days: 6 }).toString(), 'span');
}

const number = (match: RegExpExecArray, index: number): number => Number(match[index]);
const said = (match: RegExpExecArray, index: number): string => match[index] ?? '';

/** Days that go by a name. */
const namedDays: Readonly<Record<string, readonly [number, number]>> = {
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  christmas: [12, 25],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
};

/** Tried in this order, each on what the earlier ones left over. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /\b(?:in )?the (year|month) before last\b/,
    (m, today) =>
      said(m, 1) === 'year'
        ? wholeYear(today.year - 2)
        : wholeMonth(today.subtract({ months: 2 }).year, today.subtract({ months: 2 }).month),
  ],
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, (m) => dayOf(number(m, 1), number(m, 2), number(m, 3))],
  [
    new RegExp(`\\b${count} (year|month|week|day)s? (?:ago|back|earlier)( today| to the day)?`),
    (m, today) => ago(amountOf(said(m, 1)), said(m, 2), m[3] !== undefined, today),
  ],
  [
    new RegExp(`\\b(?:on )?(?:this day|today) ${count} years ago\\b`),
    (m, today) => ago(amountOf(said(m, 1)), 'year', true, today),
  ],
  [
    new RegExp(
      `\\b(?:in |for |from )?${month}(?:-| to | and )${month},? (?:of )?${year}(?:[-/](\\d{2}))?\\b`,
    ),
    (m) => monthsOf(monthOf(said(m, 1)), monthOf(said(m, 2)), number(m, 3), m[4] !== undefined),
  ],
  [
    new RegExp(`\\b(?:on |at )?(${Object.keys(namedDays).join('|')})(?:,? (?:of |in )?${year})?\\b`),
    (m) => dayOf(m[2] === undefined ? undefined : number(m, 2), ...(namedDays[said(m, 1)] ?? [1, 1])),
  ],
  [
    new RegExp(
      `\\b(since|before|until|till|after|prior to) ${year}\\b(?=\\s*(?:$|[?.!,]|and\\b|by\\b|in\\b))`,
    ),
    (m, today) => sideOf(said(m, 1), number(m, 2), today),
  ],
  [
    new RegExp(
      `\\b(?:on |from )?(?:the )?${day} ?(?:-|to|and|until) ?${day}(?: of)? ${month},? (?:of )?${year}\\b`,
    ),
    (m) => daysOfMonth(number(m, 4), monthOf(said(m, 3)), number(m, 1), number(m, 2)),
  ],
  [
    new RegExp(`\\b(?:on )?(?:the )?${day}(?: of)? ${month},? (?:of )?${year}\\b`),
    (m) => dayOf(number(m, 3), monthOf(said(m, 2)), number(m, 1)),
  ],
  [
    new RegExp(`\\b(?:on )?${month} ${day},? ${year}\\b`),
    (m) => dayOf(number(m, 3), monthOf(said(m, 1)), number(m, 2)),
  ],
  [
    new RegExp(
      `\\b(?:in |at )?(?:the )?(early|mid|late|start of|beginning of|middle of|end of)[ -]${month},? (?:of )?${year}\\b`,
    ),
    (m) => partOfMonth(said(m, 1), number(m, 3), monthOf(said(m, 2))),
  ],
  [
    new RegExp(`\\b(?:in |during )?${month},? (?:of )?${year}\\b`),
    (m) => wholeMonth(number(m, 2), monthOf(said(m, 1))),
  ],
  [
    new RegExp(`\\b(?:in |during )?(?:the )?(spring|summer|autumn|fall|winter),? (?:of )?${year}\\b`),
    (m) => season(said(m, 1), number(m, 2)),
  ],
  [
    new RegExp(
      `\\b(?:in |at )?(?:the )?(early|mid|late|start of|beginning of|middle of|end of|close of)[ -]${year}\\b`,
    ),
    (m) => partOfYear(said(m, 1), number(m, 2)),
  ],
  [new RegExp(`\\b(?:in |from )?${year}[-/](\\d{2})\\b(?!-)`), (m) => fiscal(number(m, 1), number(m, 2))],
  [
    new RegExp(`\\b(?:from |between )${year} (?:to|and|until|till) ${year}\\b`),
    (m) => span(`${said(m, 1)}-01-01`, `${said(m, 2)}-12-31`, 'span'),
  ],
  [
    /\b(?:in |during )?the ((?:19|20)\d)0s\b/,
    (m) => span(`${said(m, 1)}0-01-01`, `${said(m, 1)}9-12-31`, 'span'),
  ],
  [
    /\b(?:in |during )?the (?:'?([1-9])0s|(thirties|forties|fifties|sixties|seventies|eighties|nineties))\b/,
    (m) => decade(m[1] === undefined ? decades.indexOf(said(m, 2)) + 3 : number(m, 1)),
  ],
  [
    new RegExp(`\\b(?:on )?(?:the )?${day}(?: of)? ${month}(?= |$|[?.,!])`),
    (m) => dayOf(undefined, monthOf(said(m, 2)), number(m, 1)),
  ],
  [
    new RegExp(`\\b(?:on )?${month} ${day}(?![\\d:])\\b`),
    (m) => dayOf(undefined, monthOf(said(m, 1)), number(m, 2)),
  ],
  [new RegExp(`\\b(?:in |during |of )?${year}\\b(?!-)`), (m) => wholeYear(number(m, 1))],
  [/\b(last|this|previous|next) (year|month|week)\b/, (m, today) => relative(said(m, 1), said(m, 2), today)],
  [
    /\b(last|this) (spring|summer|autumn|fall|winter)\b/,
    (m, today) => seasonOf(said(m, 1), said(m, 2), today),
  ],
  [
    new RegExp(`\\b(?:in |during )?(this|last) ${month}\\b(?! \\d)`),
    (m, today) => nearMonth(said(m, 1), monthOf(said(m, 2)), today),
  ],
  [/\byesterday\b/, (_, today) => oneDay(today.subtract({ days: 1 }))],
  [/\btomorrow\b/, (_, today) => oneDay(today.add({ days: 1 }))],
  [/\btoday\b/, (_, today) => oneDay(today)],
];

/** `April-July 2023`; in a fiscal year a later month before an earlier one is of the next year: `April-January 2022-23`. */
function monthsOf(first: number, last: number, of: number, isFiscal: boolean): Partial<Found> {
  const end = last < first || (isFiscal && first < 4) ? of + 1 : of;
  // Figures of a stretch of months are told when it is over.
  const told = Temporal.PlainDate.from({ year: end, month: last, day: lastDay(end, last) }).add({ days: 45 });
  return span(`${of}-${pad(first)}-01`, told.toString(), 'span');
}

/** The stretch before or after a year; `since` counts the year itself. */
function sideOf(side: string, of: number, today: Temporal.PlainDate): Partial<Found> {
  if (side === 'since') return span(`${of}-01-01`, laterOf(`${of}-12-31`, today), 'span');
  if (side === 'after') return span(`${of + 1}-01-01`, laterOf(`${of + 1}-12-31`, today), 'span');
  return span('0001-01-01', `${of - 1}-12-31`, 'span');
}

const laterOf = (day: string, today: Temporal.PlainDate): string =>
  day > today.toString() ? day : today.toString();

/** `2022-23` is the fiscal year; `2024-2025` never gets here. */
function fiscal(first: number, second: number): Partial<Found> | undefined {
  if ((first + 1) % 100 !== second) return undefined;
  return span(`${first}-01-01`, `${first + 1}-12-31`, 'span');
}

/**
 * Reads the dates and stretches of time in a question. Relative words are taken from `today`.
 * Never throws: what cannot be read stays in `rest`.
 */
export function readTimes(question: string, today: Temporal.PlainDate): TimeReading {
  let rest = fold(question);
  const windows: TimeWindow[] = [];
  let monthDay: string | undefined;
  let impossible: string | undefined;
  for (const [pattern, read] of readers) {
    for (let guard = 0; guard < 4; guard++) {
      const match = pattern.exec(rest);
      if (match === null) break;
      const found = read(match, today);
      if (found === undefined) break;
      if (found.window !== undefined) windows.push({ ...found.window, said: match[0].trim() });
      monthDay ??= found.monthDay;
      if (found.impossible === true) impossible ??= match[0].replace(/^(?:on|the)\s+/, '');
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  }
  return {
    windows,
    rest: rest.replace(/\s+/g, ' ').trim(),
    ...(monthDay === undefined ? {} : { monthDay }),
    ...(impossible === undefined ? {} : { impossible }),
  };
}

/** First and last ISO day that a date of lower precision can mean: `2004-12` → 1 to 31 December. */
export function daysOf(date: string, endDate?: string): { readonly from: string; readonly until: string } {
  const end = endDate ?? date;
  const from = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  if (end.length === 10) return { from, until: end };
  if (end.length === 4) return { from, until: `${end}-12-31` };
  return { from, until: `${end}-${pad(lastDay(Number(end.slice(0, 4)), Number(end.slice(5, 7))))}` };
}
