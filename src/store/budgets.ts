import { sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { stretchAt } from './pace.ts';
import type { BudgetStore, DeliveryOutcome, TakenTurn, Turn } from './ports.ts';
import type { Tables } from './schema.ts';
import { close, closedUntil, ownMark, readPace, shutRow, turnsLock } from './shut-names.ts';

/** Turns and counts, most of them one statement, so that any number of processes share them without waiting for each other. */
export const createBudgets = (engine: Engine): BudgetStore => ({
  take: (turn, clock) =>
    engine.db.transaction().execute((transaction) => takeTurn(engine, transaction, turn, clock)),
  close: (...limit) => close(engine, ...limit),
  closedUntil: (name) => closedUntil(engine, name),
  strike: (...refusal) => strike(engine, ...refusal),
});

/**
 * See BudgetStore.take; within a transaction that may do more. Places are rows beside the name's own, which keeps calls a
 * little apart.
 * @param least no sooner than this: an earlier turn that the same call waits for
 */
export async function takeTurn(
  { alone }: Engine,
  transaction: Transaction<Tables>,
  { name, everyMs, slowestMs, places, within, keep }: Turn,
  clock: () => Temporal.Instant,
  least = 0,
): Promise<TakenTurn> {
  await alone(transaction, turnsLock(name));
  const rows = await transaction
    .selectFrom('budget')
    .select(['name', 'next', 'count', 'since'])
    .where('name', '>=', name)
    .where('name', '<', `${name}${afterOwn}`)
    .execute();
  const known = new Map(rows.map((row) => [row.name, row.next]));
  const place = freest(name, places, known);
  const now = clock().epochMilliseconds;
  const pace = readPace(rows.find((row) => row.name === shutRow(name)));
  const apart = Math.max(everyMs, Math.min(slowestMs ?? 0, everyMs * stretchAt(pace, now)));
  const free = [name, place, shutRow(name)].map((each) => known.get(each) ?? 0);
  const at = Math.max(...free, now, least);
  const isTaken = at <= Math.max(now, least) + within;
  if (isTaken || keep) {
    // Together they go only where the limit was not met of late.
    const spacing = place === name || apart > everyMs ? apart : everyMs / 2;
    const used = place === name ? [] : [[place, at + places * apart] as const];
    await put(transaction, [[name, at + spacing], ...used]);
  }
  return { at, place, isTaken };
}

/** Comes right after the rows that belong to a name. */
const afterOwn = '\u0002';

/** The place that is free the soonest; one place is the name itself. */
function freest(name: string, places: number, known: ReadonlyMap<string, number>): string {
  if (places <= 1) return name;
  const all = Array.from({ length: places }, (_, index) => `${name}${ownMark}${index}`);
  return all.reduce((one, other) => ((known.get(other) ?? 0) < (known.get(one) ?? 0) ? other : one));
}

/** A place is in use for longer than it was taken for. */
export async function holdPlace(
  transaction: Transaction<Tables>,
  { place, until }: NonNullable<DeliveryOutcome['late']>,
): Promise<void> {
  await transaction
    .updateTable('budget')
    .set({ next: until })
    .where('name', '=', place)
    .where('next', '<', until)
    .execute();
}

const put = (transaction: Transaction<Tables>, names: readonly (readonly [string, number])[]) => {
  const rows = names.map(([name, next]) => sql`(${name}, cast(${next} as double precision))`);
  return sql`
    insert into budget (name, next) values ${sql.join(rows)}
    on conflict (name) do update set next = excluded.next`.execute(transaction);
};

async function strike(
  { db }: Engine,
  ...[name, windowMs, now]: Parameters<BudgetStore['strike']>
): ReturnType<BudgetStore['strike']> {
  const from = sql`cast(${now} as double precision)`;
  const opened = sql`budget.since > ${from} - cast(${windowMs} as double precision)`;
  const { rows } = await sql<{ count: number; since: number }>`
    insert into budget (name, count, since) values (${name}, 1, ${from})
    on conflict (name) do update set
      count = case when ${opened} then budget.count + 1 else 1 end,
      since = case when ${opened} then budget.since else ${from} end
    returning count, since`.execute(db);
  return rows[0] ?? { count: 1, since: now };
}
