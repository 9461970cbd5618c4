import { describe, expect, test } from 'vitest';
import { event } from '../support/memory-knowledge.ts';
import { errand, minutes, place, schedule, slot, turnAt } from '../support/store/ledger.ts';
import { knowledge } from '../support/store/records.ts';
import { claimInProcess } from '../support/store/run-claiming.ts';
import { opened } from '../support/store/temporary-store.ts';

/** What several processes on one database may rely on; `make` gives the address of an empty one. */
export function processesContract(name: string, make: () => Promise<string>): void {
  describe(`${name}: two connections on one database`, () => {
    test('may make its tables at the same moment', async () => {
      const url = await make();
      const runs = await Promise.all(Array.from({ length: 3 }, () => claimInProcess(url, { slots: 0 })));
      expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    });

    test('see what the other has written', async () => {
      const url = await make();
      const [one, other] = [await opened(url), await opened(url)];
      const before = await other.knowledge.version('');
      expect(await other.knowledge.entities('')).toEqual([]);
      await one.knowledge.replaceAll(
        '',
        knowledge({ events: [event('e', '2001-06-15', 'Founded', 'Founded.')] }),
      );
      expect(await other.knowledge.version('')).not.toBe(before);
      expect(await other.knowledge.eventsOn('', '06-15')).toHaveLength(1);
      await one.schedules.add(schedule('a'));
      await one.marks.set('ticker', minutes(1));
      expect(await other.schedules.get('a')).toEqual(schedule('a'));
      expect(await other.marks.get('ticker')).toBe(minutes(1));
    });

    test('claim each slot once and take each row once between them', async () => {
      const url = await make();
      const stores = [await opened(url), await opened(url)];
      const slots = Array.from({ length: 9 }, (_, index) => slot('a', index));
      const claims = await Promise.all(
        stores.flatMap(({ deliveries }) => slots.map((each) => deliveries.claimSlot(each))),
      );
      expect(claims.filter(Boolean)).toHaveLength(slots.length);
      const taken = await Promise.all(
        stores.flatMap(({ deliveries }, who) =>
          slots.map(() => deliveries.take(`p${who}`, minutes(30), minutes(32), [place.platform])),
        ),
      );
      const ids = taken.flatMap((row) => row?.id ?? []);
      expect(ids).toHaveLength(slots.length);
      expect(new Set(ids).size).toBe(slots.length);
    });

    test('claim the same slots at the same moment, again and again, without getting in each other’s way', async () => {
      const url = await make();
      const stores = [await opened(url), await opened(url), await opened(url)];
      for (let round = 0; round < 8; round++) {
        const slots = [1, 2, 3, 4].map((count) => slot(`s${round}`, count));
        const claims = await Promise.all([
          ...stores.map(({ deliveries }) => deliveries.claimSlots(slots)),
          ...stores.map(({ deliveries }) => deliveries.claimSlots(slots.toReversed())),
          ...stores.flatMap(({ deliveries }) =>
            slots.map(async (each) => ((await deliveries.claimSlot(each)) ? [each.id] : [])),
          ),
        ]);
        expect(claims.flat().toSorted()).toEqual(slots.map(({ id }) => id));
      }
    });

    test('freeze one edition between them, and an event is first in one inbox', async () => {
      const url = await make();
      const [one, other] = [await opened(url), await opened(url)];
      await one.deliveries.claimSlot(slot('a', 1));
      const edition = (title: string) => ({ kind: 'digest', title, blocks: [], sources: [] }) as const;
      const frozen = await Promise.all([
        one.deliveries.freeze('a-1', edition('one')),
        other.deliveries.freeze('a-1', edition('other')),
      ]);
      expect(frozen[0]).toEqual(frozen[1]);
      const firsts = await Promise.all([one, other].map(({ inbox }) => inbox.first('e1', minutes(0))));
      expect(firsts.filter(Boolean)).toHaveLength(1);
    });

    test('import at the same moment, and the data is whole afterwards', async () => {
      const url = await make();
      const stores = [await opened(url), await opened(url)];
      const data = (count: number) =>
        knowledge({
          events: Array.from({ length: count }, (_, index) =>
            event(`e${index}`, '2001-06-15', 'Event', `Told ${count}.`),
          ),
        });
      await Promise.all([
        stores[0]?.knowledge.replaceAll('', data(50)),
        stores[1]?.knowledge.replaceAll('', data(80)),
      ]);
      const events = await stores[0]?.knowledge.eventsOn('', '06-15');
      expect([50, 80]).toContain(events?.length);
      expect(new Set(events?.map(({ summary }) => summary)).size).toBe(1);
    });

    test('one may close while the other goes on', async () => {
      const url = await make();
      const [one, other] = [await opened(url), await opened(url)];
      await one.marks.set('ticker', minutes(1));
      await one[Symbol.asyncDispose]();
      await other.marks.set('ticker', minutes(2));
      expect(await other.marks.get('ticker')).toBe(minutes(2));
    });

    test('a message of the console stands once, whoever writes it', async () => {
      const url = await make();
      const stores = [await opened(url), await opened(url), await opened(url)];
      const message = { channel: 'news', marker: 'a', at: minutes(1), body: 'text' };
      const ids = await Promise.all(
        stores.flatMap(({ console }) => [1, 2, 3].map(() => console.append(message))),
      );
      expect(new Set(ids).size).toBe(1);
      expect(await stores[0]?.console.recent('news', 9)).toHaveLength(1);
    });

    test('share turns and errands: each is given once', async () => {
      const url = await make();
      const stores = [await opened(url), await opened(url), await opened(url)];
      const turns = await Promise.all(
        stores.flatMap(({ budgets }) => [1, 2, 3, 4].map(() => turnAt(budgets, 'slack', 100, 0))),
      );
      expect(turns.toSorted((one, other) => one - other)).toEqual(turns.map((_, index) => index * 100));
      for (const id of ['a', 'b', 'c', 'd']) await stores[0]?.errands.add(errand(id));
      const taken = await Promise.all(
        stores.flatMap(({ errands }) =>
          [1, 2, 3].map(() => errands.take(minutes(1), minutes(3), [place.platform])),
        ),
      );
      expect(taken.flatMap((each) => each?.id ?? []).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    });

    test('a slot that is claimed while its digest is removed is never due afterwards', async () => {
      const url = await make();
      const [one, other] = [await opened(url), await opened(url)];
      for (let round = 0; round < 15; round++) {
        const id = `s${round}`;
        await one.schedules.add(schedule(id));
        await Promise.all([
          one.schedules.remove(id),
          other.deliveries.claimSlot(slot(id, 1)),
          other.deliveries.claimSlots([slot(id, 2), slot(id, 3)]),
        ]);
      }
      const rows = await one.deliveries.list();
      expect(rows).toHaveLength(45);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['skipped']));
    });

    test('whoever lost a row to another at this moment does not settle it', async () => {
      const url = await make();
      const [one, other] = [await opened(url), await opened(url)];
      for (let round = 0; round < 15; round++) {
        await one.deliveries.claimSlot(slot(`s${round}`, 1));
        const mine = await one.deliveries.take('me', minutes(2), minutes(3), [place.platform]);
        const [settled, taken] = await Promise.all([
          one.deliveries.settle(mine?.id ?? '', mine?.fence ?? 0, { state: 'sent', messageId: 'mine' }),
          other.deliveries.take('you', minutes(3), minutes(4), [place.platform]),
        ]);
        expect(settled, 'both have it, or nobody').toBe(taken === undefined);
        if (taken !== undefined) await other.deliveries.settle(taken.id, taken.fence, { state: 'sent' });
      }
    });
  });

  describe(`${name}: processes that are killed`, () => {
    const slots = 240;
    const rounds = 3;

    test('lose nothing that was acknowledged, and are given nothing twice', { timeout: 90_000 }, async () => {
      const url = await make();
      const told: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const runs = [0, 1, 2].map((who) =>
          claimInProcess(url, { slots, killAfter: 80 + 70 * round + 45 * who }),
        );
        told.push(...(await Promise.all(runs)).flatMap(({ lines }) => lines));
      }
      const killed = told.filter((line) => line.startsWith('taken ')).length;
      expect(killed, 'the processes were killed before they did anything').toBeGreaterThan(0);
      // After the leases: whatever the killed ones held is in doubt and taken once more, and the rest is done too.
      const last = await claimInProcess(url, { slots, afterwards: true });
      expect(last.status).toBe(0);
      told.push(...last.lines);
      const of = (verb: string): readonly string[] =>
        told.filter((line) => line.startsWith(`${verb} `)).map((line) => line.slice(verb.length + 1));
      const rows = await (await opened(url)).deliveries.list();
      expect(twice(of('claimed')), 'a slot was claimed twice').toEqual([]);
      expect(twice(of('taken')), 'two were given the same row with the same fence').toEqual([]);
      expect(twice(of('sent')), 'a row was sent twice').toEqual([]);
      expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: slots }, () => 'sent'));
      const standing = new Set(rows.map((row) => row.slot));
      expect(
        of('claimed').filter((each) => !standing.has(each)),
        'an acknowledged claim is gone',
      ).toEqual([]);
      // Whatever was told as sent was sent by that attempt, and nobody touched it afterwards.
      const attempts = new Map(rows.map(({ id, attempts }) => [id, attempts]));
      for (const taken of of('taken')) {
        const [id = '', fence] = taken.split(' ');
        if (of('sent').includes(id)) expect(attempts.get(id), id).toBeGreaterThanOrEqual(Number(fence));
      }
    });
  });
}

/** What stands in a list more than once. */
const twice = (list: readonly string[]): readonly string[] =>
  list.filter((each, index) => list.indexOf(each) !== index);
