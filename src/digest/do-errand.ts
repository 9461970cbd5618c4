import type { Changes, PlatformAdapter } from '../platforms/platform.ts';
import type { Errand, TakenErrand } from '../store/ports.ts';
import { callLimit, type DeliverParts } from './deliver-parts.ts';
import { type Done, postOnce } from './post-once.ts';
import { turnToCall } from './turns.ts';

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

async function attempt(errand: TakenErrand, adapter: PlatformAdapter, parts: DeliverParts): Promise<Done> {
  const posts = errand.kind === 'tell' || errand.kind === 'ask';
  const turn = await turnToCall(
    { place: errand.place },
    adapter.manners,
    posts,
    parts.rules.lease * 300,
    parts,
  );
  if (turn.state === 'later') return { state: 'again', outcome: turn.reason, at: turn.at, isNone: true };
  const { changes } = adapter;
  switch (errand.kind) {
    case 'ask':
      return ask(errand, adapter, parts);
    case 'tell':
      return changes ? tell(errand, changes, adapter, parts) : unable;
    case 'dress':
      return changes ? dress(errand, changes) : unable;
    case 'correct':
      return changes ? correct(errand, changes, adapter, parts) : unable;
  }
}

const unable: Done = { state: 'failed', outcome: 'this platform cannot do it' };

/** A question to editors is a post like a digest's. */
const ask = (errand: TakenErrand, adapter: PlatformAdapter, parts: DeliverParts): Promise<Done> =>
  postOnce(
    errand,
    adapter,
    {
      find: (since) => adapter.find(errand.place, errand.id, since),
      post: () => adapter.post(errand.place, errand.document, errand.id, { within: callLimit(parts.rules) }),
      word: 'asked',
    },
    parts,
  );

const tell = (
  errand: TakenErrand,
  changes: Changes,
  adapter: PlatformAdapter,
  parts: DeliverParts,
): Promise<Done> =>
  postOnce(
    errand,
    adapter,
    {
      find: (since) => changes.findTold(errand.place, errand.target, errand.id, since),
      post: () => changes.tell(errand.place, errand.target, errand.document, errand.id),
      word: 'told',
    },
    parts,
  );

async function dress(errand: TakenErrand, changes: Changes): Promise<Done> {
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
      return { state: 'again', outcome: outcome.reason, at: outcome.at, isNone: true };
  }
}

/** Edits the message; where that cannot be, says so in its thread. */
async function correct(
  errand: TakenErrand,
  changes: Changes,
  adapter: PlatformAdapter,
  parts: DeliverParts,
): Promise<Done> {
  const { id, place, target, document, delivery, basis } = errand;
  const edited = changed(await changes.edit(place, target, document, delivery), 'edited');
  if (edited.state === 'again') return edited;
  const answer = {
    find: (since: Temporal.Instant) => changes.findReply(place, target, id, since),
    post: () => changes.reply(place, target, correction(errand), id),
    word: 'answered',
  };
  const done = edited.state === 'done' ? edited : await postOnce(errand, adapter, answer, parts);
  if (done.state === 'done' && basis !== undefined) await parts.deliveries.revise(delivery, document, basis);
  return done;
}

const correction = ({ words }: Errand): Errand['document'] => ({
  kind: 'notice',
  title: 'Corrected',
  blocks: [{ type: 'paragraph', spans: [{ type: 'text', text: words }] }],
  sources: [],
});

async function settle(errand: TakenErrand, done: Done, parts: DeliverParts): Promise<void> {
  const fields = { errand: errand.id, kind: errand.kind, delivery: errand.delivery, outcome: done.outcome };
  if (done.state !== 'again') {
    await parts.errands.settle(errand.id, errand.fence, { state: done.state, outcome: done.outcome });
    if (done.state === 'done') parts.log.info(fields, 'errand done');
    else parts.log.error(fields, 'errand failed');
    return;
  }
  const isLast = errand.attempts >= mostAttempts && !done.isNone;
  const notBefore = (done.at ?? parts.clock().add({ seconds: pause })).toString();
  const state = isLast ? 'failed' : 'due';
  await parts.errands.settle(errand.id, errand.fence, { state, outcome: done.outcome, notBefore });
}
