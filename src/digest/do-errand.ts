import type { Changes, PlatformAdapter } from '../platforms/platform.ts';
import type { Errand } from '../store/ports.ts';
import { callLimit, type DeliverParts } from './deliver-parts.ts';
import { turnToCall } from './turns.ts';

type Taken = Errand & { readonly fence: number };

/** What became of an errand. `again`: tried once more, at the instant or after a pause. */
type Done =
  | { readonly state: 'done'; readonly outcome: string; readonly messageId?: string }
  | { readonly state: 'failed'; readonly outcome: string }
  | { readonly state: 'again'; readonly outcome: string; readonly at?: Temporal.Instant };

const mostAttempts = 5;
/** Seconds before an errand that met with trouble is tried again. */
const pause = 30;

/** Takes one errand that may be done now and does it; false when there is none. */
export async function doErrand(parts: DeliverParts): Promise<boolean> {
  const now = parts.clock();
  const lease = now.add({ milliseconds: Math.round(parts.rules.lease * 1000) });
  const errand = await parts.errands.take(now.toString(), lease.toString(), [...parts.platforms.keys()]);
  if (errand === undefined) return false;
  const adapter = parts.platforms.get(errand.place.platform);
  if (adapter === undefined) return true;
  const done = await attempt(errand, adapter, parts);
  await settle(errand, done, parts);
  return true;
}

async function attempt(errand: Taken, adapter: PlatformAdapter, parts: DeliverParts): Promise<Done> {
  const posts = errand.kind === 'tell' || errand.kind === 'ask';
  const turn = await turnToCall({ place: errand.place }, adapter.manners, posts, parts);
  if (turn.state === 'later') return { state: 'again', outcome: turn.reason, at: turn.at };
  const { changes } = adapter;
  switch (errand.kind) {
    case 'ask':
      return ask(errand, adapter, parts);
    case 'tell':
      return changes ? tell(errand, changes) : unable;
    case 'dress':
      return changes ? dress(errand, changes) : unable;
    case 'correct':
      return changes ? correct(errand, changes, parts) : unable;
  }
}

const unable: Done = { state: 'failed', outcome: 'this platform cannot do it' };

/** A question to editors is a post like a digest's, and is looked for after doubt in the same way. */
async function ask(errand: Taken, adapter: PlatformAdapter, parts: DeliverParts): Promise<Done> {
  if (errand.attempts > 1) {
    const found = await adapter.find(errand.place, errand.id, Temporal.Instant.from(errand.at));
    if (found.state === 'found') return { state: 'done', outcome: 'asked' };
  }
  const options = { within: callLimit(parts.rules) };
  return posted(await adapter.post(errand.place, errand.document, errand.id, options), 'asked');
}

async function tell(errand: Taken, changes: Changes): Promise<Done> {
  return posted(await changes.tell(errand.place, errand.target, errand.document, errand.id), 'told');
}

type Posted = Awaited<ReturnType<Changes['tell']>>;

function posted(outcome: Posted, word: string): Done {
  switch (outcome.state) {
    case 'sent':
      return { state: 'done', outcome: word, messageId: outcome.messageId };
    case 'later':
      return { state: 'again', outcome: outcome.reason, at: outcome.at };
    case 'refused':
      return { state: 'failed', outcome: outcome.reason };
    case 'doubt':
      return { state: 'again', outcome: outcome.reason };
  }
}

async function dress(errand: Taken, changes: Changes): Promise<Done> {
  const what = errand.words.split(' ');
  const title = errand.document.title ?? '';
  const done = await changes.dress(errand.place, errand.target, {
    pin: what.includes('pin'),
    ...(what.includes('thread') ? { thread: title } : {}),
  });
  return changed(done, 'done');
}

function changed(outcome: Awaited<ReturnType<Changes['dress']>>, word: string): Done {
  switch (outcome.state) {
    case 'done':
      return { state: 'done', outcome: word };
    case 'refused':
      return { state: 'failed', outcome: outcome.reason };
    case 'later':
      return { state: 'again', outcome: outcome.reason, at: outcome.at };
  }
}

/** Edits the message; where that cannot be, says so in its thread. */
async function correct(errand: Taken, changes: Changes, parts: DeliverParts): Promise<Done> {
  const { place, target, document, delivery, basis } = errand;
  const edited = changed(await changes.edit(place, target, document, delivery), 'edited');
  if (edited.state === 'again') return edited;
  const done =
    edited.state === 'done'
      ? edited
      : posted(await changes.reply(place, target, correction(errand), errand.id), 'answered');
  if (done.state === 'done' && basis !== undefined) await parts.deliveries.revise(delivery, document, basis);
  return done;
}

const correction = ({ words }: Errand): Errand['document'] => ({
  kind: 'notice',
  title: 'Corrected',
  blocks: [{ type: 'paragraph', spans: [{ type: 'text', text: words }] }],
  sources: [],
});

async function settle(errand: Taken, done: Done, parts: DeliverParts): Promise<void> {
  const fields = { errand: errand.id, kind: errand.kind, delivery: errand.delivery, outcome: done.outcome };
  if (done.state !== 'again') {
    await parts.errands.settle(errand.id, errand.fence, { state: done.state, outcome: done.outcome });
    if (done.state === 'done') parts.log.info(fields, 'errand done');
    else parts.log.error(fields, 'errand failed');
    return;
  }
  const isLast = errand.attempts >= mostAttempts && done.at === undefined;
  const notBefore = (done.at ?? parts.clock().add({ seconds: pause })).toString();
  const state = isLast ? 'failed' : 'due';
  await parts.errands.settle(errand.id, errand.fence, { state, outcome: done.outcome, notBefore });
}
