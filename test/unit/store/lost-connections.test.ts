import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/ports.ts';
import { postgresDialect } from '../../../src/store/postgres/dialect.ts';
import { createPool, patience } from '../../../src/store/postgres/pool.ts';
import { event } from '../../support/memory-knowledge.ts';
import { breakable } from '../../support/store/breakable.ts';
import { minutes } from '../../support/store/ledger.ts';
import { describePostgres, emptySchema, execute } from '../../support/store/postgres-store.ts';
import { knowledge } from '../../support/store/records.ts';

/** Ends all connections of a store, as an administrator or a restart of the server does; how many there were. */
const terminate = async (name: string): Promise<number> => {
  const ended = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`;
  return (await execute(ended)).length;
};

async function watched(url: string): Promise<{ readonly store: Store; readonly lost: readonly Error[] }> {
  const lost: Error[] = [];
  const store = await openStore(url, { onLost: (error) => lost.push(error) });
  onTestFinished(() => store[Symbol.asyncDispose]());
  return { store, lost };
}

const failures = (results: readonly PromiseSettledResult<unknown>[]): number =>
  results.filter(({ status }) => status === 'rejected').length;

describePostgres('connections that are lost', () => {
  test('an idle one is told of and made anew, and fails nobody', async () => {
    const { url, name } = await emptySchema();
    const { store, lost } = await watched(url);
    await store.marks.set('ticker', minutes(1));
    expect(await terminate(name)).toBeGreaterThan(0);
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    expect(await store.marks.get('ticker')).toBe(minutes(1));
  });

  test('queries under way fail as errors, and all is well a moment later', async () => {
    const { url, name } = await emptySchema();
    const { store } = await watched(url);
    let failed = 0;
    for (let round = 0; round < 5; round++) {
      const asking = Array.from({ length: 40 }, (_, index) =>
        store.inbox.first(`${round} ${index}`, minutes(1)),
      );
      const settled = Promise.allSettled(asking);
      await terminate(name);
      failed += failures(await settled);
      // The end of a connection that was idle is read a moment after the server has ended it.
      let again = 0;
      const works = (): Promise<boolean> =>
        store.inbox.first(`${round} again ${again++}`, minutes(1)).catch(() => false);
      await expect.poll(works, { interval: 20, timeout: 2_000 }).toBe(true);
    }
    expect(failed, 'nothing was under way').toBeGreaterThan(0);
  });

  test('a transaction that is broken off has done nothing', async () => {
    const { url, name } = await emptySchema();
    const { store } = await watched(url);
    const events = Array.from({ length: 600 }, (_, index) =>
      event(`e${index}`, '2001-06-15', 'Event', `Told of ${index}.`),
    );
    const importing = store.knowledge.replaceAll('', knowledge({ events }));
    const broken = expect(importing).rejects.toThrow();
    const waiting = async (): Promise<number> => {
      const busy = `select 1 from pg_stat_activity where application_name = '${name}' and xact_start is not null`;
      return (await execute(busy)).length;
    };
    await expect.poll(waiting, { interval: 5 }).toBeGreaterThan(0);
    await terminate(name);
    await broken;
    expect(await store.knowledge.eventsOn('', '06-15')).toEqual([]);
    expect(await store.knowledge.replaceAll('', knowledge({ events }))).toMatchObject({ added: 600 });
  });

  test('while the server is away every query fails soon, and the first one after its return succeeds', async () => {
    const way = await breakable((await emptySchema()).url);
    const { store } = await watched(way.url);
    await store.marks.set('ticker', minutes(1));
    way.cut();
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(store.marks.set('ticker', minutes(2))).rejects.toThrow();
      await expect(store.inbox.first('e1', minutes(2))).rejects.toThrow();
    }
    way.mend();
    expect(await store.marks.get('ticker')).toBe(minutes(1));
    expect(await store.inbox.first('e1', minutes(2))).toBe(true);
  });
});

describePostgres('a server that does not answer', () => {
  const soon = { ...patience, connecting: 400, answer: 300, closing: 300 };
  const open = (url: string, times = soon) => {
    const pool = createPool(url, () => undefined, times);
    return { pool, db: new Kysely<unknown>({ dialect: postgresDialect(pool) }) };
  };

  test('is an error in time, and its connections are not used again', async () => {
    const way = await breakable((await emptySchema()).url);
    const { db } = open(way.url);
    await sql`select 1`.execute(db);
    way.hang();
    await expect(sql`select 2`.execute(db)).rejects.toThrow(/timeout/i);
    await expect(db.transaction().execute((each) => sql`select 3`.execute(each))).rejects.toThrow(/timeout/i);
    way.mend();
    expect((await sql`select 4 as answer`.execute(db)).rows).toEqual([{ answer: 4 }]);
    await db.destroy();
  });

  test('does not hold up closing for longer than it may', async () => {
    const { db, pool } = open((await emptySchema()).url, { ...soon, answer: patience.answer });
    const slow = expect(sql`select pg_sleep(20)`.execute(db)).rejects.toThrow();
    const before = performance.now();
    await pool.drain();
    await db.destroy();
    await slow;
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
