import { readAmount, vagueSource } from '../../../text/amounts.ts';
import { monthNames } from '../../../text/date-words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const weekdayShort = ['mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'];
export const weekdayWords: readonly string[] = weekdays.map((name) => name.toLowerCase());
export const weekdaySource = `(?:${weekdays.join('|')})`;
/** With the short forms, which are read only next to a date. */
export const anyWeekdaySource = `(?:${weekdays.join('|')}|(?:${weekdayShort.join('|')})\\.?)`;
export const anyWeekdayWords: readonly string[] = [...weekdayWords, ...weekdayShort];

/** `Thursday` → 4; 0 for no weekday. */
export const weekdayOf = (word: string): number =>
  weekdays.findIndex((name) => name.toLowerCase() === word.toLowerCase()) + 1;

const monthShort = ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'];
export const monthSource = `(?:${monthNames.join('|')}|(?:${monthShort.join('|')})\\b\\.?)`;
export const monthWords: readonly string[] = [...monthNames.map((name) => name.toLowerCase()), ...monthShort];

/** `Sept.` → 9. */
export const monthOf = (word: string): number =>
  monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

export const daySource = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
export const yearSource = '(?:1[0-9]\\d\\d|20\\d\\d)';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';
export const unitSource =
  '(?:seconds?|minutes?|mins?|hours?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)';

/** `years` → `year`, `fortnight` → two weeks is left to the caller. */
export function unitOf(word: string): Unit {
  const plain = word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
  const other: Readonly<Record<string, Unit>> = { min: 'minute', fortnight: 'week', weekend: 'day' };
  return other[plain] ?? (plain as Unit);
}

/** Words before a number or a date that belong to it: `about four years`, `late November`. */
export const aboutSource =
  '(?:about|around|approximately|roughly|nearly|almost|over|under|only|some|at (?:least|most)|up to|(?:more|less|fewer) than|just (?:over|under)|as many as)';
export const aboutWords: readonly string[] =
  'about around approximately roughly nearly almost at more less fewer over under up only just as some'.split(
    ' ',
  );
export const partSource =
  '(?:(?:the )?(?:early|earlier|mid|middle|late|later|end|beginning|start)(?: in| of|-)?(?: the)?)';
export const partWords: readonly string[] =
  'early earlier mid middle late later end beginning start the'.split(' ');

/**
 * Where a number may stand: figures, or up to three short words that `readCount` then judges. Spelling the words out in every
 * pattern would make each of them slow to compile.
 */
export const countSource =
  '(\\d[\\d,]{0,14}(?:\\.\\d{1,3})?(?: \\d/\\d| hundred| thousand| million| billion)?|[a-z]{1,9}(?:[- ][a-z]{1,9}){0,2}?)';
const vague = new RegExp(`^${vagueSource}$`, 'i');

/** A number, or `vague` for `several` and its like; undefined for what is no number. */
export function readCount(said: string): number | 'vague' | undefined {
  return vague.test(said.replace(/\s+/g, ' ')) ? 'vague' : readAmount(said);
}

export const amountWords: readonly string[] =
  '0 a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  );
export const vagueWords: readonly string[] = 'several many some few various dozens hundreds thousands'.split(
  ' ',
);

export const timeOfDaySource = '(?:morning|afternoon|evening|night)';
export const timeOfDay: Readonly<Record<string, string>> = {
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
};
