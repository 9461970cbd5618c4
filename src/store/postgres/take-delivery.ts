import { type Kysely, type Selectable, sql } from 'kysely';
import type { Take } from '../engine.ts';
import type { DeliveryTable, Tables } from '../schema.ts';

/**
 * Takes a delivery in one statement; a row that another process is taking at this moment is passed over. What is in doubt
 * and what is due are looked for one after the other, so that each is read off the index in its order and nothing is sorted.
 */
export async function takeDelivery(
  db: Kysely<Tables>,
  { owner, now, leaseUntil, platforms }: Take,
): Promise<Selectable<DeliveryTable> | undefined> {
  const { rows } = await sql<Selectable<DeliveryTable>>`
    with doubt as materialized (
      select number from delivery
      where state = 'sending' and lease_until <= ${now} and platform in (${sql.join(platforms)})
      order by due, number
      limit 1
      for update skip locked
    ), due as materialized (
      select number from delivery
      where state = 'due' and (not_before is null or not_before <= ${now}) and platform in (${sql.join(platforms)})
        and not exists (select 1 from doubt)
      order by due, number
      limit 1
      for update skip locked
    ), next as (
      select number from doubt union all select number from due
    )
    update delivery set
      state_before = state, attempt_before = last_attempt,
      state = 'sending', attempts = attempts + 1, fence = fence + 1,
      owner = ${owner}, lease_until = ${leaseUntil},
      first_attempt = coalesce(first_attempt, ${now}),
      last_attempt = case when state = 'due' then ${now} else last_attempt end
    from next
    where delivery.number = next.number
    returning delivery.*`.execute(db);
  return rows[0];
}
