import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeliverParts, type Held, usualRules } from '../../../src/digest/deliver-parts.ts';
import { closeToken, shutUntil } from '../../../src/digest/refusals.ts';
import { lateCall, turnToPost } from '../../../src/digest/turns.ts';
import type { Manners } from '../../../src/platforms/platform.ts';
import type { Delivery } from '../../../src/store/ports.ts';
import { memoryBudgets, memoryDeliveries } from '../../support/context.ts';

// Turns at calling a platform: never more calls in a second than it takes, whatever holds a process up.

const start = Temporal.Instant.from('2026-11-23T09:00:00Z').epochMilliseconds;
const edition = {
  document: { kind: 'digest', blocks: [], sources: [] },
  basis: { dataVersion: 'v', asOf: '2026-11-23T09:00:00Z', records: [] },
} as const;

/** A world whose time passes only while somebody waits. */
function world(manners: Manners) {
  let now = start;
  const budgets = memoryBudgets();
  const deliveries = memoryDeliveries([], budgets);
  const clock = () => Temporal.Instant.fromEpochMilliseconds(Math.round(now));
  const parts = {
    budgets,
    deliveries,
    clock,
    elapsed: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
    rules: usualRules,
    quickest: new Map(),
  } as unknown as DeliverParts;
  let count = 0;
  const add = async (channel: string): Promise<Held> => {
    count += 1;
    const row: Delivery = {
      id: `r${count}`,
      schedule: 's',
      slot: `2026-11-23@${count}`,
      due: clock().toString(),
      place: { platform: 'discord', workspace: 'w', channel },
      state: 'due',
      attempts: 0,
    };
    await deliveries.claimSlot(row);
    return heldNow((await take()) ?? { ...row, fence: -1 });
  };
  const heldNow = (row: Held['row']): Held => ({ row, since: now, leave: () => {} });
  const take = () =>
    deliveries.take('me', clock().toString(), clock().add({ minutes: 5 }).toString(), ['discord']);
  return {
    parts,
    add,
    take,
    heldNow,
    turn: (held: Held) => turnToPost(held, manners, edition, parts),
    now: () => now - start,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Sets the time, also back: what others do at the same time is worked out one after the other. */
    passTo: (milliseconds: number) => {
      now = start + milliseconds;
    },
  };
}

const discord: Manners = {
  everyCall: 1000 / 48,
  everyMessage: 0,
  tokenOf: 'platform',
  again: 'harmless for a while',
};

/** Most of the instants that lie within one second. */
const mostInASecond = (at: readonly number[]): number =>
  Math.max(...at.map((one) => at.filter((other) => other >= one && other < one + 1000).length));

/** How long a process stands still before a call, and how long the call is on its way, in milliseconds. */
type Delays = readonly [late: number, way: number];

/**
 * Calls made by sixteen workers side by side: when each came to the platform.
 * @param delays of one call after another
 */
async function calls(delays: readonly Delays[]): Promise<readonly number[]> {
  const { add, turn, now, passTo, parts } = world(discord);
  const came: number[] = [];
  const events: { at: number; run: () => Promise<void> }[] = [];
  const left = [...delays];
  const begin = async (): Promise<void> => {
    const delay = left.shift();
    if (delay === undefined) return;
    const held = await add(`c${left.length}`);
    const begun = await turn(held);
    if (begun.state !== 'begun') throw new Error(`no turn: ${begun.state}`);
    const asked = Math.max(now(), begun.at - start) + delay[0];
    came.push(asked + delay[1]);
    events.push({ at: asked + delay[1] + 80, run: () => settle(held, begun, delay[1] + 80) });
  };
  const settle = async (
    { row }: Held,
    begun: Parameters<typeof lateCall>[0],
    took: number,
  ): Promise<void> => {
    const late = lateCall(begun, { name: 'discord', manners: discord }, took, parts);
    await parts.deliveries.settle(row.id, row.fence, { state: 'sent', ...late });
    await begin();
  };
  for (let worker = 0; worker < 16; worker++) events.push({ at: worker, run: begin });
  while (events.length > 0) {
    events.sort((one, other) => one.at - other.at);
    const next = events.shift();
    passTo(next?.at ?? 0);
    await next?.run();
  }
  return came;
}

