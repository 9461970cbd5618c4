import type { Transaction } from 'kysely';
import type { Entity } from '../knowledge/model.ts';
import { entityTold, type NameTold } from '../knowledge/own-names.ts';
import type { RecordName } from './edit-knowledge.ts';
import { instantColumn } from './instants.ts';
import type { Scope } from './ports.ts';
import { parseJson } from './read-body.ts';
import type { Tables } from './schema.ts';

/** Entities that are told anew, and those that no accepted article tells any more. */
export interface NamesChanged {
  readonly put: readonly Entity[];
  readonly drop: readonly RecordName[];
}

/**
 * Puts what an article tells of names in the place of what it told before, and works out the entities that this changes: an
 * entity stands as long as one accepted article tells it.
 * @param at ISO instant
 */
export async function tellNames(
  transaction: Transaction<Tables>,
  scope: Scope,
  article: string,
  told: readonly NameTold[],
  at: string,
): Promise<NamesChanged> {
  const before = await transaction
    .selectFrom('desk_name')
    .select('entity')
    .where('scope', '=', scope)
    .where('article', '=', article)
    .execute();
  const touched = new Set([...before.map(({ entity }) => entity), ...told.map(({ id }) => id)]);
  if (touched.size === 0) return { put: [], drop: [] };
  await transaction
    .deleteFrom('desk_name')
    .where('scope', '=', scope)
    .where('article', '=', article)
    .execute();
  const rows = told.map((each) => ({
    scope,
    entity: each.id,
    article,
    told: JSON.stringify(each),
    at: instantColumn(at),
  }));
  if (rows.length > 0) await transaction.insertInto('desk_name').values(rows).execute();
  const entities = await entitiesTold(transaction, scope, [...touched]);
  return {
    put: [...entities.values()],
    drop: [...touched].filter((id) => !entities.has(id)).map((id): RecordName => ({ kind: 'entity', id })),
  };
}

async function entitiesTold(
  transaction: Transaction<Tables>,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Entity>> {
  const rows = await transaction
    .selectFrom('desk_name')
    .select(['entity', 'told'])
    .where('scope', '=', scope)
    .where('entity', 'in', ids)
    .orderBy('at')
    .orderBy('article')
    .execute();
  const byEntity = Map.groupBy(rows, ({ entity }) => entity);
  return new Map(
    [...byEntity].flatMap(([id, list]) => {
      const entity = entityTold(list.map(({ told }) => parseJson(told) as NameTold));
      return entity === undefined ? [] : [[id, entity] as const];
    }),
  );
}
