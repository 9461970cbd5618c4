import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { parseDatabaseUrl } from '../../../src/store/database-url.ts';

describe('a DATABASE_URL', () => {
  test.each([
    ['sqlite:var/dateline.db', 'var/dateline.db'],
    ['SQLite:var/dateline.db', 'var/dateline.db'],
    ['sqlite:/srv/d.db', '/srv/d.db'],
    ['sqlite:///srv/d.db', '/srv/d.db'],
    ['var/dateline.db', 'var/dateline.db'],
    ['./a folder/d.db', './a folder/d.db'],
    ['C:\\data\\d.db', 'C:\\data\\d.db'],
    [' d.db ', 'd.db'],
    [':memory:', ':memory:'],
    ['sqlite::memory:', ':memory:'],
  ])('%s names the file %s', (url, file) => {
    expect(parseDatabaseUrl(url)).toEqual({ engine: 'sqlite', file });
  });

  test.each([
    ['postgres://dateline:hunter2@db.example.org/dateline', 'postgres://dateline@db.example.org/dateline'],
    ['PostgreSQL://dateline:hunter2@db.example.org:5433/d', 'postgresql://dateline@db.example.org:5433/d'],
    ['postgres://u:hunter2%23%40%2F@h/d', 'postgres://u@h/d'],
    ['postgres://[::1]:5432/d?sslmode=verify-full&password=hunter2', 'postgres://[::1]:5432/d'],
    ['postgres:///d?host=%2Frun%2Fpostgresql&user=u&password=hunter2', 'postgres:///d'],
    ['postgres://u:hunter2@h', 'postgres://u@h'],
  ])('%s names a server, and its password is not shown', (url, shown) => {
    expect(parseDatabaseUrl(url)).toEqual({ engine: 'postgres', url, shown });
  });

  const sqliteOrPostgres =
    /^DATABASE_URL=.*, write sqlite:FILE, such as sqlite:var\/dateline\.db, or postgres:\/\/USER:PASSWORD@HOST:PORT\/DATABASE\.$/;
  const encoded =
    /^DATABASE_URL=postgres:…: cannot be read, write postgres:\/\/USER:PASSWORD@HOST:PORT\/DATABASE, and .* %23 .*\.$/;
  test.each([
    ['mysql://dateline:hunter2@db.example.org/dateline', sqliteOrPostgres],
    ['file:hunter2.db', sqliteOrPostgres],
    ['sqlite:', sqliteOrPostgres],
    ['sqlite://', sqliteOrPostgres],
    ['', sqliteOrPostgres],
    ['a\0hunter2', sqliteOrPostgres],
    // A password whose characters end the part of the address that it belongs to.
    ['postgres://u:12#hunter2@h/d', encoded],
    ['postgres://u:12/hunter2@h/d', encoded],
    ['postgres://u:12?hunter2@h/d', encoded],
    ['postgres://u:hunter2/x@h/d', encoded],
    ['postgres://u:hunter2%@h/d', encoded],
    ['postgres:hunter2', encoded],
    ['postgres:/hunter2/d', encoded],
  ])('%j is refused in one line that says what to write and keeps passwords to itself', (url, line) => {
    const fault = thrown(() => parseDatabaseUrl(url));
    expect(fault).toBeInstanceOf(ConfigError);
    const { faults } = fault as ConfigError;
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(line);
    expect(faults[0]).not.toContain('hunter2');
  });
});

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
