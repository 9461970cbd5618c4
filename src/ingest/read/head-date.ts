import { readHeaderDate } from '../recognise/dateline.ts';
import { monthOf } from './read-moment.ts';

/** `GOA, May 4 (Agency) –`, `New Delhi, 4 May 2023:`; the month and day, and the year where it is written. */
const dateline =
  /^\s*(?:\p{Lu}[\p{L}.’'-]{1,24}[\s,]{1,2}){1,6}(?:([JFMASOND]\p{L}{2,8})\.?\s(\d{1,2})|(\d{1,2})\s([JFMASOND]\p{L}{2,8})\.?)(?:,?\s(\d{4}))?\s{0,2}(?:\([^()\n]{2,40}\)\s?)?(?:--|[–—:_-])/u;

/**
 * The day that stands at the beginning of a text: a header `date 2023-05-04`, or an agency's dateline. A dateline without
 * a year is of the last such day up to today.
 */
export function headDate(text: string, today: Temporal.PlainDate): string | undefined {
  return readHeaderDate(text)?.toString() ?? datelineDay(text, today);
}

/** A text without its header `date 2023-05-04`, which is no part of what it says. */
export const withoutHeader = (text: string): string =>
  readHeaderDate(text) === undefined ? text : text.replace(/^\s{0,6}date\s\d{4}-\d{2}-\d{2}\s*/i, '');

function datelineDay(text: string, today: Temporal.PlainDate): string | undefined {
  const [, nameFirst, dayLast, dayFirst, nameLast, written] = dateline.exec(text.slice(0, 240)) ?? [];
  const month = monthOf(nameFirst ?? nameLast);
  const day = dayLast ?? dayFirst;
  if (month === undefined || day === undefined) return undefined;
  const inYear = (year: number): Temporal.PlainDate | undefined => {
    const made = Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) });
    return made.day === Number(day) ? made : undefined;
  };
  if (written !== undefined) return inYear(Number(written))?.toString();
  const tried = [0, 1, 2, 3, 4].map((back) => inYear(today.year - back));
  return tried.find((each) => each !== undefined && Temporal.PlainDate.compare(each, today) <= 0)?.toString();
}
