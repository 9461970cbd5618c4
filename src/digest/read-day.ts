import { ReaderError } from '../errors.ts';
import { shorten } from '../options.ts';
import { monthDayWords, readMonthDay } from '../text/date-words.ts';

/**
 * The month and day (`06-15`) that somebody typed.
 * @throws ReaderError for a day that is not in the calendar, or for what is none at all
 */
export function readDay(typed: string, today: Temporal.PlainDate): string {
  const read = readMonthDay(typed, today);
  switch (read.state) {
    case 'read':
      return read.monthDay;
    case 'no-such-day':
      throw new ReaderError(
        `There is no ${shorten(read.said, 30)}; try /onthisday ${monthDayWords(read.nearest)}.`,
      );
    case 'unread':
      throw new ReaderError(`“${shorten(typed, 40)}” is not a day; try /onthisday 15 June.`);
  }
}
