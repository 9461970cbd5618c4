import type { Engine } from './engine.ts';
import type { Feedback, FeedbackStore } from './ports.ts';
import type { FeedbackTable } from './schema.ts';

/** What readers said of answers. */
export const createFeedback = ({ db }: Engine): FeedbackStore => ({
  async put(feedback) {
    const row = { ...feedback, note: feedback.note ?? null };
    const { verdict, note, at } = row;
    await db
      .insertInto('feedback')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['receipt', 'workspace', 'reader']).doUpdateSet({ verdict, note, at }),
      )
      .execute();
  },
  async list(filter = {}) {
    let query = db
      .selectFrom('feedback')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('receipt')
      .orderBy('reader');
    if (filter.workspace !== undefined) query = query.where('workspace', '=', filter.workspace);
    if (filter.verdict !== undefined) query = query.where('verdict', '=', filter.verdict);
    const rows = await query.limit(filter.limit ?? 1_000).execute();
    return rows.map(readRow);
  },
});

const readRow = ({ note, ...row }: FeedbackTable): Feedback => (note === null ? row : { ...row, note });
