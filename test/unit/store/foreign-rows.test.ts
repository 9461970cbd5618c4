import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { entity, event } from '../../support/memory-knowledge.ts';
import { minutes, place, schedule, slot } from '../../support/store/ledger.ts';
import { article, knowledge } from '../../support/store/records.ts';
import { opened, temporaryFolder } from '../../support/store/temporary-store.ts';

/** A store and a way of writing past it, as a careless person with another program does. */
async function withBackDoor(): Promise<{ readonly store: Store; readonly spoil: (sql: string) => void }> {
  const file = join(await temporaryFolder(), 'd.db');
  const store = await opened(file);
  const spoil = (sql: string): void => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };
  return { store, spoil };
}

describe('a row that cannot be read is left out and breaks no list', () => {
  test.each(['{"id":"a"', '{}', 'null', '[]', '"text"'])('a record that holds %s', async (body) => {
    const { store, spoil } = await withBackDoor();
    const { knowledge: reader } = store;
    await reader.replaceAll(
      '',
      knowledge({
        events: ['a', 'b'].map((id) =>
          event(id, '2001-06-15', 'Event', 'Told.', { participants: [{ entity: id, role: 'host' }] }),
        ),
        articles: ['c', 'd'].map((id) => article(id, '2001-06-16', 'Article', ['Told.'])),
        entities: ['e', 'f'].map((id) => entity(id, 'country', id)),
      }),
    );
    spoil(`update record set body = '${body}' where id in ('a', 'c', 'e')`);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    expect(ids(await reader.eventsOn('', '06-15'))).toEqual(['b']);
    expect(ids(await reader.events('', ['a', 'b']))).toEqual(['b']);
    expect(await reader.eventsOf('', 'a')).toEqual([]);
    expect(ids(await reader.articles('', ['c', 'd']))).toEqual(['d']);
    expect(ids(await reader.entities(''))).toEqual(['f']);
    const all = await reader.candidates('', { words: ['told'], entities: [], limit: 9 });
    expect(all).toHaveLength(2);
  });

  test('a schedule', async () => {
    const { store, spoil } = await withBackDoor();
    for (const id of ['a', 'b', 'c']) await store.schedules.add(schedule(id));
    spoil(
      `update schedule set days = '["someday"]' where id = 'a'; update schedule set at = '' where id = 'b'`,
    );
    expect(await store.schedules.list()).toEqual([schedule('c')]);
    expect(await store.schedules.get('a')).toBeUndefined();
  });

  test('a receipt', async () => {
    const { store, spoil } = await withBackDoor();
    spoil(`insert into receipt (id, body) values ('r1', 'x'), ('r2', '{"id":"r2"}')`);
    expect(await store.receipts.get('r1')).toBeUndefined();
    expect(await store.receipts.get('r2')).toBeUndefined();
  });

  test('a delivery, which holds up no other and is not taken again', async () => {
    const { store, spoil } = await withBackDoor();
    for (const count of [1, 2]) await store.deliveries.claimSlot(slot('a', count));
    spoil(`update delivery set due = '0' where id = 'a-1'`);
    expect(await store.deliveries.list()).toEqual([slot('a', 2)]);
    expect((await store.deliveries.take('me', minutes(5), minutes(7), [place.platform]))?.id).toBe('a-2');
    expect(await store.deliveries.take('me', minutes(6), minutes(8), [place.platform])).toBeUndefined();
  });

  test.each(['x', '{}', '{"blocks":[],"sources":{}}', '{"$instant":"never"}'])(
    'an edition that holds %s counts as not composed yet',
    async (edition) => {
      const { store, spoil } = await withBackDoor();
      await store.deliveries.claimSlot(slot('a', 1));
      spoil(`update delivery set edition = '${edition}'`);
      expect(await store.deliveries.list()).toEqual([slot('a', 1)]);
      const fresh = { kind: 'digest', blocks: [], sources: [] } as const;
      expect(await store.deliveries.freeze('a-1', fresh)).toEqual(fresh);
    },
  );
});
