import { answerQuestion } from '../src/answer/answer.ts';
import { present } from '../src/answer/present.ts';
import { defineCommand } from '../src/command.ts';
import { shortId } from '../src/short-id.ts';

export default defineCommand({
  name: 'ask',
  about: 'Answers a question from the article data, with the evidence',
  examples: [
    'ask Who met Jaishankar in Goa?',
    'ask When did India become a member of the SCO?',
    'ask Who was Secretary-General in 2017?',
  ],
  options: {
    question: { type: 'text', about: 'a question in plain words', required: true, rest: true },
  },
  run: async ({ question }, { now, knowledge, origin, receipts }) => {
    const { answer, receipt } = await answerQuestion(question, now, knowledge, origin.workspace);
    const id = shortId(origin.workspace, question, receipt.now, receipt.dataVersion);
    await receipts.put({ ...receipt, id });
    const { from, until } = await knowledge.counts(origin.workspace);
    return present(answer, {
      question,
      now,
      receiptId: id,
      dataVersion: receipt.dataVersion,
      coverage: `${from.slice(0, 4)}–${until.slice(0, 4)}`,
    });
  },
});
