import * as z from 'zod';
import type { Receipt } from '../answer/model.ts';
import type { Engine } from './engine.ts';
import type { ReceiptStore } from './ports.ts';
import { parseJson } from './read-body.ts';

const texts = z.array(z.string());
const receiptSchema: z.ZodType<Receipt> = z.object({
  id: z.string(),
  question: z.string(),
  now: z.string(),
  workspace: z.string(),
  dataVersion: z.string(),
  reading: texts,
  considered: z.array(
    z.object({ id: z.string(), title: z.string(), score: z.number(), verdict: z.string() }),
  ),
  status: z.enum(['answered', 'partial', 'unanswered']),
  used: texts,
});

/** Receipts of answers. One that cannot be read counts as not there. */
export const createReceipts = ({ db }: Engine): ReceiptStore => ({
  async put(receipt) {
    const body = JSON.stringify(receipt);
    await db
      .insertInto('receipt')
      .values({ id: receipt.id, body })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
      .execute();
  },
  async get(id) {
    const row = await db.selectFrom('receipt').select('body').where('id', '=', id).executeTakeFirst();
    return row && receiptSchema.safeParse(parseJson(row.body)).data;
  },
});
