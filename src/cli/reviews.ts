import { ReaderError } from '../errors.ts';
import type { Feedback, Store } from '../store/ports.ts';
import { type Arguments, readFlags } from './arguments.ts';
import { commandDesk } from './command-desk.ts';
import type { Edges } from './edges.ts';

/** `reviews [--verdict wrong] [--workspace W] [--json]`: what readers said of answers, for editors. */
export async function runReviews(args: Arguments, edges: Edges): Promise<number> {
  const { flags } = readFlags(args.rest, ['verdict', 'workspace']);
  await using desk = await commandDesk(args, edges);
  const list = await desk.store.feedback.list({
    ...(flags.workspace === undefined ? {} : { workspace: flags.workspace }),
    ...(flags.verdict === undefined ? {} : { verdict: readVerdict(flags.verdict) }),
  });
  const rows = await Promise.all(list.map((each) => withQuestion(each, desk.store)));
  if (args.json) edges.print(JSON.stringify(rows));
  else edges.print(rows.length === 0 ? 'Nothing was said of any answer.' : rows.map(rowLine).join('\n'));
  return 0;
}

function readVerdict(typed: string): Feedback['verdict'] {
  if (typed === 'helpful' || typed === 'wrong') return typed;
  throw new ReaderError(`--verdict takes helpful or wrong, not “${typed}”.`);
}

interface Row extends Feedback {
  readonly question: string | null;
}

const withQuestion = async (feedback: Feedback, store: Store): Promise<Row> => ({
  ...feedback,
  question: (await store.receipts.get(feedback.receipt))?.question ?? null,
});

const rowLine = ({ at, verdict, workspace, receipt, question, note }: Row): string =>
  [at, verdict, workspace, receipt, question ?? '(receipt gone)', note]
    .filter((part) => part !== undefined)
    .join('  ');
