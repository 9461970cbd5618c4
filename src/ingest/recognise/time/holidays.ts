import { implied, sticky, type TimeRecogniser } from './recogniser.ts';
import { inCalendar } from './values.ts';

type Day = Temporal.PlainDate;

/** The `nth` weekday (1 Monday to 7 Sunday) of a month; −1 is the last. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth < 0) {
    const last = first.with({ day: first.daysInMonth });
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
}

/** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
export function easter(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

const fixed =
  (month: number, day: number) =>
  (year: number): Day | undefined =>
    inCalendar(year, month, day);

const days: readonly (readonly [string, (year: number) => Day | undefined])[] = [
  ["new year's day|new year’s day|new years day", fixed(1, 1)],
  ["new year's eve|new year’s eve", fixed(12, 31)],
  ['christmas eve', fixed(12, 24)],
  ['christmas day|christmas|xmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["valentine's day|valentine’s day", fixed(2, 14)],
  ["international women's day|international women’s day|women’s day", fixed(3, 8)],
  ["april fools' day|april fool's day", fixed(4, 1)],
  ['may day', fixed(5, 1)],
  ['halloween', fixed(10, 31)],
  ['the fourth of july', fixed(7, 4)],
  ['veterans day|armistice day', fixed(11, 11)],
  ['thanksgiving day|thanksgiving', (year) => nthWeekday(year, 11, 4, 4)],
  ['labor day', (year) => nthWeekday(year, 9, 1, 1)],
  ['memorial day', (year) => nthWeekday(year, 5, 1, -1)],
  ['election day', (year) => nthWeekday(year, 11, 1, 1).add({ days: 1 })],
  ['easter sunday|easter', easter],
  ['good friday', (year) => easter(year).subtract({ days: 2 })],
  ['easter monday', (year) => easter(year).add({ days: 1 })],
];

const source = days.map(([names]) => `(${names.replaceAll(' ', '\\s{1,4}')})`).join('|');
const first = days.flatMap(([names]) => names.split('|').map((name) => name.split(/[ '’]/)[0] ?? ''));

/** The feast of the year that is nearest to the day, but on the side that a lead or the tense asks for. */
function near(
  of: (year: number) => Day | undefined,
  published: Day,
  side: 'past' | 'future' | 'unknown',
): Day | undefined {
  const all = [published.year - 1, published.year, published.year + 1]
    .map(of)
    .filter((day) => day !== undefined);
  const fits = all.filter((day) => {
    const away = published.until(day).days;
    return side === 'past' ? away <= 10 : side === 'future' ? away >= 0 : true;
  });
  const distance = (day: Day): number => Math.abs(published.until(day).days);
  return fits.sort((left, right) => distance(left) - distance(right))[0];
}

export const holidays: readonly TimeRecogniser[] = [
  {
    name: 'feast days: Thanksgiving, last Christmas, Easter 2020',
    first: ['last', 'next', 'this', ...new Set(first)],
    pattern: sticky(`(?:(last|next|this)\\s)?(?:${source})\\b(?!\\s(?:Island|Carol))(?:,?\\s(\\d{4})\\b)?`),
    read(m, { published, tense }) {
      const which = days.findIndex((_, index) => m[index + 2] !== undefined);
      const of = days[which]?.[1];
      const name = m[which + 2];
      if (of === undefined || name === undefined || name[0] !== name[0]?.toUpperCase()) return undefined;
      const year = m[days.length + 2];
      if (year !== undefined) return implied('DATE', of(Number(year))?.toString() ?? year);
      const lead = m[1]?.toLowerCase();
      const found = near(of, published, lead === 'last' ? 'past' : lead === 'next' ? 'future' : tense());
      return found && implied('DATE', found.toString());
    },
  },
];
