import { slotsOn, weekdays } from '../../../src/digest/slots.ts';
import { createOracle, halfHours, type Oracle } from '../../support/slot-oracle.ts';

/** What a comparison found: how many local dates and times were looked at, and those that differ. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Holds our slots of one zone and year to the oracle: each local date and time has exactly one slot, at the oracle's
 * instant.
 * @param which `every` half-hour of every day; or every one of the days around a change of the clocks, and one, ever
 * another, of each other day
 */
export function compareYear(
  zone: string,
  year: number,
  which: 'every' | 'some' = 'some',
  oracle: Oracle = createOracle(zone, [year, year]),
): Comparison {
  const changing = new Set(oracle.changes(year));
  const differences: string[] = [];
  let compared = 0;
  let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (let number = 0; date.year === year; number++, date = date.add({ days: 1 })) {
    const iso = date.toString();
    const isWhole = which === 'every' || changing.has(iso);
    const times = isWhole ? halfHours : [halfHours[(number * 7) % 48] ?? '09:00'];
    const slots = slotsOn({ zone, at: times, days: weekdays }, date);
    if (slots.length !== times.length) differences.push(`${zone} ${iso}: ${slots.length} of ${times.length}`);
    for (const [index, time] of times.entries()) {
      compared += 1;
      const slot = slots[index];
      const wanted = oracle.instantOf(iso, time);
      const is = slot?.skip === undefined ? slot?.instant.epochMilliseconds : undefined;
      if (slot?.key !== `${iso}@${time}` || is !== wanted)
        differences.push(`${zone} ${iso}@${time}: ${is}, not ${wanted}`);
    }
  }
  return { compared, differences };
}
