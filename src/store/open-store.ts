import { createBudgets } from './budgets.ts';
import { createConsoleMessages } from './console-messages.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { createDeliveries } from './deliveries.ts';
import { createDesk } from './desk.ts';
import { createEditions } from './editions.ts';
import type { Engine } from './engine.ts';
import { createErrands } from './errands.ts';
import { createFeedback } from './feedback.ts';
import { createFeeds } from './feeds.ts';
import { importKnowledge } from './import-knowledge.ts';
import { createInbox } from './inbox.ts';
import { createMarks } from './marks.ts';
import type { Store } from './ports.ts';
import { readKnowledge } from './read-knowledge.ts';
import { createReceipts } from './receipts.ts';
import { createSchedules } from './schedules.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

/** What the edge decides. */
export interface StoreParts {
  /** Stands in for the clock of SQLite's machine, which is this one. A server's clock is its own. */
  readonly clock?: () => Temporal.Instant;
  /** Hears of each connection to a server that is lost; the next query makes a new one. */
  readonly onLost?: (error: Error) => void;
}

/**
 * Opens the database that a DATABASE_URL names: `sqlite:FILE`, a bare path or `:memory:`, made where it is not there, or
 * `postgres://…`, which must be there. Its tables are brought up to date.
 * @throws ConfigError with one line, when it cannot be used
 */
export async function openStore(url: string, { clock, onLost }: StoreParts = {}): Promise<Store> {
  const where = parseDatabaseUrl(url);
  switch (where.engine) {
    case 'sqlite': {
      const engine = await openSqlite(where.file);
      return storeOver(clock === undefined ? engine : { ...engine, now: async () => clock() });
    }
    case 'postgres': {
      // Loaded where it is used: most run without a server, and memory is counted.
      const { openPostgres } = await import('./postgres/open-postgres.ts');
      return storeOver(await openPostgres(where, onLost));
    }
  }
}

/** All ports over one engine. */
const storeOver = (engine: Engine): Store => ({
  knowledge: {
    ...readKnowledge(engine),
    replaceAll: (scope, data) => importKnowledge(engine, scope, data),
  },
  receipts: createReceipts(engine),
  feedback: createFeedback(engine),
  schedules: createSchedules(engine),
  deliveries: createDeliveries(engine),
  console: createConsoleMessages(engine),
  inbox: createInbox(engine),
  marks: createMarks(engine),
  budgets: createBudgets(engine),
  errands: createErrands(engine),
  editions: createEditions(engine),
  desk: createDesk(engine),
  feeds: createFeeds(engine),
  clock: () => engine.now(),
  [Symbol.asyncDispose]: () => engine.close(),
});
