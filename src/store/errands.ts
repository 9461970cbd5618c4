import type { Selectable } from 'kysely';
import { encodeJson } from '../document/codec.ts';
import { readBasis, readEdition } from './delivery-rows.ts';
import type { Engine } from './engine.ts';
import { instantColumn, readInstant } from './instants.ts';
import type { Errand, ErrandStore } from './ports.ts';
import type { ErrandTable } from './schema.ts';

/** Errands. Whoever holds an older fence has lost the row. */
export const createErrands = (engine: Engine): ErrandStore => ({
  add: (errand) => add(engine, errand),
  take: async (now, leaseUntil, platforms) =>
    platforms.length === 0
      ? undefined
      : take(engine, instantColumn(now), instantColumn(leaseUntil), platforms),
  async settle(id, fence, { state, outcome, notBefore }) {
    const { numUpdatedRows } = await engine.db
      .updateTable('errand')
      .set({
        state,
        outcome,
        lease_until: null,
        not_before: notBefore === undefined ? null : instantColumn(notBefore),
      })
      .where('id', '=', id)
      .where('fence', '=', fence)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },
  async list(filter = {}) {
    let query = engine.db.selectFrom('errand').selectAll().orderBy('number', 'desc');
    if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
    if (filter.delivery !== undefined) query = query.where('delivery', '=', filter.delivery);
    if (filter.schedule !== undefined) query = query.where('schedule', '=', filter.schedule);
    if (filter.limit !== undefined) query = query.limit(filter.limit);
    return (await query.execute()).reverse().flatMap((row) => readErrand(row) ?? []);
  },
});

async function add({ db }: Engine, errand: Errand): Promise<boolean> {
  const { place, at, document, basis, outcome, ...rest } = errand;
  const row = {
    ...rest,
    ...place,
    at: instantColumn(at),
    document: encodeJson(document),
    basis: basis === undefined ? null : JSON.stringify(basis),
    outcome: outcome ?? null,
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('errand')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function take(
  engine: Engine,
  now: string,
  leaseUntil: string,
  platforms: readonly string[],
): ReturnType<ErrandStore['take']> {
  for (;;) {
    const row = await firstFree(engine, now, platforms);
    if (row === undefined) return undefined;
    const errand = readErrand(row);
    const [fence, attempts] = [row.fence + 1, row.attempts + 1];
    const state = errand === undefined ? 'failed' : 'sending';
    // Another process may have taken it since: its fence is higher then, and this changes nothing.
    const { numUpdatedRows } = await engine.db
      .updateTable('errand')
      .set({ state, attempts, fence, lease_until: leaseUntil })
      .where('number', '=', row.number)
      .where('fence', '=', row.fence)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 1n && errand !== undefined)
      return { ...errand, state: 'sending', attempts, fence, wasHeld: row.state === 'sending' };
  }
}

const firstFree = ({ db }: Engine, now: string, platforms: readonly string[]) =>
  db
    .selectFrom('errand')
    .selectAll()
    .where('platform', 'in', platforms)
    .where((is) =>
      is.or([
        is.and([is('state', '=', 'due'), is.or([is('not_before', 'is', null), is('not_before', '<=', now)])]),
        is.and([is('state', '=', 'sending'), is('lease_until', '<=', now)]),
      ]),
    )
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();

/** A row as an errand; undefined when it holds no document. */
function readErrand(row: Selectable<ErrandTable>): Errand | undefined {
  const document = readEdition(row.document);
  if (document === undefined) return undefined;
  const { id, kind, platform, workspace, channel, target, schedule, delivery, words, state, attempts } = row;
  const basis = readBasis(row.basis);
  return {
    id,
    kind,
    place: { platform, workspace, channel },
    target,
    schedule,
    delivery,
    at: readInstant(row.at),
    words,
    document,
    state,
    attempts,
    ...(basis === undefined ? {} : { basis }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
  };
}
