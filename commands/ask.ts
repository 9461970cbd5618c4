import { ask } from '../src/answer/ask.ts';
import { libraryOf } from '../src/answer/fetch.ts';
import type { Answer } from '../src/answer/model.ts';
import { present } from '../src/answer/present.ts';
import { suggestNames } from '../src/answer/suggest-names.ts';
import { type Context, defineCommand } from '../src/command.ts';

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
    const { answer: found, receipt } = await ask(question, context.now, workspace, context);
    const { answer, wordedBy } = await wordAnew(found, question, context);
    const { from, until } = await context.knowledge.counts(workspace);
    const { library } = await libraryOf(context.knowledge, workspace, 'without own articles');
    return present(answer, {
      question,
      now: context.now,
      receiptId: receipt.id,
      dataVersion: receipt.dataVersion,
      ...(wordedBy === undefined ? {} : { wordedBy }),
      names: answer.status === 'unanswered' ? suggestNames(question, library) : [],
      coverage: `${from.slice(0, 4)}–${until.slice(0, 4)}`,
    });
  },
});

/** In a model's words, where one is set, this workspace has let it in, and what it says keeps to the evidence. */
async function wordAnew(
  answer: Answer,
  question: string,
  { model, articles, origin, signal }: Context,
): Promise<{ readonly answer: Answer; readonly wordedBy?: string }> {
  const mayAsk = model !== undefined && (await articles?.store.usesModel(origin.workspace));
  if (!mayAsk) return { answer };
  const { rephrase } = await import('../src/answer/rephrase/rephrase.ts');
  const { answer: said, worded } = await rephrase(answer, question, model, signal);
  return worded ? { answer: said, wordedBy: model.name } : { answer };
}
