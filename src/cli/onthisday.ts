import { type BriefEvidence, briefEvidence } from '../answer/ask-json.ts';
import { onThisDay } from '../digest/on-this-day.ts';
import { readDay } from '../digest/read-day.ts';
import { eventEvidence } from '../document/build.ts';
import type { Store } from '../store/ports.ts';
import { type Arguments, readInstant } from './arguments.ts';
import { type BatchLine, type BatchResult, runBatch, textField } from './batch.ts';
import { commandDesk, presentOf } from './command-desk.ts';
import type { Edges } from './edges.ts';
import { operator } from './open-desk.ts';
import { runSlash } from './slash.ts';

/** Items in one JSON answer at most; `more` counts those beyond. */
const most = 25;

/** `onthisday [day] [--json]`, `onthisday --batch`. */
export async function runOnThisDay(args: Arguments, edges: Edges): Promise<number> {
  if (!args.batch && !args.json) return runSlash('onthisday', args, edges);
  await using desk = await commandDesk(args, edges);
  if (args.batch) {
    return await runBatch(edges, (line) => answerLine(line, desk.store, presentOf(args, edges)));
  }
  const today = presentOf(args, edges).toZonedDateTimeISO('UTC').toPlainDate();
  const typed = args.rest.join(' ').replace(/^--date[ =]/, '');
  const monthDay = readDay(typed === '' ? 'today' : typed, today);
  edges.print(JSON.stringify(await dayJson(monthDay, today, desk.store)));
  return 0;
}

function answerLine(line: BatchLine, store: Store, now: Temporal.Instant): Promise<BatchResult> {
  const at = line.now === undefined ? now : readInstant(textField(line, 'now'));
  const today = at.toZonedDateTimeISO('UTC').toPlainDate();
  return dayJson(readDay(textField(line, 'monthDay'), today), today, store);
}

interface DayJson {
  readonly on: string;
  readonly items: readonly {
    readonly id: string;
    readonly date: string;
    readonly years: number;
    readonly title: string;
    readonly summary: string;
    readonly evidence: readonly BriefEvidence[];
  }[];
  readonly more: number;
  readonly [field: string]: unknown;
}

async function dayJson(monthDay: string, today: Temporal.PlainDate, store: Store): Promise<DayJson> {
  const items = onThisDay(await store.knowledge.eventsOn(operator.workspace, monthDay), monthDay, today);
  return {
    on: monthDay,
    items: items.slice(0, most).map(({ event, years }) => ({
      id: event.id,
      date: event.date,
      years,
      title: event.title,
      summary: event.summary,
      evidence: [briefEvidence(eventEvidence(event))],
    })),
    more: Math.max(0, items.length - most),
  };
}
