import {
  type Dialect,
  type Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
} from 'kysely';

/** Kysely over a pool of ours: its own PostgreSQL dialect, without its lock for migrations. */
export const postgresDialect = (pool: PostgresPool): Dialect => ({
  createAdapter: () => new UnlockedAdapter(),
  createDriver: () => new PostgresDriver({ pool }),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/**
 * Migrations run within a transaction of ours that holds a lock until it ends, see prepare.ts. Kysely's own lock is
 * the session's: it would outlive a failed transaction, and connection poolers do not keep it.
 */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
