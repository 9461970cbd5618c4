import type { Transaction } from 'kysely';
import type { KnowledgeData } from '../knowledge/model.ts';
import type { Engine } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import type { ImportResult, Scope } from './ports.ts';
import { type Encoded, encodeAll, hashOf, leadsOf, recordRow } from './record-rows.ts';
import type { Tables } from './schema.ts';

/** Makes a scope hold exactly this data, in one transaction; records whose hash is unchanged are not touched. */
export function importKnowledge(engine: Engine, scope: Scope, data: KnowledgeData): Promise<ImportResult> {
  const wanted = encodeAll(data);
  return engine.db.transaction().execute(async (transaction) => {
    await engine.alone(transaction, `import into ${scope}`);
    const difference = compare(wanted, await stored(transaction, scope));
    const { fresh, gone, result } = difference;
    if (fresh.length === 0 && gone.length === 0) return result;
    for (const keys of inChunks(gone)) {
      await transaction.deleteFrom('record').where('key', 'in', keys).execute();
    }
    for (const chunk of inChunks(fresh)) await insertRecords(engine, transaction, scope, chunk);
    await setVersion(transaction, scope, wanted);
    return result;
  });
}

interface Stored {
  readonly key: number;
  readonly kind: string;
  readonly id: string;
  readonly hash: string;
}

const stored = (transaction: Transaction<Tables>, scope: Scope): Promise<readonly Stored[]> =>
  transaction.selectFrom('record').select(['key', 'kind', 'id', 'hash']).where('scope', '=', scope).execute();

interface Difference {
  /** New records and those that replace their old selves. */
  readonly fresh: readonly Encoded[];
  /** Keys of removed records and of old selves. */
  readonly gone: readonly number[];
  readonly result: ImportResult;
}

function compare(wanted: readonly Encoded[], rows: readonly Stored[]): Difference {
  const old = new Map(rows.map((row) => [nameOf(row), row]));
  const kept = new Set(wanted.map(nameOf));
  const fresh = wanted.filter((each) => old.get(nameOf(each))?.hash !== each.hash);
  const replaced = fresh.flatMap((each) => old.get(nameOf(each)) ?? []);
  const removed = rows.filter((row) => !kept.has(nameOf(row)));
  return {
    fresh,
    gone: [...replaced, ...removed].map(({ key }) => key),
    result: { added: fresh.length - replaced.length, changed: replaced.length, removed: removed.length },
  };
}

const nameOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

/** Adds records that are not there, with everything that leads to them. */
export async function insertRecords(
  { search }: Engine,
  transaction: Transaction<Tables>,
  scope: Scope,
  chunk: readonly Encoded[],
): Promise<void> {
  const rows = chunk.map((each) => recordRow(scope, each));
  const added = await transaction
    .insertInto('record')
    .values(rows)
    .returning(['key', 'kind', 'id'])
    .execute();
  const keys = new Map(added.map((row) => [nameOf(row), row.key]));
  const leads = chunk.map((each) => ({ record: keyOf(keys, each), ...leadsOf(each.record) }));
  const mentions = leads.flatMap(({ record, mentions }) =>
    [...mentions].map(([entity, part]) => ({ record, entity, part })),
  );
  for (const values of inChunks(mentions)) await transaction.insertInto('mention').values(values).execute();
  const days = leads.flatMap(({ record, monthDays }) =>
    monthDays.map((month_day) => ({ record, month_day })),
  );
  for (const values of inChunks(days)) await transaction.insertInto('month_day').values(values).execute();
  const worded = leads.filter(({ words }) => words.size > 0);
  await search.add(
    transaction,
    worded.map(({ record, words }) => ({ record, words: [...words].join(' ') })),
  );
}

function keyOf(keys: ReadonlyMap<string, number>, record: Encoded): number {
  const key = keys.get(nameOf(record));
  if (key === undefined) throw new Error(`the database gave ${nameOf(record)} no key`);
  return key;
}

async function setVersion(
  transaction: Transaction<Tables>,
  scope: Scope,
  wanted: readonly Encoded[],
): Promise<void> {
  await transaction.deleteFrom('holding').where('scope', '=', scope).execute();
  if (wanted.length === 0) return;
  const version = hashOf(wanted.map((each) => `${nameOf(each)} ${each.hash}`).sort());
  await transaction.insertInto('holding').values({ scope, version }).execute();
}
