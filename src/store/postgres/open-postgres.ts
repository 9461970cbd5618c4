import { Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { readNow } from '../read-now.ts';
import type { Tables } from '../schema.ts';
import { postgresDialect } from './dialect.ts';
import { postgresFault } from './fault.ts';
import { alone, beside } from './locks.ts';
import { createPool, type Pool } from './pool.ts';
import { prepare } from './prepare.ts';
import { gin } from './search.ts';
import { takeDelivery } from './take-delivery.ts';

/** Where the database is, see DatabaseUrl. */
interface Address {
  readonly url: string;
  readonly shown: string;
}

/**
 * Connects to a database and brings its tables up to date.
 * @param onLost hears of each connection that is lost
 * @throws ConfigError for one that cannot be used, with what to do
 */
export async function openPostgres(
  { url, shown }: Address,
  onLost: (error: Error) => void = () => undefined,
): Promise<Engine> {
  const pool = createPool(url, onLost);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  try {
    await prepare(db);
    return engine(db, pool);
  } catch (error) {
    await db.destroy();
    throw postgresFault(shown, error);
  }
}

// As text, and of this moment: now() is the transaction's start.
const clock = sql<{ now: string }>`
  select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`;

function engine(db: Kysely<Tables>, pool: Pool): Engine {
  let closed: Promise<void> | undefined;
  return {
    db,
    search: gin,
    takeDelivery: (take) => takeDelivery(db, take),
    alone,
    beside,
    now: () => readNow(db, clock),
    close: () => {
      closed ??= pool.drain().then(() => db.destroy());
      return closed;
    },
  };
}
