import {
  anyWeekdaySource,
  anyWeekdayWords,
  daySource,
  monthOf,
  monthSource,
  monthWords,
  partSource,
  partWords,
  yearSource,
} from './lexicon.ts';
import { yearNear } from './nearest-day.ts';
import {
  implied,
  stated,
  sticky,
  type TimeContext,
  type TimeReading,
  type TimeRecogniser,
} from './recogniser.ts';
import { inCalendar, monthValue } from './values.ts';

const dayNumber = (said: string): number => Number.parseInt(said, 10);

function fullDay(year: string, month: number, day: string): TimeReading | undefined {
  const found = inCalendar(Number(year), month, dayNumber(day));
  return found && stated('DATE', found.toString());
}

/** A day and month without a year. */
function nearDay(month: number, day: number, context: TimeContext): TimeReading | undefined {
  const year = yearNear(context.published, month, day, context.tense());
  const found = inCalendar(year, month, day);
  return found && implied('DATE', found.toString());
}

const isoDate: TimeRecogniser = {
  name: 'ISO date: 2023-05-04',
  first: ['0'],
  pattern: sticky('(\\d{4})-(\\d\\d)-(\\d\\d)(?![\\d-])'),
  read: (m) => fullDay(m[1] ?? '', Number(m[2]), m[3] ?? ''),
};

const weekdayLead = `(?:${anyWeekdaySource},? (?:the )?)?`;

const monthDayYear: TimeRecogniser = {
  name: 'month, day and year: Friday, May 5, 2023',
  first: [...anyWeekdayWords, ...monthWords],
  pattern: sticky(`${weekdayLead}(${monthSource}) (${daySource})(?:,? |,)(${yearSource})\\b(?!:)`),
  read: (m) => fullDay(m[3] ?? '', monthOf(m[1] ?? ''), m[2] ?? ''),
};

const dayMonthYear: TimeRecogniser = {
  name: 'day, month and year: the 5th of May 2023',
  first: ['0', 'the', ...anyWeekdayWords],
  pattern: sticky(
    `${weekdayLead}(?:the )?(${daySource})(?: of | |-)(${monthSource})(?:,? |-|,? of )(${yearSource})\\b`,
  ),
  read: (m) => fullDay(m[3] ?? '', monthOf(m[2] ?? ''), m[1] ?? ''),
};

const monthDay: TimeRecogniser = {
  name: 'month and day: Thursday, April 6',
  first: [...anyWeekdayWords, ...monthWords],
  pattern: sticky(`${weekdayLead}(${monthSource}) (${daySource})\\b(?![\\d:.]\\d)`),
  read: (m, context) => nearDay(monthOf(m[1] ?? ''), dayNumber(m[2] ?? ''), context),
};

const dayMonth: TimeRecogniser = {
  name: 'day and month: 4 May',
  first: ['0', 'the', ...anyWeekdayWords],
  pattern: sticky(`${weekdayLead}(?:the )?(${daySource})(?: of | |-)(${monthSource})(?!\\p{L})`),
  read: (m, context) =>
    isMonthName(m[2] ?? '') ? nearDay(monthOf(m[2] ?? ''), dayNumber(m[1] ?? ''), context) : undefined,
};

const firstDay = new RegExp(`(${monthSource})\\s(${daySource})\\s?(?:and|to|or|-|–|—)\\s?$`, 'i');

/** The second day of `April 24 and 25` or `April 24-25`; the first stands right before it. */
const secondDay: TimeRecogniser = {
  name: 'second day of two: May 4 and 5',
  first: ['0'],
  pattern: sticky(`(${daySource})\\b(?!\\s{1,4}(?:\\p{Ll}{3,}|%|percent))(?![\\d:.]\\d)`),
  read(m, { anchor, before, published }) {
    const first = firstDay.exec(before);
    if (first === null || dayNumber(first[2] ?? '') >= dayNumber(m[1] ?? '')) return undefined;
    const year = anchor === undefined ? published.year : Number(anchor.slice(0, 4));
    const found = inCalendar(year, monthOf(first[1] ?? ''), dayNumber(m[1] ?? ''));
    return found && implied('DATE', found.toString());
  },
};

const monthYear: TimeRecogniser = {
  name: 'month and year: late November 1999',
  first: [...partWords, ...monthWords],
  pattern: sticky(`(?:${partSource} ?)?(${monthSource})(?:,? | of |,)(${yearSource})\\b(?![-–]\\d)`),
  read(m) {
    const found = inCalendar(Number(m[2]), monthOf(m[1] ?? ''), 1);
    return found && stated('DATE', monthValue(found));
  },
};

/** `May`, `March` and `Mar` are other words too: small ones never name a month, and `May` needs a word before it. */
function isMonthName(word: string): boolean {
  return word[0] === word[0]?.toUpperCase();
}

const leads =
  /(?:^|[\s(])(?:in|since|until|till|by|from|to|of|during|after|before|for|through|and|or|between|this|last|next|early|late|mid|every)[\s-]$/i;

const month: TimeRecogniser = {
  name: 'month alone: in April, late November',
  first: [...partWords, ...monthWords],
  pattern: sticky(`(?:${partSource} ?)?(${monthSource})(?![\\p{L}-]| \\d{1,2}\\b(?![:\\d]))`),
  read(m, context) {
    const word = m[1] ?? '';
    if (
      !isMonthName(word) ||
      (/^(?:May|March|August|\p{L}{3,4})$/u.test(word) && m[0] === word && !leads.test(context.before))
    )
      return undefined;
    // “Jan Novak” and “June Carter” are people.
    if (/^(?:Jan|May|April|June|August)$/.test(m[0]) && /^ \p{Lu}\p{Ll}/u.test(context.after))
      return undefined;
    const which = monthOf(word);
    const found = inCalendar(yearNear(context.published, which, undefined, context.tense()), which, 1);
    return found && implied('DATE', monthValue(found));
  },
};

const slashDate: TimeRecogniser = {
  name: 'date in figures: 05/04/2023, 04.05.2023',
  first: ['0'],
  pattern: sticky('(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})(?!\\d)'),
  read(m) {
    const [first, second] = [Number(m[1]), Number(m[3])];
    // With a slash the month comes first, as American papers write; where it cannot, and with dots, the day does.
    const monthFirst = m[2] === '/' && first <= 12;
    return monthFirst ? fullDay(m[4] ?? '', first, m[3] ?? '') : fullDay(m[4] ?? '', second, m[1] ?? '');
  },
};

/** Longer forms before the shorter ones that they contain. */
export const calendarDates: readonly TimeRecogniser[] = [
  isoDate,
  slashDate,
  monthDayYear,
  dayMonthYear,
  monthYear,
  monthDay,
  dayMonth,
  secondDay,
  month,
];
