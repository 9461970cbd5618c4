import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { minutes } from '../../support/store/ledger.ts';
import { temporaryFolder } from '../../support/store/temporary-store.ts';

/** The one line that is told when a file cannot be opened. */
async function fault(url: string): Promise<string> {
  const error = await openStore(url).then(
    async (store) => store[Symbol.asyncDispose](),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConfigError);
  const { faults } = error as ConfigError;
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^DATABASE_URL=sqlite:.*: .*, .*\.$/);
  return faults[0] ?? '';
}

describe('opening a store', () => {
  test('makes the folder and the file, and what was written is there the next time', async () => {
    const file = join(await temporaryFolder(), 'new', 'folder', 'd.db');
    const first = await openStore(`sqlite:${file}`);
    await first.marks.set('ticker', minutes(1));
    await first[Symbol.asyncDispose]();
    const second = await openStore(file);
    expect(await second.marks.get('ticker')).toBe(minutes(1));
    await second[Symbol.asyncDispose]();
  });

  test('closing leaves one whole file, may be done twice, and nothing is written afterwards', async () => {
    const file = join(await temporaryFolder(), 'd.db');
    const store = await openStore(file);
    await store.marks.set('ticker', minutes(1));
    await Promise.all([store[Symbol.asyncDispose](), store[Symbol.asyncDispose]()]);
    await store[Symbol.asyncDispose]();
    expect(await readdir(dirname(file))).toEqual(['d.db']);
    await expect(store.marks.set('ticker', minutes(2))).rejects.toThrow();
  });

  test('closing waits for what was begun before', async () => {
    const file = join(await temporaryFolder(), 'd.db');
    const store = await openStore(file);
    const writing = store.inbox.first('e1', minutes(1));
    await store[Symbol.asyncDispose]();
    expect(await writing).toBe(true);
  });

  test('a commit outlives a power cut, and readers do not wait for a writer', async () => {
    const file = join(await temporaryFolder(), 'd.db');
    const store = await openStore(file);
    const database = new DatabaseSync(file);
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.exec('begin immediate');
    expect(await store.marks.get('ticker')).toBeUndefined();
    database.close();
    await store[Symbol.asyncDispose]();
  });

  test('two memories are two databases', async () => {
    const [one, other] = [await openStore(':memory:'), await openStore('sqlite::memory:')];
    await one.marks.set('ticker', minutes(1));
    expect(await other.marks.get('ticker')).toBeUndefined();
    await one[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
  });
});

describe('what cannot be opened is told in one line', () => {
  test('a folder', async () => {
    expect(await fault(await temporaryFolder())).toContain('cannot be opened');
  });

  test('a path below a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, 'text');
    expect(await fault(join(file, 'd.db'))).toContain('below a file');
    expect(await fault(join(file, 'folder', 'd.db'))).toContain('below a file');
  });

  test('a file that is no database, which stays as it is', async () => {
    const file = join(await temporaryFolder(), 'notes.txt');
    await writeFile(file, 'Some notes of mine. '.repeat(200));
    const before = await stat(file);
    expect(await fault(file)).toContain('is no SQLite database');
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  });

  test('another program’s database, which stays as it is', async () => {
    const file = join(await temporaryFolder(), 'other.db');
    const database = new DatabaseSync(file);
    database.exec('create table bookmark (url text)');
    expect(await fault(file)).toContain('another program');
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    expect(tables).toEqual([{ name: 'bookmark' }]);
    database.close();
  });

  test('a newer version’s database', async () => {
    const file = join(await temporaryFolder(), 'd.db');
    await (await openStore(file))[Symbol.asyncDispose]();
    const database = new DatabaseSync(file);
    database.exec("insert into migration (name, timestamp) values ('0999-from-the-future', '2030-01-01')");
    database.close();
    expect(await fault(file)).toContain('newer version of Dateline');
  });

  test('a damaged database', async () => {
    const file = join(await temporaryFolder(), 'd.db');
    await (await openStore(file))[Symbol.asyncDispose]();
    const { size } = await stat(file);
    const head = Buffer.alloc(size, 0x5a);
    head.write('SQLite format 3\0', 'latin1');
    await writeFile(file, head);
    expect(await fault(file)).toMatch(/is damaged|is no SQLite database/);
  });

  test.skipIf(process.getuid?.() === 0)('a folder or file without the right to it', async () => {
    const file = join(await temporaryFolder(), 'd.db');
    await (await openStore(file))[Symbol.asyncDispose]();
    await chmod(file, 0o400);
    expect(await fault(file)).toContain('right to');
    const folder = join(await temporaryFolder(), 'locked');
    await mkdir(folder, { mode: 0o500 });
    expect(await fault(join(folder, 'd.db'))).toMatch(/right to|may read and write/);
    expect(await fault(join(folder, 'more', 'd.db'))).toContain('right to');
  });
});
