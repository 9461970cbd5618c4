import { ConfigError } from '../errors.ts';

/** Which engine, and where. The file of SQLite is a path or `:memory:`. */
export interface DatabaseUrl {
  readonly engine: 'sqlite';
  readonly file: string;
}

const write = 'write sqlite:FILE, such as sqlite:var/dateline.db';

/** One line of a ConfigError about the database. */
export const databaseFault = (url: string, reason: string): string => `DATABASE_URL=${url}: ${reason}.`;

/**
 * Reads `sqlite:FILE`, `sqlite:///FILE`, a bare path, `:memory:` or `sqlite::memory:`.
 * @throws ConfigError for anything else; what follows an unknown scheme may hold a password and is not repeated
 */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  const text = url.trim();
  // A single letter is a drive of Windows and no scheme.
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(text) ?? [];
  const name = scheme?.toLowerCase();
  if (name === 'postgres' || name === 'postgresql') {
    throw fault(`${scheme}:…`, `this version keeps its data in SQLite only, ${write}`);
  }
  if (name !== undefined && name !== 'sqlite')
    throw fault(`${scheme}:…`, `no such database is known, ${write}`);
  const file = (rest ?? text).replace(/^\/\//, '');
  if (file === '') throw fault(text, `names no file, ${write}`);
  if (file.includes('\0')) throw fault('…', `holds a character that no path may hold, ${write}`);
  return { engine: 'sqlite', file };
}

const fault = (url: string, reason: string): ConfigError => new ConfigError([databaseFault(url, reason)]);
