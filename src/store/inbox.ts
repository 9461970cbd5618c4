import type { Engine } from './engine.ts';
import { instantColumn } from './instants.ts';
import type { InboxStore } from './ports.ts';

const memory = { hours: 24 };

/** Ids of inbound events, forgotten after a day. */
export const createInbox = ({ db }: Engine): InboxStore => ({
  first: (id, now) =>
    db.transaction().execute(async (transaction) => {
      const oldest = instantColumn(Temporal.Instant.from(now).subtract(memory).toString());
      await transaction.deleteFrom('inbox').where('seen', '<', oldest).execute();
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('inbox')
        .values({ id, seen: instantColumn(now) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    }),
});
