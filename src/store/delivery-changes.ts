import { sql } from 'kysely';
import { encodeJson } from '../document/codec.ts';
import type { Document } from '../document/model.ts';
import { readDelivery } from './delivery-rows.ts';
import type { Engine } from './engine.ts';
import { instantColumn, readInstant } from './instants.ts';
import type { Basis, Delivery, Reach } from './ports.ts';

// The smaller changes of the ledger, most of them one statement.

export async function soonest({ db }: Engine, platforms: readonly string[]): Promise<string | undefined> {
  if (platforms.length === 0) return undefined;
  const { rows } = await sql<{ at: string | null }>`
    select min(at) as at from (
      select min(coalesce(not_before, due)) as at from delivery
      where state = 'due' and platform in (${sql.join(platforms)})
      union all
      select min(lease_until) as at from delivery
      where state = 'sending' and platform in (${sql.join(platforms)})
    ) as first`.execute(db);
  const at = rows[0]?.at;
  return typeof at === 'string' ? readInstant(at) : undefined;
}

export async function hold({ db }: Engine, reach: Reach, until: string, reason: string): Promise<void> {
  const column = instantColumn(until);
  let query = db
    .updateTable('delivery')
    .set({ not_before: column, error: reason })
    .where('state', '=', 'due')
    .where('platform', '=', reach.platform)
    .where((is) => is.or([is('not_before', 'is', null), is('not_before', '<', column)]));
  if (reach.workspace !== undefined) query = query.where('workspace', '=', reach.workspace);
  if (reach.channel !== undefined) query = query.where('channel', '=', reach.channel);
  await query.execute();
}

export async function getDelivery({ db }: Engine, id: string): Promise<Delivery | undefined> {
  if (!/^[a-z0-9-]{1,40}$/.test(id)) return undefined;
  // `~` comes after every letter that an id has: a window over the index, on every engine.
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('id', '>=', id)
    .where('id', '<=', `${id}~`)
    .orderBy('id')
    .limit(2)
    .execute();
  const exact = rows.find((row) => row.id === id);
  const found = exact ?? (rows.length === 1 ? rows[0] : undefined);
  return found && readDelivery(found);
}

export async function approve({ db }: Engine, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ approved_by: by, not_before: null, error: null })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .where('approved_by', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function skip({ db }: Engine, id: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'skipped', error: reason, not_before: null })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function revise({ db }: Engine, id: string, edition: Document, basis: Basis): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ edition: encodeJson(edition), basis: JSON.stringify(basis) })
    .where('id', '=', id)
    .execute();
}

export async function standing({ db }: Engine, since: string): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', 'sent')
    .where('basis', 'is not', null)
    .where('due', '>=', instantColumn(since))
    .orderBy('due')
    .orderBy('number')
    .execute();
  return rows.flatMap((row) => readDelivery(row) ?? []);
}
