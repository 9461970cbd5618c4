import { describe, expect, test } from 'vitest';
import type { Delivery, Store, Turn } from '../../src/store/ports.ts';
import { minutes, place, slot } from '../support/store/ledger.ts';

/** What turns at calling a platform must be, with everything that is written before a call; `make` gives an empty store. */
export function turnsContract(name: string, make: () => Promise<Store>): void {
  const start = Date.parse(minutes(1));
  const edition = {
    document: { kind: 'digest', blocks: [], sources: [] },
    basis: { dataVersion: 'v', asOf: minutes(1), records: [] },
  } as const;
  const token: Turn = { name: 'discord', everyMs: 20, places: 3, within: 500 };

  /** A store, its time, and rows that are held. */
  async function world(rows: number) {
    const store = await make();
    let now = start;
    const clock = () => Temporal.Instant.fromEpochMilliseconds(now);
    const slots = Array.from({ length: rows }, (_, index) => slot('a', index));
    await store.deliveries.claimSlots(slots);
    const held: (Delivery & { readonly fence: number })[] = [];
    for (const _ of slots) {
      const row = await store.deliveries.take('me', minutes(90), minutes(95), [place.platform]);
      if (row !== undefined) held.push(row);
    }
    const begin = (index: number, turns: readonly Turn[]) => {
      const row = held[index];
      return store.deliveries.begin(row?.id ?? '', row?.fence ?? 0, { clock, turns, edition });
    };
    return {
      ...store,
      held,
      begin,
      clock,
      passTo: (milliseconds: number) => {
        now = start + milliseconds;
      },
    };
  }
  const since = (begun: { readonly state: string; readonly at?: number }) =>
    begun.at === undefined ? begun.state : `${begun.state} ${begun.at - start}`;

  describe(`${name}: turns`, () => {
    test('a channel is kept free after a call that waited for the turn of the token', async () => {
      const { begin, budgets, clock } = await world(2);
      const channel: Turn = { name: 'channel', everyMs: 1000, places: 1, within: 5000, keep: true };
      const slow: Turn = { name: 'token', everyMs: 400, places: 1, within: 5000 };
      for (let call = 0; call < 3; call++) await budgets.take(slow, clock);
      const begun = await begin(0, [channel, slow]);
      expect(since(begun)).toBe('begun 1200');
      expect(since({ state: 'next', at: (await budgets.take(channel, clock)).at })).toBe('next 2200');
      // The same where the row came back with its turn in the channel in hand.
      const again = await begin(1, [{ ...channel, isInHand: true }, slow]);
      expect(since(again)).toBe('begun 1600');
      expect(since({ state: 'next', at: (await budgets.take(channel, clock)).at })).toBe('next 3200');
    });

    test('as many calls as there are places go close together, the next ones as places are free again', async () => {
      const { begin } = await world(7);
      const begun: string[] = [];
      for (let index = 0; index < 7; index++) begun.push(since(await begin(index, [token])));
      // Half a turn between two calls, and each place is in use for three turns.
      expect(begun.map((each) => Number(each.split(' ')[1]))).toEqual([0, 10, 20, 60, 70, 80, 120]);
    });

    test('a call that was made late keeps its place for longer', async () => {
      const { begin, deliveries, held } = await world(4);
      const first = await begin(0, [token]);
      if (first.state !== 'begun') throw new Error('the first is free');
      const late = { place: first.place, until: start + 400 };
      await deliveries.settle(held[0]?.id ?? '', held[0]?.fence ?? 0, { state: 'sent', late });
      const rest = [];
      for (const index of [1, 2, 3]) rest.push(since(await begin(index, [token])));
      expect(rest).toEqual(['begun 10', 'begun 20', 'begun 70']);
    });

    test('one that comes too late is not taken; nothing is put down as tried', async () => {
      const { begin, budgets, clock, deliveries, held } = await world(2);
      await budgets.close('discord', start + 501);
      expect(since(await begin(0, [token]))).toBe('later 501');
      expect(since(await begin(1, [token]))).toBe('later 501');
      const row = await deliveries.get(held[0]?.id ?? '');
      expect(row?.lastAttempt).toBe(minutes(90));
      expect(row?.edition).toEqual(edition.document);
      expect(await budgets.take({ ...token, within: 501 }, clock)).toMatchObject({
        at: start + 501,
        isTaken: true,
      });
    });

    test('of two names, the second comes no sooner than the first; one that is kept is taken though it comes late', async () => {
      const { begin, passTo } = await world(4);
      const channel: Turn = { name: 'discord/w/c', everyMs: 300, places: 1, within: 100, keep: true };
      expect(since(await begin(0, [channel, token]))).toBe('begun 0');
      expect(since(await begin(1, [channel, token]))).toBe('later 300');
      expect(since(await begin(2, [channel, token]))).toBe('later 600');
      passTo(850);
      expect(since(await begin(3, [channel, token]))).toBe('begun 900');
    });

    test('come further apart after a refusal where that is allowed, and closer again after a while', async () => {
      const { begin, budgets, passTo } = await world(10);
      const yielding = { ...token, slowestMs: 40, within: 50_000 };
      await budgets.close('discord', start + 1_000, { at: start, most: 10 });
      // What was on its way when the limit was met is refused too, and counts as the same.
      await budgets.close('discord', start + 1_000, { at: start + 10, most: 10 });
      passTo(1_000);
      const slowed: number[] = [];
      for (let index = 0; index < 4; index++)
        slowed.push(Math.round(Number(since(await begin(index, [yielding])).split(' ')[1])));
      // One after another now, and no longer close together.
      expect(slowed).toEqual([1_000, 1_022, 1_043, 1_065]);
      // A name that yields to nobody keeps its pace.
      passTo(3_000);
      const fixed = [];
      for (const index of [4, 5]) fixed.push(since(await begin(index, [token])));
      expect(fixed).toEqual(['begun 3000', 'begun 3010']);
      passTo(60_000);
      const again = [];
      for (const index of [6, 7]) again.push(since(await begin(index, [yielding])));
      expect(again).toEqual(['begun 60000', 'begun 60010']);
    });

    test('are stretched no further than told, and those of other names not at all', async () => {
      const { begin, budgets, passTo } = await world(4);
      for (let count = 0; count < 9; count++)
        await budgets.close('discord', start + count * 1_000 + 500, { at: start + count * 1_000, most: 10 });
      passTo(9_000);
      const yielding = { ...token, slowestMs: 40 };
      expect(since(await begin(0, [yielding]))).toBe('begun 9000');
      expect(since(await begin(1, [yielding]))).toBe('begun 9040');
      const other = { ...yielding, name: 'discord/w' };
      expect(since(await begin(2, [other]))).toBe('begun 9000');
      expect(since(await begin(3, [other]))).toBe('begun 9010');
    });

    test('names that begin alike have nothing in common', async () => {
      const { begin } = await world(3);
      const alike: Turn = { ...token, name: 'discord/w', places: 1 };
      expect(since(await begin(0, [token]))).toBe('begun 0');
      expect(since(await begin(1, [alike]))).toBe('begun 0');
      expect(since(await begin(2, [alike]))).toBe('begun 20');
    });

    test('the edition that is sent is the one that was frozen first', async () => {
      const { begin, deliveries, held } = await world(1);
      const first = { kind: 'digest', title: 'first', blocks: [], sources: [] } as const;
      await deliveries.freeze(held[0]?.id ?? '', first);
      expect(await begin(0, [])).toMatchObject({ state: 'begun', at: start, edition: first });
    });
  });

  describe(`${name}: the soonest row`, () => {
    test('is what waits the least: a row that is due, a limit that ends, a lease that runs out', async () => {
      const { deliveries } = await make();
      const ours = [place.platform];
      expect(await deliveries.soonest(ours)).toBeUndefined();
      await deliveries.claimSlots([slot('a', 1), slot('a', 2)]);
      const first = await deliveries.take('me', minutes(5), minutes(50), ours);
      const second = await deliveries.take('me', minutes(5), minutes(60), ours);
      expect(await deliveries.soonest(ours)).toBe(minutes(50));
      await deliveries.settle(second?.id ?? '', second?.fence ?? 0, { state: 'due', notBefore: minutes(7) });
      expect(await deliveries.soonest(ours)).toBe(minutes(7));
      expect(await deliveries.soonest(['other'])).toBeUndefined();
      expect(await deliveries.soonest([])).toBeUndefined();
      await deliveries.settle(first?.id ?? '', first?.fence ?? 0, { state: 'sent', messageId: 'm' });
      await deliveries.skip(second?.id ?? '', 'no');
      expect(await deliveries.soonest(ours)).toBeUndefined();
    });
  });
}
