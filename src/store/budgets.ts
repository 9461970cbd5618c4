import { sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { BudgetStore, DeliveryOutcome, TakenTurn, Turn } from './ports.ts';
import type { Tables } from './schema.ts';

/** Turns and counts, most of them one statement, so that any number of processes share them without waiting for each other. */
export const createBudgets = (engine: Engine): BudgetStore => ({
  take: (turn, clock) =>
    engine.db.transaction().execute((transaction) => takeTurn(engine, transaction, turn, clock)),
  ...counting(engine),
});

/**
 * See BudgetStore.take; within a transaction that may do more. Places are rows beside the name's own, which keeps calls a
 * little apart and holds all of them back where it is closed.
 * @param least no sooner than this: an earlier turn that the same call waits for
 */
export async function takeTurn(
  { alone }: Engine,
  transaction: Transaction<Tables>,
  { name, everyMs, places, within, keep }: Turn,
  clock: () => Temporal.Instant,
  least = 0,
): Promise<TakenTurn> {
  await alone(transaction, `turns of ${name}`);
  const rows = await transaction
    .selectFrom('budget')
    .select(['name', 'next'])
    .where('name', '>=', name)
    .where('name', '<', `${name}${afterPlaces}`)
    .execute();
  const known = new Map(rows.map((row) => [row.name, row.next]));
  const place = freest(name, places, known);
  const now = clock().epochMilliseconds;
  const at = Math.max(known.get(name) ?? 0, known.get(place) ?? 0, now, least);
  const isTaken = at <= Math.max(now, least) + within;
  if (isTaken || keep) {
    const spacing = place === name ? everyMs : everyMs / 2;
    const used = place === name ? [] : [[place, at + places * everyMs] as const];
    await put(transaction, [[name, at + spacing], ...used]);
  }
  return { at, place, isTaken };
}

/** A place's row is named so. No name of a platform, workspace or channel holds the mark, and the other comes right after it. */
const placeMark = '\u0001';
const afterPlaces = '\u0002';

/** The place that is free the soonest; one place is the name itself. */
function freest(name: string, places: number, known: ReadonlyMap<string, number>): string {
  if (places <= 1) return name;
  const all = Array.from({ length: places }, (_, index) => `${name}${placeMark}${index}`);
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

const counting = ({ db }: Engine): Omit<BudgetStore, 'take'> => ({
  async reserve(name, everyMs, now) {
    const from = sql`cast(${now} as double precision)`;
    const every = sql`cast(${everyMs} as double precision)`;
    const { rows } = await sql<{ next: number }>`
      insert into budget (name, next) values (${name}, ${from} + ${every})
      on conflict (name) do update set next =
        (case when budget.next > ${from} then budget.next else ${from} end) + ${every}
      returning next`.execute(db);
    return (rows[0]?.next ?? now + everyMs) - everyMs;
  },
  async close(name, until) {
    const to = sql`cast(${until} as double precision)`;
    await sql`
      insert into budget (name, next) values (${name}, ${to})
      on conflict (name) do update set next = case when budget.next > ${to} then budget.next else ${to} end`.execute(
      db,
    );
  },
  async strike(name, windowMs, now) {
    const from = sql`cast(${now} as double precision)`;
    const opened = sql`budget.since > ${from} - cast(${windowMs} as double precision)`;
    const { rows } = await sql<{ count: number; since: number }>`
      insert into budget (name, count, since) values (${name}, 1, ${from})
      on conflict (name) do update set
        count = case when ${opened} then budget.count + 1 else 1 end,
        since = case when ${opened} then budget.since else ${from} end
      returning count, since`.execute(db);
    return rows[0] ?? { count: 1, since: now };
  },
});
