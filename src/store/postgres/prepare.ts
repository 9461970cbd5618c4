import { type Kysely, sql, type Transaction } from 'kysely';
import { hasMigrations, isUpToDate, migrate, ranMigrations, refuseOthers } from '../migrate.ts';
import type { Tables } from '../schema.ts';
import { alone } from './locks.ts';
import { postgresWords } from './table-words.ts';

/** A server that cannot do what the store needs. */
export class UnusableServer extends Error {
  readonly lacking: 'version' | 'utf8' | 'schema';
  constructor(lacking: UnusableServer['lacking']) {
    super(`the server lacks ${lacking}`);
    this.lacking = lacking;
  }
}

/** The oldest version that the tests were ever run on is newer; this one has all that is used, and is still mended. */
const oldest = 14_00_00;

/** Milliseconds that a process waits for another one that is bringing the tables up to date. */
const patience = 120_000;

/**
 * Looks whether the database can be used, and brings its tables up to date, wholly or not at all. Of several processes
 * that start at once one does it, and the others wait.
 * @throws UnusableServer, UnusableDatabase, or what the engine throws
 */
export function prepare(db: Kysely<Tables>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await checkServer(transaction);
    // Building an index over much data takes longer than any query should.
    await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', ${String(patience)}, true)`.execute(
      transaction,
    );
    await alone(transaction, 'migration');
    const schema = await currentSchema(transaction);
    const tables = await tablesIn(transaction, schema);
    const done = hasMigrations(tables) ? await ran(transaction) : [];
    refuseOthers(tables, done);
    if (!isUpToDate(done)) await migrate(transaction, postgresWords, schema);
  });
}

async function checkServer(transaction: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding
  `.execute(transaction);
  const [server] = rows;
  if (server === undefined || server.version < oldest) throw new UnusableServer('version');
  if (server.encoding !== 'UTF8') throw new UnusableServer('utf8');
}

/** The schema that tables are made in: the first of search_path that is there, `public` as a server comes. */
async function currentSchema(transaction: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(transaction);
  const name = rows[0]?.name ?? undefined;
  if (name === undefined) throw new UnusableServer('schema');
  return name;
}

async function tablesIn(transaction: Transaction<Tables>, schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}
  `.execute(transaction);
  return rows.map(({ name }) => name);
}

async function ran(transaction: Transaction<Tables>): Promise<readonly string[]> {
  const { rows } = await sql.raw<{ name: string }>(ranMigrations).execute(transaction);
  return rows.map(({ name }) => name);
}
