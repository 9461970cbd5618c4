import { ask } from '../src/answer/ask.ts';
import { libraryOf } from '../src/answer/fetch.ts';
import { present } from '../src/answer/present.ts';
import { suggestNames } from '../src/answer/suggest-names.ts';
import { defineCommand } from '../src/command.ts';

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
  run: async ({ question }, context) => {
    const { workspace } = context.origin;
    const { answer, receipt } = await ask(question, context.now, workspace, context);
    const { from, until } = await context.knowledge.counts(workspace);
    const { library } = await libraryOf(context.knowledge, workspace);
    return present(answer, {
      question,
      now: context.now,
      receiptId: receipt.id,
      dataVersion: receipt.dataVersion,
      names: answer.status === 'unanswered' ? suggestNames(question, library) : [],
      coverage: `${from.slice(0, 4)}–${until.slice(0, 4)}`,
    });
  },
});
