import { type Kysely, sql, type Transaction } from 'kysely';
import { hasMigrations, isUpToDate, migrate, ranMigrations, refuseOthers } from '../migrate.ts';
import type { Tables } from '../schema.ts';
import { alone } from './locks.ts';
import { postgresWords } from './table-words.ts';

export type Lack = 'version' | 'utf8' | 'schema' | 'writing' | 'right';

/** A server or database that cannot do what the store needs. */
export class UnusableServer extends Error {
  readonly lack: Lack;
  constructor(lack: Lack) {
    super(`the database server lacks: ${lack}`);
    this.lack = lack;
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
    const { schema, mayCreate } = await check(transaction);
    if (schema === null) throw new UnusableServer('schema');
    // Building an index over much data takes longer than any query should.
    await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', ${String(patience)}, true)`.execute(
      transaction,
    );
    await alone(transaction, 'migration');
    const tables = await tablesIn(transaction, schema);
    const done = hasMigrations(tables) ? await ran(transaction) : [];
    refuseOthers(tables, done);
    if (isUpToDate(done)) return;
    if (mayCreate !== true) throw new UnusableServer('right');
    await migrate(transaction, postgresWords, schema);
  });
}

// What would fail in the midst of a migration is asked for before: Kysely's own look at what went wrong hides it.
async function check(transaction: Transaction<Tables>): Promise<Server> {
  const { rows } = await sql<Server>`
    select current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding,
      current_setting('transaction_read_only') = 'on' as "isReadOnly",
      current_schema() as schema,
      has_schema_privilege(current_schema(), 'create') as "mayCreate"
  `.execute(transaction);
  const [server] = rows;
  if (server === undefined || server.version < oldest) throw new UnusableServer('version');
  if (server.encoding !== 'UTF8') throw new UnusableServer('utf8');
  if (server.isReadOnly) throw new UnusableServer('writing');
  return server;
}

interface Server {
  readonly version: number;
  readonly encoding: string;
  readonly isReadOnly: boolean;
  /** The schema that tables are made in: the first of search_path that is there, `public` as a server comes. */
  readonly schema: string | null;
  readonly mayCreate: boolean | null;
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
