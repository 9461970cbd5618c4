import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

/** See Engine.alone. The name is that of a schema's; the lock is the transaction's, so that it goes with it however it ends. */
export async function alone(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ${` ${name}`}, 0))`.execute(
    transaction,
  );
}
