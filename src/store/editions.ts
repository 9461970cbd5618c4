import type { Briefing } from '../briefing/model.ts';
import { decodeJson, encodeJson } from '../document/codec.ts';
import type { Engine } from './engine.ts';
import type { EditionStore } from './ports.ts';

const linkSecret = 'edition links';

/** Briefings as they were exported. One that cannot be read counts as not there. */
export const createEditions = ({ db }: Engine): EditionStore => ({
  async put({ briefing, ...row }) {
    await db
      .insertInto('edition')
      .values({ ...row, body: encodeJson(briefing) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },
  async get(id) {
    const row = await db.selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirst();
    const briefing = row && readBriefing(row.body);
    return briefing && { id, workspace: row.workspace, at: row.at, briefing };
  },
  async secret(candidate) {
    await db
      .insertInto('secret')
      .values({ name: linkSecret, value: candidate })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const row = await db
      .selectFrom('secret')
      .select('value')
      .where('name', '=', linkSecret)
      .executeTakeFirstOrThrow();
    return row.value;
  },
});

function readBriefing(body: string): Briefing | undefined {
  const read = decodeJson(body) as Partial<Briefing> | null;
  return Array.isArray(read?.sections) && Array.isArray(read.sources) ? (read as Briefing) : undefined;
}
