import type { Engine } from './engine.ts';
import type { ConsoleStore } from './ports.ts';

/** The console's messages. */
export const createConsoleMessages = ({ db }: Engine): ConsoleStore => ({
  append: async ({ channel, marker, at, body }) => {
    const added = await db
      .insertInto('console_message')
      .values({ channel, marker, at, body })
      .onConflict((conflict) => conflict.columns(['channel', 'marker']).doNothing())
      .returning('id')
      .executeTakeFirst();
    const row =
      added ??
      (await db
        .selectFrom('console_message')
        .select('id')
        .where('channel', '=', channel)
        .where('marker', '=', marker)
        .executeTakeFirstOrThrow());
    return row.id;
  },
  replace: async (id, body) => {
    const { numUpdatedRows } = await db
      .updateTable('console_message')
      .set({ body })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },
  recent: async (channel, limit) => {
    const rows = await db
      .selectFrom('console_message')
      .select(['id', 'at', 'body'])
      .where('channel', '=', channel)
      .orderBy('id', 'desc')
      .limit(Math.max(limit, 0))
      .execute();
    return rows.reverse();
  },
});
