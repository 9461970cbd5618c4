import type { Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';

/** Why a slot of a removed schedule is not sent. */
export const removedReason = 'its digest was deleted';

/** Whoever removes a schedule is alone with this name; whoever relies on those that are there is beside it. */
export const removalLock = 'removal of schedules';

/** Those of the schedules that were there and were removed. Nobody removes another before the transaction ends. */
export async function removedAmong(
  { beside }: Engine,
  transaction: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  await beside(transaction, removalLock);
  const wanted = new Set(ids);
  const rows = await transaction.selectFrom('schedule').select('id').where('state', '=', 'removed').execute();
  return new Set(rows.map(({ id }) => id).filter((id) => wanted.has(id)));
}
