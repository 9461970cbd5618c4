import type { NonEmpty } from '../answer/model.ts';
import type { Event } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import type { CountsBar, CountsDrawing } from './model.ts';

/** Fewer events than this, or all of them in fewer than four months, make no picture. */
const fewestEvents = 8;
const fewestBars = 4;
/** Longer spans are counted by years. */
const mostMonths = 36;

/** Events a month, or a year over a longer time. Those whose month or year is not known are not counted, and it says so. */
export function countsDrawing(events: readonly Event[], about: string): CountsDrawing | undefined {
  if (events.length < fewestEvents) return undefined;
  const months = barsOf(events, 'month');
  const grain = months.length <= mostMonths ? 'month' : 'year';
  const bars = grain === 'month' ? months : barsOf(events, 'year');
  const [first, ...rest] = bars;
  if (first === undefined || bars.length < fewestBars) return undefined;
  const all: NonEmpty<CountsBar> = [first, ...rest];
  const title = `Events a ${grain} in the data: ${about}`;
  return { type: 'counts', title, grain, bars: all, alt: altOf(all, title, events.length) };
}

const letters = { month: 7, year: 4 } as const;

function barsOf(events: readonly Event[], grain: CountsDrawing['grain']): readonly CountsBar[] {
  const dates = events
    .filter((event) => event.date.length >= letters[grain])
    .map((event) => event.date.slice(0, letters[grain]))
    .sort();
  const counts = Map.groupBy(dates, (date) => date);
  return everyDate(dates[0], dates.at(-1)).map((date) => ({ date, count: counts.get(date)?.length ?? 0 }));
}

/** `2022-12`, `2023-01`, … or `2022`, `2023`, …, both ends included. */
function everyDate(first: string | undefined, last: string | undefined): readonly string[] {
  if (first === undefined || last === undefined) return [];
  const dates: string[] = [];
  for (let date = first; date <= last; date = next(date)) dates.push(date);
  return dates;
}

const next = (date: string): string =>
  date.length === 4
    ? `${Number(date) + 1}`.padStart(4, '0')
    : Temporal.PlainYearMonth.from(date).add({ months: 1 }).toString();

function altOf(bars: NonEmpty<CountsBar>, title: string, total: number): string {
  const counted = bars.filter((bar) => bar.count > 0);
  const list = counted.map((bar) => `${dateWords(bar.date)}: ${bar.count}`).join(', ');
  const sum = counted.reduce((all, bar) => all + bar.count, 0);
  const none = counted.length === bars.length ? '' : '; none in the others';
  const left = sum === total ? '' : ` ${total - sum} without a known month are not counted.`;
  return `Bar chart. ${title}. ${list}${none}.${left}`;
}
