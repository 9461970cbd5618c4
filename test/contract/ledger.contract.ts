import { describe, expect, test } from 'vitest';
import type { Delivery, Schedule, Store } from '../../src/store/ports.ts';
import { minutes, place, schedule, slot } from '../support/store/ledger.ts';

/** What every store of schedules must do; `make` gives an empty one. */
export function schedulesContract(name: string, make: () => Promise<Store>): void {
  describe(`${name}: schedules`, () => {
    test('gives them back as they were put in, in the order of adding', async () => {
      const { schedules } = await make();
      const added = [
        schedule('z'),
        schedule('a', { topics: ['india', 'border “line”'], at: ['09:00', '18:30'] }),
      ];
      for (const each of added) await schedules.add(each);
      expect(await schedules.list()).toEqual(added);
      expect(await schedules.get('a')).toEqual(added[1]);
      expect(await schedules.get('b')).toBeUndefined();
    });

    test('lists those of one workspace of one platform alone', async () => {
      const { schedules } = await make();
      const elsewhere: Partial<Schedule> = { place: { ...place, platform: 'discord' } };
      const other: Partial<Schedule> = { place: { ...place, workspace: 'w2' } };
      for (const each of [schedule('a'), schedule('b', elsewhere), schedule('c', other)])
        await schedules.add(each);
      const ids = async (filter: { platform?: string; workspace?: string }) =>
        (await schedules.list(filter)).map(({ id }) => id);
      expect(await ids({ platform: place.platform, workspace: place.workspace })).toEqual(['a']);
      expect(await ids({ workspace: place.workspace })).toEqual(['a', 'b']);
      expect(await ids({ platform: place.platform, workspace: 'w9' })).toEqual([]);
    });

    test('an id is not given twice, unless its schedule was removed', async () => {
      const { schedules } = await make();
      await schedules.add(schedule('a'));
      await expect(schedules.add(schedule('a', { size: 9 }))).rejects.toThrow();
      expect((await schedules.get('a'))?.size).toBe(schedule('a').size);
      await schedules.remove('a');
      await schedules.add(schedule('a', { size: 9 }));
      expect((await schedules.list()).map(({ size }) => size)).toEqual([9]);
    });

    test('pausing and resuming changes state and beginning, of that one alone', async () => {
      const { schedules } = await make();
      await schedules.add(schedule('a'));
      await schedules.add(schedule('b'));
      await schedules.setState('a', 'paused', '2026-04-01T00:00:00Z');
      const paused = { state: 'paused', activeFrom: '2026-04-01T00:00:00Z' } as const;
      expect(await schedules.list()).toEqual([schedule('a', paused), schedule('b')]);
      await schedules.setState('no-such', 'paused', '2026-04-01T00:00:00Z');
    });

    test('a removed one is gone, cannot be resumed, and its slots are not sent', async () => {
      const { schedules, deliveries } = await make();
      for (const id of ['a', 'b']) await schedules.add(schedule(id));
      for (const each of [slot('a', 1), slot('a', 2), slot('b', 1)]) await deliveries.claimSlot(each);
      const sent = await deliveries.take('me', minutes(5), minutes(7), [place.platform]);
      await deliveries.settle(sent?.id ?? '', sent?.fence ?? 0, { state: 'sent', messageId: 'm1' });
      await schedules.remove('a');
      await schedules.setState('a', 'active', minutes(6));
      expect((await schedules.list()).map(({ id }) => id)).toEqual(['b']);
      expect(await schedules.get('a')).toBeUndefined();
      const rows = await deliveries.list({ schedule: 'a' });
      expect(rows.map(({ state, error }) => [state, error === undefined])).toEqual([
        ['sent', true],
        ['skipped', false],
      ]);
      const next = await deliveries.take('me', minutes(9), minutes(11), [place.platform]);
      expect(next?.schedule).toBe('b');
      expect(await deliveries.take('me', minutes(9), minutes(11), [place.platform])).toBeUndefined();
    });

    test('a slot that is claimed or given back while its schedule is removed is skipped', async () => {
      const { schedules, deliveries } = await make();
      await schedules.add(schedule('a'));
      await deliveries.claimSlot(slot('a', 1));
      const held = await deliveries.take('me', minutes(1), minutes(3), [place.platform]);
      await schedules.remove('a');
      expect(await deliveries.claimSlot(slot('a', 2))).toBe(true);
      expect(await deliveries.settle(held?.id ?? '', held?.fence ?? 0, { state: 'due' })).toBe(true);
      expect((await deliveries.list()).map(({ state }) => state)).toEqual(['skipped', 'skipped']);
      expect(await deliveries.take('me', minutes(9), minutes(11), [place.platform])).toBeUndefined();
    });
  });
}

