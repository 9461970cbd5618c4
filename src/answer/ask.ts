import { shortId } from '../short-id.ts';
import type { KnowledgeReader, ReceiptStore, Scope } from '../store/ports.ts';
import { answerQuestion } from './answer.ts';
import type { Answer, Receipt } from './model.ts';

/** An answer and the receipt that is kept of it. */
export interface Asked {
  readonly answer: Answer;
  readonly receipt: Receipt;
}

/** Answers a question and keeps the receipt, so that `/why` can show how the answer came about. */
export async function ask(
  question: string,
  now: Temporal.ZonedDateTime,
  scope: Scope,
  stores: { readonly knowledge: KnowledgeReader; readonly receipts: ReceiptStore },
): Promise<Asked> {
  const outcome = await answerQuestion(question, now, stores.knowledge, scope);
  const { dataVersion, now: at } = outcome.receipt;
  const receipt = { ...outcome.receipt, id: shortId(scope, question, at, dataVersion) };
  await stores.receipts.put(receipt);
  return { answer: outcome.answer, receipt };
}
