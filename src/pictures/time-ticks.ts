import { dateWords } from '../text/date-words.ts';
import { yearNumber } from './years.ts';

/** A tick of an axis of time: where it stands, in years, and what it says. */
export interface TimeTick {
  readonly year: number;
  readonly words: string;
}

interface Step {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

const steps: readonly Step[] = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { months: 1 },
  { months: 3 },
  { months: 6 },
  { years: 1 },
  { years: 2 },
  { years: 5 },
  { years: 10 },
  { years: 20 },
  { years: 50 },
  { years: 100 },
];
const century: Step = { years: 100 };

/** At most `most` ticks on round dates between two times, given in years: days, months or years, whichever fits. */
export function timeTicks(from: number, until: number, most: number): readonly TimeTick[] {
  const step = steps.find((each) => (until - from) / yearsOf(each) <= most) ?? century;
  const ticks: TimeTick[] = [];
  for (let day = firstTick(from, step); yearNumber(day.toString()) <= until; day = day.add(step)) {
    const year = yearNumber(day.toString());
    if (year >= from) ticks.push({ year, words: wordsOf(day, step) });
  }
  return ticks;
}

const yearsOf = (step: Step): number => (step.years ?? 0) + (step.months ?? 0) / 12 + (step.days ?? 0) / 365;

function firstTick(from: number, step: Step): Temporal.PlainDate {
  const year = Math.floor(from);
  const start = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  if (step.years !== undefined) return start.with({ year: year - (year % step.years) });
  return step.days === undefined ? start : start.add({ days: Math.floor((from - year) * 365) });
}

function wordsOf(day: Temporal.PlainDate, step: Step): string {
  const iso = day.toString();
  if (step.years !== undefined) return iso.slice(0, 4);
  const [number = '', month = ''] = dateWords(iso).split(' ');
  const short = month.slice(0, 3);
  return step.days === undefined ? `${short} ${iso.slice(0, 4)}` : `${number} ${short}`;
}
