import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** Connections of one process at most: a server allows a hundred as it comes, and several processes share it. */
const most = 8;

export interface Patience {
  readonly connecting: number;
  readonly statement: number;
  readonly answer: number;
  readonly idleTransaction: number;
  readonly closing: number;
}

/** In milliseconds; a server that does not answer is an error that is told, and never a bot that stands still. */
export const patience: Patience = {
  /** For a connection, be it new or one that others are done with. */
  connecting: 10_000,
  /** For one statement, on the server and, a little longer, here: the network may be what is broken. */
  statement: 30_000,
  answer: 35_000,
  /** How long a transaction may hold its locks and do nothing, as that of a process that was stopped does. */
  idleTransaction: 60_000,
  /** How long closing waits for what is under way. */
  closing: 8_000,
};

const int8 = pg.types.builtins.INT8;

/** Numbers of rows and keys are far from the end of what a number holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

/** Kysely's pool, and how it is emptied before Kysely lets it go. */
export interface Pool extends PostgresPool {
  /** Takes no new work, and waits for what is under way: for a while. */
  readonly drain: () => Promise<void>;
}

/**
 * A pool for Kysely over pg's own. A connection that was lost or does not answer is never used again, and the next
 * query makes a new one; pg's pool would end the process, or wait for ever.
 * @param onLost hears of each connection that is lost
 */
export function createPool(url: string, onLost: (error: Error) => void, times = patience): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    application_name: 'dateline',
    connectionTimeoutMillis: times.connecting,
    statement_timeout: times.statement,
    query_timeout: times.answer,
    idle_in_transaction_session_timeout: times.idleTransaction,
    keepAlive: true,
    types,
  });
  // Node ends the process over an error event that nobody listens to. The pool listens while a connection is idle, and
  // tells; nobody does from the moment in which it is made or handed out.
  pool.on('connect', (connection) => connection.on('error', onLost));
  pool.on('error', () => undefined);
  const held = new Set<Held>();
  let isClosing = false;
  const drain = async (): Promise<void> => {
    // What was asked for in this same turn has not come as far as here yet.
    await new Promise((resolve) => setImmediate(resolve));
    isClosing = true;
    const late = setTimeout(() => {
      for (const each of held) each.abandon();
    }, times.closing);
    while (held.size > 0) await Promise.all([...held].map(({ free }) => free));
    clearTimeout(late);
  };
  return {
    options: {},
    drain,
    end: () => pool.end(),
    connect: () => {
      if (isClosing) return Promise.reject(new Error('the database was closed'));
      const one = hold(pool.connect());
      held.add(one);
      one.free.then(() => held.delete(one));
      return one.client;
    },
  };
}

/** A connection in use. */
interface Held {
  readonly client: Promise<PostgresPoolClient>;
  /** Fulfilled once it is given back, or was never got. */
  readonly free: Promise<void>;
  /** Ends it, whatever is under way on it. */
  readonly abandon: () => void;
}

function hold(connecting: Promise<pg.PoolClient>): Held {
  const { promise: free, resolve } = Promise.withResolvers<void>();
  let giveBack = (_isLost: boolean): void => undefined;
  const got = (connection: pg.PoolClient): PostgresPoolClient => {
    let lost = false;
    giveBack = (isLost) => {
      giveBack = () => undefined;
      connection.release(isLost || lost);
      resolve();
    };
    const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
      try {
        return await connection.query(sql, parameters.map(storable));
      } catch (error) {
        lost ||= isLoss(error);
        throw error;
      }
    };
    // Kysely's type has a second form of query, for cursors, which nothing here uses.
    return { query: query as PostgresPoolClient['query'], release: () => giveBack(false) };
  };
  const client = connecting.then(got, (error: unknown) => {
    resolve();
    throw error;
  });
  return { client, free, abandon: () => giveBack(true) };
}

/** PostgreSQL refuses the character NUL in text, which SQLite keeps and nobody types: it stands as one that cannot be shown. */
const storable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;

/** Whether the connection is gone: the server says so (classes 08 and 57P), or the error does not come from the server. */
const isLoss = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(?:08|57P)/.test(error.code ?? '');
