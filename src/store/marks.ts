import type { Engine } from './engine.ts';
import type { MarkStore } from './ports.ts';

/** Named instants. */
export const createMarks = ({ db }: Engine): MarkStore => ({
  async get(name) {
    const row = await db.selectFrom('mark').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value;
  },
  async set(name, value) {
    await db
      .insertInto('mark')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  },
});
