import { slotsOn, weekdays } from '../../../src/digest/slots.ts';
import { createOracle, halfHours } from '../../support/slot-oracle.ts';

/** What a comparison found: how many local dates and times were looked at, and the first that differ. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Holds our slots of one zone and year to the oracle: every half-hour of the days around a change of the clocks, and one
 * half-hour, ever another, of every other day. Each local date and time has exactly one slot, at the oracle's instant.
 */
export function compareYear(zone: string, year: number): Comparison {
  const oracle = createOracle(zone);
  const changing = new Set(oracle.changes(year));
  const differences: string[] = [];
  let compared = 0;
  let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (let number = 0; date.year === year; number++, date = date.add({ days: 1 })) {
    const iso = date.toString();
    const times = changing.has(iso) ? halfHours : [halfHours[(number * 7) % 48] ?? '09:00'];
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
