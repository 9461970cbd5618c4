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
    'postgres://dateline:hunter2@db.example.org/dateline',
    'postgresql://dateline:hunter2@db.example.org/dateline',
    'mysql://dateline:hunter2@db.example.org/dateline',
    'file:hunter2.db',
    'sqlite:',
    'sqlite://',
    '',
    'a\0hunter2',
  ])('%j is refused in one line that says what to write and keeps passwords to itself', (url) => {
    const fault = thrown(() => parseDatabaseUrl(url));
    expect(fault).toBeInstanceOf(ConfigError);
    const { faults } = fault as ConfigError;
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^DATABASE_URL=.*, write sqlite:FILE, such as sqlite:var\/dateline\.db\.$/);
    expect(faults[0]).not.toContain('hunter2');
  });

  test('PostgreSQL is told apart from what nobody knows', () => {
    expect(() => parseDatabaseUrl('postgres://x')).toThrow('SQLite only');
    expect(() => parseDatabaseUrl('redis://x')).toThrow('no such database');
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
