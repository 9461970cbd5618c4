import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { deskTables } from './desk-tables.ts';
import { editionTables } from './edition-tables.ts';
import { feedbackTables } from './feedback-tables.ts';
import { firstTables } from './first-tables.ts';
import { nameTables } from './name-tables.ts';
import { secondTables } from './second-tables.ts';
import type { TableWords } from './table-words.ts';

/** The statements of one change of the tables, in an engine's words. */
type Statements = (words: TableWords) => readonly string[];

/** In order, the same for every engine. One that was released is never changed: the next change of the tables is a new one. */
const migrations: Readonly<Record<string, Statements>> = {
  '0001-first-tables': firstTables,
  '0002-digests': secondTables,
  '0003-feedback': feedbackTables,
  '0004-desk': deskTables,
  '0005-names': nameTables,
  '0006-editions': editionTables,
};

const table = 'migration';
const lockTable = 'migration_lock';

/**
 * Brings the tables up to date, wholly or not at all; two processes may do it at once.
 * @param schema that the tables lie in, where the engine has several
 * @throws what the engine throws
 */
export async function migrate<T>(db: Kysely<T>, words: TableWords, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => inWords(words) },
    migrationTableName: table,
    migrationLockTableName: lockTable,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

const inWords = (words: TableWords): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(migrations).map(([name, statements]) => [
      name,
      { up: (db) => run(db, statements(words)) },
    ]),
  );

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Whether there is nothing to do for a database on which these were run: then a start need not look any closer. */
export const isUpToDate = (ran: readonly string[]): boolean =>
  Object.keys(migrations).every((name) => ran.includes(name));

/** Reads the names of the migrations that were run, where there are any. */
export const ranMigrations = `select name from ${table}`;

export const hasMigrations = (tables: readonly string[]): boolean => tables.includes(table);

/** A database that is not ours to write to: another program's, or a newer version's. */
export class UnusableDatabase extends Error {
  readonly holding: 'newer' | 'foreign';
  constructor(holding: 'newer' | 'foreign') {
    super(`the database holds ${holding} tables`);
    this.holding = holding;
  }
}

/**
 * Looks at the names of a database's tables and of the migrations that were run on it, before anything is written to it.
 * @throws UnusableDatabase when it is not ours to write to
 */
export function refuseOthers(tables: readonly string[], ran: readonly string[]): void {
  // Another process may be creating the tables at this moment: the lock table may stand there alone.
  if (tables.every((name) => name === lockTable)) return;
  if (!hasMigrations(tables)) throw new UnusableDatabase('foreign');
  if (!ran.every((name) => name in migrations)) throw new UnusableDatabase('newer');
}