/** What every ledger of deliveries must do; `make` gives an empty one. */
export function deliveriesContract(name: string, make: () => Promise<Store>): void {
  const ours = [place.platform];
  describe(`${name}: deliveries`, () => {
    test('a slot of a schedule is claimed once, whatever the id', async () => {
      const { deliveries } = await make();
      expect(await deliveries.claimSlot(slot('a', 1))).toBe(true);
      expect(await deliveries.claimSlot(slot('a', 1))).toBe(false);
      expect(await deliveries.claimSlot({ ...slot('a', 1), id: 'another' })).toBe(false);
      expect(await deliveries.claimSlot(slot('a', 2))).toBe(true);
      expect(await deliveries.claimSlot(slot('b', 1))).toBe(true);
      expect(await deliveries.list()).toHaveLength(3);
    });

    test('gives back what was claimed, and a skipped slot with its reason is never taken', async () => {
      const { deliveries } = await make();
      const skipped: Delivery = { ...slot('a', 1), state: 'skipped', error: 'too long ago' };
      await deliveries.claimSlot(skipped);
      expect(await deliveries.list()).toEqual([skipped]);
      expect(await deliveries.take('me', minutes(90), minutes(92), ours)).toBeUndefined();
    });

    test('takes the oldest first, marks it, and takes no row twice while the lease runs', async () => {
      const { deliveries } = await make();
      for (const each of [slot('a', 3), slot('a', 1), slot('b', 2)]) await deliveries.claimSlot(each);
      const first = await deliveries.take('me', minutes(5), minutes(7), ours);
      expect(first).toEqual({ ...slot('a', 1), attempts: 1, fence: 1, firstAttempt: minutes(5) });
      const row = { ...slot('a', 1), state: 'sending', attempts: 1 };
      expect(await deliveries.list({ state: 'sending' })).toEqual([
        { ...row, firstAttempt: minutes(5), lastAttempt: minutes(5) },
      ]);
      expect((await deliveries.take('you', minutes(5), minutes(7), ours))?.slot).toBe(slot('b', 2).slot);
      expect((await deliveries.take('you', minutes(5), minutes(7), ours))?.slot).toBe(slot('a', 3).slot);
      expect(await deliveries.take('you', minutes(6), minutes(8), ours)).toBeUndefined();
    });

    test('only rows of the platforms asked for', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlot({ ...slot('a', 1), place: { ...place, platform: 'discord' } });
      await deliveries.claimSlot(slot('a', 2));
      expect(await deliveries.take('me', minutes(5), minutes(7), [])).toBeUndefined();
      expect((await deliveries.take('me', minutes(5), minutes(7), ours))?.slot).toBe(slot('a', 2).slot);
      expect(await deliveries.take('me', minutes(5), minutes(7), ours)).toBeUndefined();
      expect((await deliveries.take('me', minutes(5), minutes(7), ['x', 'discord']))?.place.platform).toBe(
        'discord',
      );
    });

    test('a row whose lease ran out is taken as one in doubt, with its earlier attempt, before all that are due', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlot(slot('a', 1));
      await deliveries.take('me', minutes(1), minutes(3), ours);
      await deliveries.claimSlot(slot('a', 2));
      const doubt = await deliveries.take('you', minutes(3), minutes(30), ours);
      const earlier = { firstAttempt: minutes(1), lastAttempt: minutes(1) };
      expect(doubt).toEqual({ ...slot('a', 1), state: 'sending', attempts: 2, fence: 2, ...earlier });
      expect((await deliveries.take('you', minutes(3), minutes(30), ours))?.slot).toBe(slot('a', 2).slot);
    });

    test('a row in doubt keeps its last attempt while it is only looked for, and waits for its time', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlot(slot('a', 1));
      const first = await deliveries.take('me', minutes(1), minutes(3), ours);
      const doubt = { state: 'sending', error: 'reset', notBefore: minutes(4) } as const;
      expect(await deliveries.settle('a-1', first?.fence ?? 0, doubt)).toBe(true);
      expect(await deliveries.take('you', '2026-03-08T07:03:59Z', minutes(9), ours)).toBeUndefined();
      const second = await deliveries.take('you', minutes(4), minutes(9), ours);
      expect(second).toMatchObject({ state: 'sending', lastAttempt: minutes(1), notBefore: minutes(4) });
      expect(await deliveries.settle('a-1', second?.fence ?? 0, { ...doubt, attempts: 1 })).toBe(true);
      expect((await deliveries.list())[0]).toMatchObject({ attempts: 1, lastAttempt: minutes(1) });
      const third = await deliveries.take('you', minutes(5), minutes(9), ours);
      const edition = {
        document: { kind: 'digest', blocks: [], sources: [] },
        basis: { dataVersion: 'v', asOf: minutes(1), records: [] },
      } as const;
      const beginning = { clock: () => Temporal.Instant.from(minutes(6)), turns: [], edition };
      expect(await deliveries.begin('a-1', second?.fence ?? 0, beginning)).toEqual({ state: 'lost' });
      expect(await deliveries.begin('a-1', third?.fence ?? 0, beginning)).toEqual({
        state: 'begun',
        at: Date.parse(minutes(6)),
        place: '',
        edition: edition.document,
      });
      expect((await deliveries.list())[0]?.lastAttempt).toBe(minutes(6));
    });

    test('what is due at one time is taken in the order in which it was added, one channel after another', async () => {
      const { deliveries } = await make();
      const ids = ['c', 'a', 'd', 'b'].map((id) => slot(id, 1));
      await deliveries.claimSlots(ids);
      // A row that changes moves within the tables of PostgreSQL, and keeps its turn nevertheless.
      const first = await deliveries.take('me', minutes(2), minutes(3), [place.platform]);
      await deliveries.settle(first?.id ?? '', first?.fence ?? 0, { state: 'due', error: 'again' });
      const taken: string[] = [];
      for (const _ of ids)
        taken.push((await deliveries.take('me', minutes(2), minutes(9), [place.platform]))?.schedule ?? '');
      expect(taken).toEqual(['c', 'a', 'd', 'b']);
    });

    test('many slots are claimed at once, and a slot missed by a wrong clock is due again when it comes', async () => {
      const { deliveries } = await make();
      const missed = {
        ...slot('a', 1),
        state: 'skipped',
        error: 'missed while the bot was not running',
      } as const;
      expect(await deliveries.claimSlots([missed, slot('a', 2)])).toEqual(['a-1', 'a-2']);
      expect(await deliveries.claimSlots([missed, slot('a', 2), slot('a', 3)])).toEqual(['a-3']);
      expect(await deliveries.claimSlots([slot('a', 1)])).toEqual(['a-1']);
      expect((await deliveries.list())[0]).toEqual(slot('a', 1));
      expect(
        await deliveries.claimSlots([{ ...slot('b', 1), state: 'skipped', error: 'no such day' }]),
      ).toEqual(['b-1']);
      expect(await deliveries.claimSlots([slot('b', 1)])).toEqual([]);
      expect(await deliveries.claimSlots([])).toEqual([]);
    });

    test('rows in reach wait until a limit is over; others, and those that wait longer, do not change', async () => {
      const { deliveries } = await make();
      const elsewhere = { ...slot('a', 3), place: { ...place, channel: 'c2' } };
      await deliveries.claimSlots([slot('a', 1), slot('a', 2), elsewhere]);
      await deliveries.hold({ ...place }, minutes(20), 'slow down');
      await deliveries.hold({ ...place }, minutes(10), 'slow down');
      const waits = async () => (await deliveries.list()).map(({ notBefore }) => notBefore);
      expect(await waits()).toEqual([minutes(20), minutes(20), undefined]);
      await deliveries.hold({ platform: place.platform }, minutes(30), 'slow down');
      await deliveries.hold({ platform: 'other' }, minutes(90), 'slow down');
      expect(await waits()).toEqual([minutes(30), minutes(30), minutes(30)]);
    });

    test('found by a clear beginning of its id, approved once, skipped only while it is due', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlots([slot('ab', 1), slot('ab', 2)]);
      expect((await deliveries.get('ab-1'))?.slot).toBe(slot('ab', 1).slot);
      expect(await deliveries.get('ab-')).toBeUndefined();
      expect(await deliveries.get('%')).toBeUndefined();
      expect(await deliveries.get('zz')).toBeUndefined();
      expect(await deliveries.approve('ab-1', 'u1')).toBe(true);
      expect(await deliveries.approve('ab-1', 'u2')).toBe(false);
      expect((await deliveries.get('ab-1'))?.approvedBy).toBe('u1');
      expect(await deliveries.skip('ab-2', 'replaced')).toBe(true);
      expect(await deliveries.skip('ab-2', 'replaced')).toBe(false);
      expect(await deliveries.approve('ab-2', 'u1')).toBe(false);
    });

    test('what an edition rests on stays with it, and what stands in channels is listed with it', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlots([slot('a', 1), slot('a', 2)]);
      const edition = { kind: 'digest', blocks: [], sources: [] } as const;
      const basis = {
        dataVersion: 'v1',
        asOf: minutes(1),
        records: [{ id: 'e1', on: '2026-03-08', shown: { title: 'A “title”' } }],
      };
      await deliveries.freeze('a-1', edition, basis);
      await deliveries.freeze('a-1', edition, { ...basis, dataVersion: 'v2' });
      expect((await deliveries.get('a-1'))?.basis).toEqual(basis);
      expect(await deliveries.standing(minutes(0))).toEqual([]);
      const row = await deliveries.take('me', minutes(3), minutes(5), ours);
      await deliveries.settle(row?.id ?? '', row?.fence ?? 0, { state: 'sent', messageId: 'm1' });
      expect((await deliveries.standing(minutes(0))).map(({ id }) => id)).toEqual(['a-1']);
      expect(await deliveries.standing(minutes(2))).toEqual([]);
      await deliveries.revise('a-1', { ...edition, title: 'Corrected' }, { ...basis, dataVersion: 'v2' });
      expect(await deliveries.get('a-1')).toMatchObject({
        edition: { title: 'Corrected' },
        basis: { dataVersion: 'v2' },
      });
    });

    test('whoever lost the row cannot settle it; whoever holds it can', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlot(slot('a', 1));
      const mine = await deliveries.take('me', minutes(1), minutes(3), ours);
      const yours = await deliveries.take('you', minutes(4), minutes(6), ours);
      const settle = (row: typeof mine, messageId: string): Promise<boolean> =>
        deliveries.settle(row?.id ?? '', row?.fence ?? -1, { state: 'sent', messageId });
      expect(await settle(mine, 'm1')).toBe(false);
      expect((await deliveries.list())[0]?.state).toBe('sending');
      expect(await settle(yours, 'm2')).toBe(true);
      expect((await deliveries.list())[0]).toMatchObject({ state: 'sent', messageId: 'm2', attempts: 2 });
      expect(await deliveries.settle('no-such', 1, { state: 'sent' })).toBe(false);
      expect(await deliveries.take('you', minutes(90), minutes(92), ours)).toBeUndefined();
    });

    test('a row that is given back waits for its instant, to the fraction of a second', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlot(slot('a', 1));
      const row = await deliveries.take('me', minutes(1), minutes(3), ours);
      const outcome = { state: 'due', error: 'rate limit', notBefore: '2026-03-08T07:02:00.25Z' } as const;
      await deliveries.settle(row?.id ?? '', row?.fence ?? 0, outcome);
      expect((await deliveries.list())[0]).toMatchObject(outcome);
      expect(await deliveries.take('me', '2026-03-08T07:02:00Z', minutes(5), ours)).toBeUndefined();
      expect(await deliveries.take('me', '2026-03-08T07:02:00.2Z', minutes(5), ours)).toBeUndefined();
      const again = await deliveries.take('me', '2026-03-08T07:02:00.25Z', minutes(5), ours);
      expect(again).toMatchObject({ state: 'due', attempts: 2, lastAttempt: minutes(1) });
    });

    test('freezes an edition once, with its pictures and instants', async () => {
      const { deliveries } = await make();
      await deliveries.claimSlot(slot('a', 1));
      const edition = (text: string) =>
        ({
          kind: 'digest',
          blocks: [
            {
              type: 'paragraph',
              spans: [{ type: 'time', instant: Temporal.Instant.from(minutes(1)), text }],
            },
            { type: 'picture', png: new Uint8Array([1, 2, 255]), name: 'p.png', alt: text },
          ],
          sources: [],
        }) as const;
      const id = slot('a', 1).id;
      expect(await deliveries.freeze(id, edition('first'))).toEqual(edition('first'));
      expect(await deliveries.freeze(id, edition('second'))).toEqual(edition('first'));
      const taken = await deliveries.take('me', minutes(1), minutes(3), ours);
      expect(taken?.edition).toEqual(edition('first'));
      await expect(deliveries.freeze('no-such', edition('third'))).rejects.toThrow('no-such');
    });

    test('lists oldest first, the newest of them within a limit, by state, schedule and workspace', async () => {
      const { deliveries } = await make();
      for (const each of [slot('a', 3), slot('a', 1), slot('b', 2)]) await deliveries.claimSlot(each);
      await deliveries.claimSlot({ ...slot('c', 4), state: 'skipped', place: { ...place, workspace: 'w2' } });
      const slots = async (filter?: Parameters<typeof deliveries.list>[0]) =>
        (await deliveries.list(filter)).map((each) => `${each.schedule}${each.slot.slice(-1)}`);
      expect(await slots()).toEqual(['a1', 'b2', 'a3', 'c4']);
      expect(await slots({ limit: 2 })).toEqual(['a3', 'c4']);
      expect(await slots({ schedule: 'a', limit: 1 })).toEqual(['a3']);
      expect(await slots({ state: 'skipped' })).toEqual(['c4']);
      expect(await slots({ platform: place.platform, workspace: place.workspace })).toEqual([
        'a1',
        'b2',
        'a3',
      ]);
      expect(await slots({ state: 'sent' })).toEqual([]);
    });

    test('instants that are none are refused and store nothing', async () => {
      const { deliveries } = await make();
      await expect(deliveries.claimSlot({ ...slot('a', 1), due: 'tomorrow' })).rejects.toThrow(RangeError);
      expect(await deliveries.list()).toEqual([]);
    });
  });
}
