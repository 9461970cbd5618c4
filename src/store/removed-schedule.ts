import type { Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';

/** Why a slot of a removed schedule is not sent. */
export const removedReason = 'its digest was deleted';

/** Whoever removes a schedule, or relies on it being there, is alone with this name. */
export const scheduleLock = (id: string): string => `schedule ${id}`;

/** Whether a schedule was there and was removed. Nobody removes it before the transaction ends. */
export async function isRemoved(
  engine: Engine,
  transaction: Transaction<Tables>,
  id: string,
): Promise<boolean> {
  await engine.alone(transaction, scheduleLock(id));
  const row = await transaction
    .selectFrom('schedule')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'removed')
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of the schedules that were there and were removed. */
export async function removedAmong(
  transaction: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = new Set(ids);
  const rows = await transaction.selectFrom('schedule').select('id').where('state', '=', 'removed').execute();
  return new Set(rows.map(({ id }) => id).filter((id) => wanted.has(id)));
}
