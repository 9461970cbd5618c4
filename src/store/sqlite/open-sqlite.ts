import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { sqliteDialect } from './dialect.ts';
import { sqliteFault, UnusableFile } from './fault.ts';
import { type Holding, holdingOf, migrate, ranMigrations } from './migrate.ts';
import { patiently } from './patiently.ts';
import { fts5 } from './search.ts';
import { takeDelivery } from './take-delivery.ts';

/** Milliseconds that the process stands still for another one's transaction: most are over by then, see patiently.ts. */
const stillness = 20;

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
    await patiently(() => refuse(holding(opened)));
    await patiently(() => prepare(opened));
    const db = new Kysely<Tables>({ dialect: sqliteDialect(opened) });
    await migrate(db);
    return engine(db);
  } catch (error) {
    if (database?.isOpen) database.close();
    throw sqliteFault(file, error);
  }
}

function refuse(found: Holding): void {
  if (found === 'newer' || found === 'foreign') throw new UnusableFile(found);
}

function holding(database: DatabaseSync): Holding {
  const names = (query: string): readonly string[] =>
    database
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  return holdingOf(names("select name from sqlite_schema where type = 'table'"), () => names(ranMigrations));
}

function prepare(database: DatabaseSync): void {
  // The write-ahead log lets readers and one writer of several processes work at once; FULL makes a commit outlive a power cut.
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
}

function engine(db: Kysely<Tables>): Engine {
  let closed: Promise<void> | undefined;
  return {
    db,
    search: fts5,
    takeDelivery: (take) => takeDelivery(db, take),
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
