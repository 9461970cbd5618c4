import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** Connections of one process at most: a server allows a hundred as it comes, and several processes share it. */
const most = 8;

/** In milliseconds; a server that does not answer is an error that is told, and never a bot that stands still. */
const patience = {
  /** For a connection, be it new or one that others are done with. */
  connecting: 10_000,
  /** For one statement, on the server and, a little longer, here: the network may be what is broken. */
  statement: 30_000,
  answer: 35_000,
  /** How long a transaction may hold its locks and do nothing, as that of a process that was stopped does. */
  idleTransaction: 60_000,
  /** How long closing waits for what is under way. */
  closing: 8_000,
} as const;

const int8 = pg.types.builtins.INT8;

/** Numbers of rows and keys are far from the end of what a number holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * A pool for Kysely over pg's own. A connection that was lost or does not answer is never used again, and the next
 * query makes a new one; pg's pool would end the process, or wait for ever.
 */
export function createPool(url: string, onLost: (error: Error) => void): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    application_name: 'dateline',
    connectionTimeoutMillis: patience.connecting,
    statement_timeout: patience.statement,
    query_timeout: patience.answer,
    idle_in_transaction_session_timeout: patience.idleTransaction,
    keepAlive: true,
    types,
  });
  // Without a listener Node ends the process. An idle connection that was lost fails nobody's query.
  pool.on('error', onLost);
  const held = new Set<Held>();
  let closing = false;
  const connect = async (): Promise<PostgresPoolClient> => {
    if (closing) throw new Error('the database was closed');
    const one = hold(pool.connect(), onLost);
    held.add(one);
    one.free.then(() => held.delete(one));
    return one.client;
  };
  const end = async (): Promise<void> => {
    closing = true;
    const late = setTimeout(() => {
      for (const each of held) each.abandon();
    }, patience.closing);
    await Promise.all([...held].map(({ free }) => free));
    clearTimeout(late);
    await pool.end();
  };
  return { connect, end, options: {} };
}

/** A connection in use. */
interface Held {
  readonly client: Promise<PostgresPoolClient>;
  /** Fulfilled once it is given back, or was never got. */
  readonly free: Promise<void>;
  /** Ends it, whatever is under way on it. */
  readonly abandon: () => void;
}

function hold(connecting: Promise<pg.PoolClient>, onLost: (error: Error) => void): Held {
  const { promise: free, resolve } = Promise.withResolvers<void>();
  let giveBack = (_isLost: boolean): void => undefined;
  const got = (connection: pg.PoolClient): PostgresPoolClient => {
    let lost = false;
    // One that breaks between two statements of a transaction fails no query: the next one does.
    const onError = (error: Error): void => {
      lost = true;
      onLost(error);
    };
    connection.on('error', onError);
    giveBack = (isLost) => {
      giveBack = () => undefined;
      connection.release(isLost || lost);
      connection.off('error', onError);
      resolve();
    };
    const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
      try {
        return await connection.query(sql, [...parameters]);
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

/** Whether the connection is gone: the server says so (classes 08 and 57P), or the error does not come from the server. */
const isLoss = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(?:08|57P)/.test(error.code ?? '');
