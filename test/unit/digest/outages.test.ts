import { describe, expect, it } from 'vitest';
import { dueDeliveries } from '../../../src/digest/due.ts';
import type { Delivery, Schedule } from '../../../src/store/ports.ts';
import { memoryDeliveries } from '../../support/context.ts';
import { schedule } from '../../support/schedule.ts';

// Ticks every minute over outages and clocks that are wrong: each slot has one row, and nothing comes in a burst.

const hourly: Partial<Schedule> = {
  at: ['06:00', '09:00', '12:00', '18:00'],
  activeFrom: '2026-11-20T00:00:00Z',
};
const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** The rows after ticks at the instants given, as the store keeps them; each due row is sent at once. */
async function run(ticks: readonly Temporal.Instant[]): Promise<readonly Delivery[]> {
  const ledger = memoryDeliveries();
  let mark: Temporal.Instant | undefined;
  for (const now of ticks) {
    const due = dueDeliveries(schedule(hourly), mark, now, (id, slot) => `${id} ${slot}`);
    await ledger.claimSlots(due);
    mark = now;
    for (;;) {
      const row = await ledger.take('me', now.toString(), now.add({ hours: 1 }).toString(), ['console']);
      if (row === undefined) break;
      await ledger.settle(row.id, row.fence, { state: 'sent', messageId: now.toString() });
    }
  }
  return ledger.list();
}

/** Every minute from one instant to another. */
function everyMinute(from: string, until: string): readonly Temporal.Instant[] {
  const count = Math.floor(at(from).until(at(until)).total('seconds') / 60);
  return Array.from({ length: count + 1 }, (_, index) => at(from).add({ seconds: 60 * index }));
}

const states = (rows: readonly Delivery[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ state }) => state)].map(([state, found]) => [state, found.length]),
  );

describe('an outage', () => {
  it.each([
    ['of a minute over a slot', '2026-11-23T08:59:30Z', '2026-11-23T09:00:30Z', 0],
    ['of an hour', '2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z', 0],
    [
      'of eight hours: the older of two missed slots is skipped',
      '2026-11-23T05:30:00Z',
      '2026-11-23T13:30:00Z',
      2,
    ],
  ])('%s loses no slot and doubles none', async (_, down, up, skipped) => {
    const rows = await run([
      ...everyMinute('2026-11-23T00:00:00Z', down),
      ...everyMinute(up, '2026-11-23T23:59:00Z'),
    ]);
    const slots = rows.map(({ slot }) => slot).filter((slot) => slot.startsWith('2026-11-23'));
    expect(slots.toSorted()).toEqual(hourly.at?.map((time) => `2026-11-23@${time}`));
    expect(states(rows.filter(({ slot }) => slot.startsWith('2026-11-23'))).skipped ?? 0).toBe(skipped);
  });
});

describe('a clock that is wrong for an hour of real time', () => {
  const before = everyMinute('2026-11-23T05:00:00Z', '2026-11-23T08:30:00Z');
  const shifted = (by: Temporal.DurationLike): readonly Temporal.Instant[] =>
    everyMinute('2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z').map((now) =>
      // An instant takes hours and no days.
      now.add({ hours: Temporal.Duration.from(by).total({ unit: 'hours', relativeTo: '2026-11-23' }) }),
    );
  const after = everyMinute('2026-11-23T09:30:00Z', '2026-11-24T00:00:00Z');

  it.each([
    ['an hour ahead', { hours: 1 }],
    ['an hour behind', { hours: -1 }],
    ['a day ahead', { days: 1 }],
    ['a day behind', { days: -1 }],
    ['a week ahead', { days: 7 }],
  ])('%s: every slot of the day has one row, and none that has passed is missed', async (_, by) => {
    const rows = await run([...before, ...shifted(by), ...after]);
    const today = rows.filter(({ slot }) => slot.startsWith('2026-11-23'));
    expect(today.map(({ slot }) => slot).toSorted()).toEqual(hourly.at?.map((time) => `2026-11-23@${time}`));
    expect(new Set(rows.map(({ slot }) => slot)).size).toBe(rows.length);
    // What was recorded as missed by the wrong clock was posted when its time came.
    expect(states(today.filter(({ slot }) => slot > '2026-11-23@09:30'))).toEqual({ sent: 2 });
    const perTick = Map.groupBy(
      rows.filter(({ state }) => state === 'sent'),
      ({ messageId }) => messageId,
    );
    expect(Math.max(...[...perTick.values()].map((each) => each.length))).toBe(1);
  });

  it('a week ahead and back: the days between are posted in their time', async () => {
    const rest = everyMinute('2026-11-24T00:00:00Z', '2026-11-24T23:00:00Z');
    const rows = await run([...before, ...shifted({ days: 7 }), ...after, ...rest]);
    const tomorrow = rows.filter(({ slot }) => slot.startsWith('2026-11-24'));
    expect(states(tomorrow)).toEqual({ sent: 4 });
  });
});
