import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { firstTables } from './first-tables.ts';

/** In order. One that was released is never changed: the next change of the tables is a new one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
};

const table = 'migration';
const lockTable = 'migration_lock';

/** Brings the tables up to date, wholly or not at all; two processes may do it at once. @throws what the engine throws */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: table,
    migrationLockTableName: lockTable,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** What a file holds before anything is written to it. */
export type Holding = 'nothing' | 'ours' | 'newer' | 'foreign';

/** Reads it from the names of the file's tables and of the migrations that were run on it. */
export function holdingOf(tables: readonly string[], ran: () => readonly string[]): Holding {
  // Another process may be creating the file at this moment: its lock table may stand there alone.
  if (tables.every((name) => name === lockTable)) return 'nothing';
  if (!tables.includes(table)) return 'foreign';
  return ran().every((name) => name in migrations) ? 'ours' : 'newer';
}

export const ranMigrations = `select name from ${table}`;
