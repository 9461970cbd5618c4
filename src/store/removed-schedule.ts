import type { Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Why a slot of a removed schedule is not sent. */
export const removedReason = 'its digest was deleted';

/** Whether a schedule was there and was removed. */
export async function isRemoved(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('schedule')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'removed')
    .executeTakeFirst();
  return row !== undefined;
}
