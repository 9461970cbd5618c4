import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { hasMigrations, migrate, ranMigrations, refuseOthers } from '../migrate.ts';
import { readNow } from '../read-now.ts';
import type { Tables } from '../schema.ts';
import { sqliteDialect } from './dialect.ts';
import { sqliteFault } from './fault.ts';
import { patiently } from './patiently.ts';
import { fts5 } from './search.ts';
import { sqliteWords } from './table-words.ts';
import { takeDelivery } from './take-delivery.ts';

/** Milliseconds that the process stands still for another one's transaction: most are over by then, see patiently.ts. */
const stillness = 5;

/**
 * Opens a file, or `:memory:`, and brings its tables up to date. Creates the folder that the file lies in.
 * @throws ConfigError for a file that cannot be used, with what to do
 */
export async function openSqlite(file: string): Promise<Engine> {
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const opened = new DatabaseSync(file, { timeout: stillness, enableForeignKeyConstraints: true });
    database = opened;
    // SQLite opens a file that may only be read, and says so no sooner than at the first write.
    if (file !== ':memory:') accessSync(file, constants.R_OK | constants.W_OK);
    await patiently(() => refuse(opened));
    await patiently(() => prepare(opened));
    const db = new Kysely<Tables>({ dialect: sqliteDialect(opened) });
    await migrate(db, sqliteWords);
    return engine(db);
  } catch (error) {
    if (database?.isOpen) database.close();
    throw sqliteFault(file, error);
  }
}

function refuse(database: DatabaseSync): void {
  const names = (query: string): readonly string[] =>
    database
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  const tables = names("select name from sqlite_schema where type = 'table'");
  refuseOthers(tables, hasMigrations(tables) ? names(ranMigrations) : []);
}

function prepare(database: DatabaseSync): void {
  // The write-ahead log lets readers and one writer of several processes work at once; FULL makes a commit outlive a power cut.
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
}

const clock = sql<{ now: string }>`select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as now`;

function engine(db: Kysely<Tables>): Engine {
  let closed: Promise<void> | undefined;
  return {
    db,
    search: fts5,
    takeDelivery: (take) => takeDelivery(db, take),
    // A transaction that is begun with `begin immediate` is the only one that writes.
    alone: async () => undefined,
    beside: async () => undefined,
    now: () => readNow(db, clock),
    close: () => {
      closed ??= close(db);
      return closed;
    },
  };
}

async function close(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  await db.destroy();
}
