import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

// The locks are the transaction's, so that they go with it however it ends, and every schema has its own names.
const key = (name: string): RawBuilder<unknown> =>
  sql`hashtextextended(current_schema() || ${` ${name}`}, 0)`;

/** See Engine.alone. */
export async function alone(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key(name)})`.execute(transaction);
}

/** See Engine.beside. */
export async function beside(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${key(name)})`.execute(transaction);
}
