import { sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { BudgetStore, Turn } from './ports.ts';
import type { Tables } from './schema.ts';

/** Turns and counts, most of them one statement, so that any number of processes share them without waiting for each other. */
export const createBudgets = (engine: Engine): BudgetStore => ({
  take: (turn) => engine.db.transaction().execute((transaction) => takeTurn(engine, transaction, turn)),
  ...counting(engine),
});

/** See BudgetStore.take; within a transaction that may do more. */
export async function takeTurn(
  { alone }: Engine,
  transaction: Transaction<Tables>,
  { name, everyMs, from, within, keep }: Turn,
): Promise<number> {
  await alone(transaction, `turns of ${name}`);
  const row = await transaction
    .selectFrom('budget')
    .select('next')
    .where('name', '=', name)
    .executeTakeFirst();
  const turn = Math.max(row?.next ?? 0, from);
  if (turn > from + within && !keep) return turn;
  const next = turn + everyMs;
  await sql`
    insert into budget (name, next) values (${name}, cast(${next} as double precision))
    on conflict (name) do update set next = excluded.next`.execute(transaction);
  return turn;
}

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
