import type { Engine } from './engine.ts';
import type { ConsoleStore } from './ports.ts';

/** The console's messages. */
export const createConsoleMessages = ({ db }: Engine): ConsoleStore => ({
  append: (message) =>
    db.transaction().execute(async (transaction) => {
      const known = await transaction
        .selectFrom('console_message')
        .select('id')
        .where('channel', '=', message.channel)
        .where('marker', '=', message.marker)
        .executeTakeFirst();
      const { channel, marker, at, body } = message;
      const row =
        known ??
        (await transaction
          .insertInto('console_message')
          .values({ channel, marker, at, body })
          .returning('id')
          .executeTakeFirstOrThrow());
      return row.id;
    }),
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
