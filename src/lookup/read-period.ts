import { ReaderError } from '../errors.ts';
import { partialDate } from '../knowledge/model.ts';
import { shorten } from '../options.ts';
import { dateWords } from '../text/date-words.ts';
import { fold } from '../text/fold.ts';
import { numberOf } from '../text/number-words.ts';
import { daysOf, readTimes } from '../text/time-expressions.ts';
import { type Period, shortest } from './period.ts';

const hint = 'a year, a month or a day, such as 2017, June 2017 or 9 June 2017';

/**
 * Reads one date or stretch: `2017`, `2017-06`, `2017-06-09`, `June 2017`, `last year`.
 * @param option what the reader calls it, for the sentence of the error
 * @throws ReaderError when it is no date, or one that the calendar does not have
 */
function readDate(typed: string, option: string, today: Temporal.PlainDate): Required<Period> {
  const found = tryDate(typed, today);
  if (found === 'impossible') throw new ReaderError(`There is no ${shorten(typed.trim())}; type ${hint}.`);
  if (found === undefined)
    throw new ReaderError(`“${shorten(typed.trim())}” is not a date for ${option}; type ${hint}.`);
  return found;
}

function tryDate(typed: string, today: Temporal.PlainDate): Required<Period> | 'impossible' | undefined {
  const said = typed.trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(said);
  if (iso) {
    const date = [iso[1], ...[iso[2], iso[3]].flatMap((part) => part?.padStart(2, '0') ?? [])].join('-');
    return partialDate.safeParse(date).success ? daysOf(date) : 'impossible';
  }
  const { windows, rest, impossible } = readTimes(said, today);
  if (impossible !== undefined) return 'impossible';
  const [only, another] = windows;
  return only === undefined || another !== undefined || /[\p{L}\d]/u.test(rest.replace(/^(?:in|on)$/, ''))
    ? undefined
    : { from: only.from, until: only.until };
}

/** Reads the options `from` and `to` of a command; a ReaderError when they are the wrong way round. */
export function readFromTo(
  from: string | undefined,
  to: string | undefined,
  today: Temporal.PlainDate,
): Period {
  const start = from === undefined ? undefined : readDate(from, 'from', today).from;
  const end = to === undefined ? undefined : readDate(to, 'to', today).until;
  return inOrder(start, end);
}

function inOrder(from: string | undefined, until: string | undefined): Period {
  if (from !== undefined && until !== undefined && from > until) {
    throw new ReaderError(
      `${dateWords(shortest(from, 'from'))} is after ${dateWords(shortest(until, 'until'))}; give the earlier date first and the later one last.`,
    );
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

const periodHint = 'such as 2023, May 2023, 2023-05-01/2023-05-31, 2020 to 2023 or last 30 days';

/** Two dates with something between them that says `to`. */
const between =
  /^(?:from |between )?(.+?)(?:\s*\/\s*|\s+(?:to|until|till|and|-)\s+|(?<=\d{4})-(?=\d{4}))(.+)$/;

/**
 * Reads a period: one date or stretch, two of them (`2020 to 2023`, `2023-05-01/2023-05-31`), `last 30 days`,
 * `since 2020`, `until 2005`.
 * @throws ReaderError when it cannot be read, or its ends are the wrong way round
 */
export function readPeriod(typed: string, today: Temporal.PlainDate): Period {
  const said = fold(typed);
  const past = lastOf(said, today);
  if (past !== undefined) return past;
  const open = /^(since|after|from|until|till|to|before|up to) (.+)$/.exec(said);
  const two = open !== null && open[1] !== 'from' ? null : between.exec(said);
  if (two) return inOrder(part(two[1], typed, today).from, part(two[2], typed, today).until);
  if (open) {
    const { from, until } = part(open[2], typed, today);
    if (open[1] === 'after') return { from: shift(until, 1) };
    if (open[1] === 'before') return { until: shift(from, -1) };
    return open[1] === 'since' || open[1] === 'from' ? { from } : { until };
  }
  return part(said, typed, today);
}

const shift = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

function part(said: string | undefined, typed: string, today: Temporal.PlainDate): Required<Period> {
  const found = tryDate(said ?? '', today);
  if (found === undefined || found === 'impossible') {
    const why =
      found === 'impossible'
        ? `There is no ${shorten(said ?? '')}`
        : `“${shorten(typed.trim())}” is not a period`;
    throw new ReaderError(`${why}; type one ${periodHint}.`);
  }
  return found;
}

/** `last 30 days`, `past three months`: up to and including today. */
function lastOf(said: string, today: Temporal.PlainDate): Required<Period> | undefined {
  const match = /^(?:the )?(?:last|past) (\S+) (day|week|month|year)s?$/.exec(said);
  const amount = match?.[1] === undefined ? undefined : numberOf(match[1]);
  if (match === null || amount === undefined || !Number.isInteger(amount) || amount < 1 || amount > 36_500)
    return undefined;
  const start = today.subtract(
    match[2] === 'day'
      ? { days: amount - 1 }
      : match[2] === 'week'
        ? { weeks: amount }
        : match[2] === 'month'
          ? { months: amount }
          : { years: amount },
  );
  return { from: start.toString(), until: today.toString() };
}
