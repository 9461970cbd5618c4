import type { Transaction } from 'kysely';
import type { KnowledgeData } from '../knowledge/model.ts';
import type { Engine } from './engine.ts';
import { insertRecords } from './import-knowledge.ts';
import { inChunks } from './in-chunks.ts';
import type { Scope } from './ports.ts';
import { type Encoded, encodeAll, hashOf } from './record-rows.ts';
import type { RecordKind, Tables } from './schema.ts';

/** A record by its name. */
export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * Changes some records of a scope and leaves the others alone, within a transaction. The version goes on from the one
 * before, so that it costs the same however much the scope holds.
 */
export async function editKnowledge(
  engine: Engine,
  transaction: Transaction<Tables>,
  scope: Scope,
  { put, drop }: { readonly put: KnowledgeData; readonly drop: readonly RecordName[] },
): Promise<void> {
  const fresh = encodeAll(put);
  const gone = [...drop, ...fresh];
  if (gone.length === 0) return;
  for (const kind of ['article', 'event', 'entity'] as const) {
    const ids = gone.filter((each) => each.kind === kind).map(({ id }) => id);
    for (const chunk of inChunks([...new Set(ids)], 500)) {
      await transaction
        .deleteFrom('record')
        .where('scope', '=', scope)
        .where('kind', '=', kind)
        .where('id', 'in', chunk)
        .execute();
    }
  }
  for (const chunk of inChunks(fresh)) await insertRecords(engine, transaction, scope, chunk);
  await advanceVersion(transaction, scope, drop, fresh);
}

async function advanceVersion(
  transaction: Transaction<Tables>,
  scope: Scope,
  drop: readonly RecordName[],
  fresh: readonly Encoded[],
): Promise<void> {
  const before = await transaction
    .selectFrom('holding')
    .select('version')
    .where('scope', '=', scope)
    .executeTakeFirst();
  const version = hashOf([
    before?.version ?? '',
    ...drop.map(({ kind, id }) => `-${kind} ${id}`),
    ...fresh.map(({ kind, id, hash }) => `+${kind} ${id} ${hash}`),
  ]);
  await transaction
    .insertInto('holding')
    .values({ scope, version })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet({ version }))
    .execute();
}
