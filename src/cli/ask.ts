import { ask } from '../answer/ask.ts';
import { type AskJson, toAskJson } from '../answer/ask-json.ts';
import { libraryOf } from '../answer/fetch.ts';
import { plainDocument } from '../document/plain.ts';
import { ReaderError } from '../errors.ts';
import type { Store } from '../store/ports.ts';
import { type Arguments, readInstant } from './arguments.ts';
import { type BatchLine, type BatchResult, runBatch, textField } from './batch.ts';
import { commandDesk, presentOf } from './command-desk.ts';
import type { Edges } from './edges.ts';
import { operator } from './open-desk.ts';

/** `ask [--json] "question"`, `ask --batch`. */
export async function runAsk(args: Arguments, edges: Edges): Promise<number> {
  await using desk = await commandDesk(args, edges);
  // Indexing belongs to the start, not to the first answer.
  await libraryOf(desk.store.knowledge, operator.workspace, 'without own articles');
  if (args.batch) {
    return await runBatch(edges, (line) => askLine(line, desk.store, presentOf(args, edges)));
  }
  const question = args.rest.join(' ').trim();
  if (question === '') throw new ReaderError('Say what to ask, such as: ask "Who met Jaishankar in Goa?"');
  if (args.json) {
    const answer = await askJson(question, presentOf(args, edges), operator.workspace, desk.store);
    edges.print(JSON.stringify(answer));
  } else {
    const document = await desk.run({ command: 'ask', options: { question } }, operator);
    edges.print(plainDocument(document));
  }
  return 0;
}

async function askJson(
  question: string,
  now: Temporal.Instant,
  workspace: string,
  store: Store,
): Promise<AskJson> {
  const before = performance.now();
  const { answer, receipt } = await ask(question, now.toZonedDateTimeISO('UTC'), workspace, store);
  const ms = Math.round((performance.now() - before) * 100) / 100;
  return toAskJson(answer, receipt.id, ms);
}

async function askLine(line: BatchLine, store: Store, now: Temporal.Instant): Promise<BatchResult> {
  const question = textField(line, 'question');
  const at = line.now === undefined ? now : readInstant(textField(line, 'now'));
  const workspace = line.workspace === undefined ? operator.workspace : textField(line, 'workspace');
  return { ...(await askJson(question, at, workspace, store)) };
}
