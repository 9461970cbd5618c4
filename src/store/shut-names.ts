import { sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { type Pace, slower, usualPace } from './pace.ts';
import type { BudgetStore } from './ports.ts';
import type { BudgetTable, Tables } from './schema.ts';

// What a platform's refusals mean for the turns of a name: until when there are none, and how far apart they are then.

/** Rows that belong to a name begin with it and this mark, which is in no name of a platform, workspace or channel. */
export const ownMark = '\u0001';

/** The row with the limit of a name. */
export const shutRow = (name: string): string => `${name}${ownMark}shut`;

/** Whoever changes the turns of a name is alone with this. */
export const turnsLock = (name: string): string => `turns of ${name}`;

/** The stretch is kept in thousandths. */
export const readPace = (row: Pick<BudgetTable, 'count' | 'since'> | undefined): Pace =>
  row === undefined || row.count === 0 ? usualPace : { stretch: row.count / 1000, since: row.since };

const readRow = (transaction: Engine['db'] | Transaction<Tables>, name: string) =>
  transaction
    .selectFrom('budget')
    .select(['next', 'count', 'since'])
    .where('name', '=', shutRow(name))
    .executeTakeFirst();

/** See BudgetStore.closedUntil. */
export const closedUntil = async ({ db }: Engine, name: string): Promise<number> =>
  (await readRow(db, name))?.next ?? 0;

/** See BudgetStore.close. */
export const close = (
  { db, alone }: Engine,
  ...[name, until, refused]: Parameters<BudgetStore['close']>
): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await alone(transaction, turnsLock(name));
    const known = await readRow(transaction, name);
    const before = readPace(known);
    const pace = refused === undefined ? before : slower(before, refused.at, until, refused.most);
    const next = Math.max(until, known?.next ?? 0);
    const count = Math.round(pace.stretch * 1000);
    await sql`
      insert into budget (name, next, count, since)
      values (
        ${shutRow(name)}, cast(${next} as double precision), ${count}, cast(${pace.since} as double precision)
      )
      on conflict (name) do update
        set next = excluded.next, count = excluded.count, since = excluded.since`.execute(transaction);
  });