describe('turns of a token', () => {
  it('never let more than fifty calls come in a second, however late each is made and however long it is on its way', async () => {
    const delay = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) },
      fc.integer({ min: 0, max: 300 }),
    );
    const many = fc.array(fc.tuple(delay, delay), { minLength: 150, maxLength: 250 });
    await fc.assert(
      fc.asyncProperty(many, async (delays) => {
        expect(mostInASecond(await calls(delays))).toBeLessThanOrEqual(50);
      }),
      { numRuns: 40 },
    );
  });

  it('let the calls of a process that stood still for a moment not count as made in their time', async () => {
    // All calls of half a second go out at its end, the ones after them in time.
    const delays = Array.from(
      { length: 200 },
      (_, index): Delays => (index >= 50 && index < 66 ? [300, 1] : [0, 1]),
    );
    expect(mostInASecond(await calls(delays))).toBeLessThanOrEqual(50);
  });

  it('are used up: calls that go out in time come to 47 a second and more', async () => {
    const { add, turn, now } = world(discord);
    for (let count = 0; count < 500; count++) await turn(await add(`c${count}`));
    expect(500 / (now() / 1000)).toBeGreaterThan(47);
  });

  it('wait until a limit is over, and give back what would have to wait for long', async () => {
    const { parts, add, turn, now } = world(discord);
    const held = await add('c1');
    const until = parts.clock().add({ seconds: 1 });
    await closeToken(held.row.place, discord, until, parts);
    expect(await shutUntil(held.row.place, discord, parts)).toEqual(until);
    expect(await turn(held)).toMatchObject({ state: 'begun' });
    expect(now()).toBeGreaterThanOrEqual(1000);
    expect(await shutUntil(held.row.place, discord, parts)).toBeUndefined();
    const long = parts.clock().add({ seconds: 30 });
    await closeToken(held.row.place, discord, long, parts);
    const given = await turn(await add('c2'));
    expect(given).toEqual({ state: 'later', at: long, reason: 'waits for its turn' });
    // It took no turn: the next one after the limit is the first.
    expect(await turn(await add('c3'))).toEqual(given);
  });

  it('are not taken for a row that is another process’s by now', async () => {
    const { parts, add, turn, take, pass } = world(discord);
    const held = await add('c1');
    pass(301_000);
    expect((await take())?.fence).toBe(2);
    // A process that stood still and does not know it has an old fence; one that does asks for nothing.
    expect(await turn({ ...held, since: parts.elapsed() })).toEqual({ state: 'lost' });
    expect(await turn(held)).toMatchObject({ state: 'later', reason: 'the process was too slow' });
  });
});

describe('turns of a channel', () => {
  const manners: Manners = { ...discord, everyMessage: 1_020 };

  it('are taken once, and waited for with the turn in hand', async () => {
    const { add, turn, take, heldNow, parts, pass, now } = world(manners);
    expect(await turn(await add('c1'))).toMatchObject({ state: 'begun' });
    const held = await add('c1');
    const given = await turn(held);
    expect(given).toMatchObject({ state: 'later', reason: 'waits for its turn in the channel' });
    if (given.state !== 'later') return;
    await parts.deliveries.settle(held.row.id, held.row.fence, {
      state: 'due',
      error: given.reason,
      notBefore: given.at.toString(),
    });
    pass(given.at.epochMilliseconds - start - now());
    const again = await take();
    if (again === undefined) throw new Error('it may be taken again');
    expect(await turn(heldNow(again))).toMatchObject({ state: 'begun' });
    // A third one comes a turn later, and not two.
    const third = await turn(await add('c1'));
    expect(third.state === 'later' && third.at.epochMilliseconds - start).toBe(2 * 1_020);
  });

  it('that were left for long are taken anew, so that what waited does not go out in a heap', async () => {
    const { add, turn, take, heldNow, parts, pass } = world(manners);
    await turn(await add('c1'));
    const rows = [await add('c1'), await add('c1'), await add('c1')];
    for (const held of rows) {
      const given = await turn(held);
      if (given.state !== 'later') throw new Error('the channel has no turn yet');
      const outcome = { state: 'due', error: given.reason, notBefore: given.at.toString() } as const;
      await parts.deliveries.settle(held.row.id, held.row.fence, outcome);
    }
    pass(600_000);
    const states: string[] = [];
    for (let count = 0; count < 3; count++) {
      const row = await take();
      if (row !== undefined) states.push((await turn(heldNow(row))).state);
    }
    expect(states).toEqual(['begun', 'later', 'later']);
  });
});
