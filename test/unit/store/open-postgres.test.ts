import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { postgresFault } from '../../../src/store/postgres/fault.ts';
import { minutes } from '../../support/store/ledger.ts';
import {
  describePostgres,
  emptySchema,
  execute,
  freshName,
  postgresStore,
  server,
} from '../../support/store/postgres-store.ts';

const secret = 'hunter2';

/** The one line that is told when a database cannot be opened. */
async function fault(url: string): Promise<string> {
  const error = await openStore(url).then(
    async (store) => store[Symbol.asyncDispose](),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConfigError);
  const { faults } = error as ConfigError;
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^DATABASE_URL=postgres:\/\/\S*: .*, .*\.$/);
  expect(faults[0]).not.toContain(secret);
  return faults[0] ?? '';
}

/** A database that is gone when the test ends, and its address for a user of its own. */
async function database(as = '', made = ''): Promise<{ readonly name: string; readonly url: string }> {
  const [name, user] = [freshName(), freshName()];
  await execute(`create role ${user} login password '${secret}' ${as}`);
  await execute(`create database ${name} ${made}`);
  onTestFinished(async () => {
    await execute(`drop database ${name} with (force)`);
    await execute(`drop role ${user}`);
  });
  const { host } = new URL(server());
  return { name, url: `postgres://${user}:${secret}@${host}/${name}` };
}

describePostgres('opening a database on a server', () => {
  test('what was written is there the next time', async () => {
    const { url } = await emptySchema();
    const first = await openStore(url);
    await first.marks.set('ticker', minutes(1));
    await first[Symbol.asyncDispose]();
    const second = await openStore(url);
    expect(await second.marks.get('ticker')).toBe(minutes(1));
    await second[Symbol.asyncDispose]();
  });

  test('closing waits for what was begun before, may be done twice, and nothing is written afterwards', async () => {
    const { url } = await emptySchema();
    const store = await openStore(url);
    const writing = Array.from({ length: 30 }, (_, index) => store.inbox.first(`e${index}`, minutes(1)));
    await Promise.all([store[Symbol.asyncDispose](), store[Symbol.asyncDispose]()]);
    expect(await Promise.all(writing)).not.toContain(false);
    await expect(store.marks.set('ticker', minutes(2))).rejects.toThrow();
  });

  test('the clock is the server’s, whatever this machine’s says', async () => {
    const { url } = await emptySchema();
    const store = await openStore(url, { clock: () => Temporal.Instant.from('1999-01-01T00:00:00Z') });
    const [{ now } = { now: '' }] = (await execute('select clock_timestamp()::text as now')) as {
      now: string;
    }[];
    const apart = (await store.clock()).until(Temporal.Instant.from(now.replace(' ', 'T')));
    expect(Math.abs(apart.total('seconds'))).toBeLessThan(10);
    await store[Symbol.asyncDispose]();
  });

  test('two schemas of one database are two stores', async () => {
    const [one, other] = [await postgresStore(), await postgresStore()];
    await one.marks.set('ticker', minutes(1));
    expect(await other.marks.get('ticker')).toBeUndefined();
  });
});

describePostgres('what cannot be opened is told in one line that keeps the password to itself', () => {
  test('no server', async () => {
    const silent = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    expect(await fault(`postgres://u:${secret}@127.0.0.1:${port}/d`)).toContain('no server answers there');
    silent.close();
    expect(await fault(`postgres://u:${secret}@127.0.0.1:${port}/d`)).toContain('no server answers there');
    expect(await fault(`postgres://u:${secret}@no-such-host.invalid/d`)).toContain('no such host');
  });

  test('a certificate that is not there, or a server without any', async () => {
    const { url } = await database();
    expect(await fault(`${url}?sslrootcert=nowhere.pem`)).toContain('certificate file');
    expect(await fault(`${url}?sslmode=verify-full`)).toContain('speaks no TLS');
  });

  test('a wrong password or user, or none', async () => {
    const { url } = await database();
    expect(await fault(url.replace(secret, `${secret}2`))).toContain('does not accept the password');
    expect(await fault(url.replace('//t', '//x'))).toContain('does not accept the password');
    expect(await fault(url.replace(`:${secret}`, ''))).toMatch(/password/);
  });

  test('no such database', async () => {
    const { url } = await database();
    expect(await fault(`${url}2`)).toContain('no such database is there');
  });

  test('no right to make tables, or to write at all', async () => {
    const { url } = await database();
    expect(await fault(url)).toContain('make the user the owner');
    const other = await database('superuser');
    await execute(`alter database ${other.name} set default_transaction_read_only = on`);
    expect(await fault(other.url)).toContain('may only be read');
  });

  test('no connection left', async () => {
    const { url } = await database('connection limit 0');
    expect(await fault(url)).toContain('takes no more connections');
  });

  test('another encoding than UTF-8', async () => {
    const made = "encoding 'LATIN1' locale 'C' locale_provider libc template template0";
    expect(await fault((await database('superuser', made)).url)).toContain('UTF-8');
  });

  test('no schema', async () => {
    const { url } = await database('superuser');
    expect(await fault(`${url}?options=-c%20search_path=nowhere`)).toContain('no schema');
  });

  test('another program’s database, which stays as it is', async () => {
    const { url, name } = await database('superuser');
    await execute('create table bookmark (url text)', name);
    expect(await fault(url)).toContain('another program');
    const tables = await execute("select tablename from pg_tables where schemaname = 'public'", name);
    expect(tables).toEqual([{ tablename: 'bookmark' }]);
  });

  test('a newer version’s database', async () => {
    const { url, name } = await database('superuser');
    await (await openStore(url))[Symbol.asyncDispose]();
    await execute("insert into migration (name, timestamp) values ('0999-from-the-future', '2030')", name);
    expect(await fault(url)).toContain('newer version of Dateline');
  });
});

describe('the fault of a server', () => {
  test.each([
    ['timeout expired', undefined, 'no server answers'],
    ['the database system is starting up', '57P03', 'starting or stopping'],
    ['connection failure', '08006', 'no server answers'],
    ['could not resize shared memory', '53100', 'disk space'],
    ['canceling statement due to lock timeout', '55P03', 'another process'],
    ['The server does not support SSL connections', undefined, 'sslmode'],
  ])('%s', (message, code, told) => {
    const error = postgresFault('postgres://u@h/d', Object.assign(new Error(message), { code }));
    expect((error as ConfigError).faults[0]).toContain(told);
  });

  test('is not made of a mistake in the program', () => {
    const mistake = Object.assign(new Error('syntax error at or near "selct"'), { code: '42601' });
    expect(postgresFault('postgres://u@h/d', mistake)).toBe(mistake);
  });
});
