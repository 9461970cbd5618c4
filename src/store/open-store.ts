import { createConsoleMessages } from './console-messages.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { createDeliveries } from './deliveries.ts';
import type { Engine } from './engine.ts';
import { importKnowledge } from './import-knowledge.ts';
import { createInbox } from './inbox.ts';
import { createMarks } from './marks.ts';
import type { Store } from './ports.ts';
import { readKnowledge } from './read-knowledge.ts';
import { createReceipts } from './receipts.ts';
import { createSchedules } from './schedules.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

/**
 * Opens the database that a DATABASE_URL names (`sqlite:FILE`, a bare path, `:memory:`), creating it where it is not there.
 * @throws ConfigError with one line, when it cannot be used
 */
export async function openStore(url: string): Promise<Store> {
  const { file } = parseDatabaseUrl(url);
  return storeOver(await openSqlite(file));
}

/** All ports over one engine. */
const storeOver = (engine: Engine): Store => ({
  knowledge: {
    ...readKnowledge(engine),
    replaceAll: (scope, data) => importKnowledge(engine, scope, data),
  },
  receipts: createReceipts(engine),
  schedules: createSchedules(engine),
  deliveries: createDeliveries(engine),
  console: createConsoleMessages(engine),
  inbox: createInbox(engine),
  marks: createMarks(engine),
  [Symbol.asyncDispose]: () => engine.close(),
});
