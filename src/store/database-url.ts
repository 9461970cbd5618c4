import { ConfigError } from '../errors.ts';

/** Which engine, and where. The file of SQLite is a path or `:memory:`. */
export type DatabaseUrl =
  | { readonly engine: 'sqlite'; readonly file: string }
  | {
      readonly engine: 'postgres';
      readonly url: string;
      /** The address without its password and parameters, to be shown. */
      readonly shown: string;
    };

const sqliteForm = 'sqlite:FILE, such as sqlite:var/dateline.db';
const postgresForm = 'postgres://USER:PASSWORD@HOST:PORT/DATABASE';
const write = `write ${sqliteForm}, or ${postgresForm}`;

/** One line of a ConfigError about the database. */
export const databaseFault = (url: string, reason: string): string => `DATABASE_URL=${url}: ${reason}.`;

/**
 * Reads `sqlite:FILE`, `sqlite:///FILE`, a bare path, `:memory:` or `sqlite::memory:`, and `postgres://` or
 * `postgresql://` addresses.
 * @throws ConfigError for anything else; what may be a password is not repeated
 */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  const text = url.trim();
  // A single letter is a drive of Windows and no scheme.
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(text) ?? [];
  const name = scheme?.toLowerCase();
  if (name === 'postgres' || name === 'postgresql') return parsePostgres(text, name);
  if (name !== undefined && name !== 'sqlite')
    throw fault(`${scheme}:…`, `no such database is known, ${write}`);
  const file = (rest ?? text).replace(/^\/\//, '');
  if (file === '') throw fault(text, `names no file, ${write}`);
  if (file.includes('\0')) throw fault('…', `holds a character that no path may hold, ${write}`);
  return { engine: 'sqlite', file };
}

/** Where a password holds one of `/ ? # @`, the rest of it would be taken for another part and shown. */
function parsePostgres(text: string, scheme: string): DatabaseUrl {
  const unreadable = (): ConfigError =>
    fault(
      `${scheme}:…`,
      `cannot be read, write ${postgresForm}, and special characters of the password as %23 for # and so on`,
    );
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^[a-z]+:\/\//i.test(text) || !isDecodable(text)) throw unreadable();
  const { username, host, pathname, search, hash } = address;
  if (hash !== '' || search.includes('@') || /[@:]|\/.*\//.test(pathname)) throw unreadable();
  const user = username === '' ? '' : `${username}@`;
  return { engine: 'postgres', url: text, shown: `${scheme}://${user}${host}${pathname}` };
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

const fault = (url: string, reason: string): ConfigError => new ConfigError([databaseFault(url, reason)]);
