import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { errand, minutes, place, turnAt } from '../support/store/ledger.ts';

const ours = [place.platform];

/** What every store of errands must do; `make` gives an empty one. */
export function errandsContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: errands`, () => {
    test('gives them back as they were put in, each id once, in the order of adding', async () => {
      const { errands } = await make();
      const basis = {
        dataVersion: 'v',
        asOf: minutes(1),
        records: [{ id: 'pact', on: '2026-03-08', shown: { title: 'Pact' } }],
      };
      const added = [errand('z'), errand('a', { kind: 'correct', basis, delivery: '' })];
      for (const each of added) expect(await errands.add(each)).toBe(true);
      expect(await errands.add(errand('z', { words: 'other words' }))).toBe(false);
      expect(await errands.list()).toEqual(added);
    });

    test('lists by kind, delivery and schedule, and the newest of them within a limit', async () => {
      const { errands } = await make();
      const all = [
        errand('a'),
        errand('b', { kind: 'ask', delivery: 'd2' }),
        errand('c', { schedule: 's2' }),
      ];
      for (const each of all) await errands.add(each);
      const ids = async (filter: Parameters<typeof errands.list>[0]) =>
        (await errands.list(filter)).map(({ id }) => id);
      expect(await ids({ kind: 'tell' })).toEqual(['a', 'c']);
      expect(await ids({ delivery: 'd2' })).toEqual(['b']);
      expect(await ids({ schedule: 's1', limit: 1 })).toEqual(['b']);
      expect(await ids({ kind: 'dress' })).toEqual([]);
    });

    test('the oldest is taken first, and none twice while its lease runs', async () => {
      const { errands } = await make();
      for (const id of ['b', 'a']) await errands.add(errand(id));
      const taken = await Promise.all([1, 2, 3].map(() => errands.take(minutes(1), minutes(3), ours)));
      expect(taken.map((each) => each?.id).toSorted()).toEqual(['a', 'b', undefined]);
      expect(await errands.take(minutes(2), minutes(4), ours)).toBeUndefined();
      const again = await errands.take(minutes(3), minutes(5), ours);
      expect(again).toMatchObject({ id: 'b', attempts: 2, fence: 2, state: 'sending' });
    });

    test('only those of the platforms asked for', async () => {
      const { errands } = await make();
      await errands.add(errand('a', { place: { ...place, platform: 'discord' } }));
      expect(await errands.take(minutes(1), minutes(3), [])).toBeUndefined();
      expect(await errands.take(minutes(1), minutes(3), ours)).toBeUndefined();
      expect((await errands.take(minutes(1), minutes(3), ['discord']))?.id).toBe('a');
    });

    test('whoever lost it cannot settle it; what is done is not taken again', async () => {
      const { errands } = await make();
      await errands.add(errand('a'));
      const mine = await errands.take(minutes(1), minutes(2), ours);
      const yours = await errands.take(minutes(2), minutes(3), ours);
      const done = { state: 'done', outcome: 'told' } as const;
      expect(await errands.settle('a', mine?.fence ?? -1, done)).toBe(false);
      expect(await errands.settle('a', yours?.fence ?? -1, done)).toBe(true);
      expect((await errands.list())[0]).toMatchObject({ ...done, attempts: 2 });
      expect(await errands.take(minutes(9), minutes(10), ours)).toBeUndefined();
    });

    test('one that is put off waits for its instant', async () => {
      const { errands } = await make();
      await errands.add(errand('a'));
      const row = await errands.take(minutes(1), minutes(2), ours);
      const later = { state: 'due', outcome: 'rate limit', notBefore: minutes(5) } as const;
      await errands.settle('a', row?.fence ?? -1, later);
      expect(await errands.take(minutes(4), minutes(6), ours)).toBeUndefined();
      expect((await errands.take(minutes(5), minutes(6), ours))?.id).toBe('a');
    });
  });
}

/** What every store of budgets must do. */
export function budgetsContract(name: string, make: () => Promise<Store>): void {
  const now = Temporal.Instant.from(minutes(0)).epochMilliseconds;
  describe(`${name}: budgets`, () => {
    test('turns are so far apart, the first is free at once, and each name has its own', async () => {
      const { budgets } = await make();
      const turns = [1, 2, 3].map(() => turnAt(budgets, 'slack', 1_000, now));
      expect((await Promise.all(turns)).toSorted()).toEqual([now, now + 1_000, now + 2_000]);
      expect(await turnAt(budgets, 'discord', 20, now)).toBe(now);
      expect(await turnAt(budgets, 'slack', 1_000, now + 60_000)).toBe(now + 60_000);
    });

    test('no turn is free while a name is closed, and closing never opens one sooner', async () => {
      const { budgets } = await make();
      await budgets.close('slack', now + 5_000);
      await budgets.close('slack', now + 2_000);
      expect(await budgets.closedUntil('slack')).toBe(now + 5_000);
      expect(await budgets.closedUntil('discord')).toBe(0);
      expect(await turnAt(budgets, 'slack', 1_000, now)).toBe(now + 5_000);
      expect(await turnAt(budgets, 'slack', 1_000, now)).toBe(now + 6_000);
      // Turns say nothing of a limit.
      expect(await budgets.closedUntil('slack')).toBe(now + 5_000);
    });

    test('counts within a window that begins with the first of them', async () => {
      const { budgets } = await make();
      const strike = (after: number) => budgets.strike('refused', 10_000, now + after);
      expect(await strike(0)).toEqual({ count: 1, since: now });
      expect(await strike(9_999)).toEqual({ count: 2, since: now });
      expect(await strike(10_000)).toEqual({ count: 1, since: now + 10_000 });
      const many = await Promise.all(Array.from({ length: 9 }, () => strike(10_001)));
      expect(Math.max(...many.map(({ count }) => count))).toBe(10);
    });
  });
}
