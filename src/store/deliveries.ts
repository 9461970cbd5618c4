import { encodeJson } from '../document/codec.ts';
import type { Document } from '../document/model.ts';
import { begin } from './begin-call.ts';
import { holdPlace } from './budgets.ts';
import { approve, getDelivery, hold, revise, skip, soonest, standing } from './delivery-changes.ts';
import { deliveryRow, readDelivery, readEdition } from './delivery-rows.ts';
import type { Engine, Take } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import { instantColumn } from './instants.ts';
import type { Basis, Delivery, DeliveryOutcome, DeliveryStore } from './ports.ts';
import { removalLock, removedAmong, removedReason } from './removed-schedule.ts';

/** The ledger of deliveries. Every change of a row is one transaction, so that processes can share it. */
export const createDeliveries = (engine: Engine): DeliveryStore => ({
  claimSlot: async (delivery) => (await claimSlots(engine, [delivery])).length === 1,
  claimSlots: (deliveries) => claimSlots(engine, deliveries),
  take: async (owner, now, leaseUntil, platforms) =>
    platforms.length === 0
      ? undefined
      : take(engine, { owner, now: instantColumn(now), leaseUntil: instantColumn(leaseUntil), platforms }),
  freeze: (id, edition, basis) => freeze(engine, id, edition, basis),
  begin: (id, fence, beginning) => begin(engine, id, fence, beginning),
  soonest: (platforms) => soonest(engine, platforms),
  hold: (reach, until, reason) => hold(engine, reach, until, reason),
  get: (id) => getDelivery(engine, id),
  approve: (id, by) => approve(engine, id, by),
  skip: (id, reason) => skip(engine, id, reason),
  revise: (id, edition, basis) => revise(engine, id, edition, basis),
  standing: (since) => standing(engine, since),
  settle: (id, fence, outcome) => settle(engine, id, fence, outcome),
  list: (filter = {}) => list(engine, filter),
});

/** Every process claims the same slots at the same time: who comes later only reads, and keeps no writer waiting. */
async function claimSlots(engine: Engine, deliveries: readonly Delivery[]): Promise<readonly string[]> {
  const known = await settledAmong(engine, deliveries);
  const wanted = deliveries.filter(({ id }) => !known.has(id));
  return wanted.length === 0 ? [] : addSlots(engine, wanted);
}

/** Those that have a row which no claim changes. */
async function settledAmong({ db }: Engine, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const chunk of inChunks(deliveries)) {
    const rows = await db
      .selectFrom('delivery')
      .select(['id', 'state', 'error'])
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute();
    const settled = rows.filter(({ state, error }) => !(state === 'skipped' && error?.startsWith('missed')));
    for (const { id } of settled) known.add(id);
  }
  return known;
}

const addSlots = (engine: Engine, deliveries: readonly Delivery[]): Promise<readonly string[]> =>
  engine.db.transaction().execute(async (transaction) => {
    // All processes claim the same rows at the same moment. PostgreSQL watches for a conflict of one unique key alone:
    // where two of them add one row at once, its id may be found to be there before its slot is, and that is an error.
    await engine.alone(transaction, removalLock);
    const removed = await removedAmong(
      engine,
      transaction,
      deliveries.map(({ schedule }) => schedule),
    );
    const rows = deliveries.map((delivery) =>
      deliveryRow(
        delivery.state === 'due' && removed.has(delivery.schedule)
          ? { ...delivery, state: 'skipped', error: removedReason }
          : delivery,
      ),
    );
    const added: string[] = [];
    for (const chunk of inChunks(rows)) {
      const ids = await transaction
        .insertInto('delivery')
        .values(chunk)
        .onConflict((conflict) =>
          conflict
            .columns(['schedule', 'slot'])
            .doUpdateSet({ state: 'due', error: null })
            .where('delivery.state', '=', 'skipped')
            .where('delivery.error', 'like', 'missed%')
            .where('excluded.state', '=', 'due'),
        )
        .returning('id')
        .execute();
      added.push(...ids.map(({ id }) => id));
    }
    return added;
  });

async function take({ db, takeDelivery }: Engine, wanted: Take): ReturnType<DeliveryStore['take']> {
  for (;;) {
    const row = await takeDelivery(wanted);
    if (row === undefined) return undefined;
    const before = { ...row, state: row.state_before ?? row.state, last_attempt: row.attempt_before };
    const delivery = readDelivery(before);
    if (delivery !== undefined) return { ...delivery, fence: row.fence };
    // A row that nobody can read would be the oldest one for ever and hold up all others.
    await db
      .updateTable('delivery')
      .set({ state: 'failed', error: 'the row in the database cannot be read' })
      .where('number', '=', row.number)
      .execute();
  }
}

const freeze = ({ db, alone }: Engine, id: string, edition: Document, basis?: Basis): Promise<Document> =>
  db.transaction().execute(async (transaction) => {
    await alone(transaction, `edition of ${id}`);
    const row = await transaction
      .selectFrom('delivery')
      .select('edition')
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) throw new Error(`there is no delivery ${id}`);
    const frozen = readEdition(row.edition);
    if (frozen !== undefined) return frozen;
    const text = encodeJson(edition);
    await transaction
      .updateTable('delivery')
      .set({ edition: text, ...(basis === undefined ? {} : { basis: JSON.stringify(basis) }) })
      .where('id', '=', id)
      .execute();
    // What a later reader gets, and not what was given: a retry must send the same.
    return readEdition(text) ?? edition;
  });

const settle = (engine: Engine, id: string, fence: number, outcome: DeliveryOutcome): Promise<boolean> =>
  engine.db.transaction().execute(async (transaction) => {
    const held = await transaction
      .selectFrom('delivery')
      .select(['schedule', 'message_id', 'lease_until'])
      .where('id', '=', id)
      .where('fence', '=', fence)
      .executeTakeFirst();
    if (held === undefined) return false;
    const tooLate =
      outcome.state === 'due' &&
      (await removedAmong(engine, transaction, [held.schedule])).has(held.schedule);
    const notBefore = outcome.notBefore === undefined ? null : instantColumn(outcome.notBefore);
    const { numUpdatedRows } = await transaction
      .updateTable('delivery')
      .set({
        state: tooLate ? 'skipped' : outcome.state,
        error: tooLate ? removedReason : (outcome.error ?? null),
        message_id: outcome.messageId ?? held.message_id,
        not_before: notBefore,
        owner: null,
        // What is in doubt may be taken by anybody once it is time to look.
        lease_until: outcome.state === 'sending' ? (notBefore ?? held.lease_until) : null,
        ...(outcome.attempts === undefined ? {} : { attempts: outcome.attempts }),
      })
      .where('id', '=', id)
      .where('fence', '=', fence)
      .executeTakeFirstOrThrow();
    if (outcome.late !== undefined) await holdPlace(transaction, outcome.late);
    return numUpdatedRows === 1n;
  });

type Filter = NonNullable<Parameters<DeliveryStore['list']>[0]>;

async function list({ db }: Engine, filter: Filter): Promise<readonly Delivery[]> {
  let query = db.selectFrom('delivery').selectAll().orderBy('due', 'desc').orderBy('number', 'desc');
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.schedule !== undefined) query = query.where('schedule', '=', filter.schedule);
  if (filter.platform !== undefined) query = query.where('platform', '=', filter.platform);
  if (filter.workspace !== undefined) query = query.where('workspace', '=', filter.workspace);
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  return (await query.execute()).reverse().flatMap((row) => readDelivery(row) ?? []);
}
