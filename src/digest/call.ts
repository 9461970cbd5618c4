import type { Document } from '../document/model.ts';
import type { PlatformAdapter, PostOutcome } from '../platforms/platform.ts';
import type { Beginning, DeliveryOutcome, Schedule } from '../store/ports.ts';
import { callLimit, type DeliverParts, type Held, mayCall } from './deliver-parts.ts';
import { profileOf } from './profile.ts';
import { readOutcome } from './read-outcome.ts';
import { shutUntil } from './refusals.ts';
import { lateCall, turnToPost } from './turns.ts';

/**
 * One call to the platform, in its turn and well within the lease. Undefined where the row is another process's by now.
 * @param made the edition, where it is not frozen yet
 */
export async function call(
  held: Held,
  adapter: PlatformAdapter,
  made: Beginning['edition'],
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const turn = await turnToPost(held, adapter.manners, made, parts);
  if (turn.state === 'lost') return undefined;
  if (turn.state === 'later') return notNow(held, turn.reason, turn.at);
  const shut = await shutUntil(row.place, adapter.manners, parts);
  if (shut !== undefined) return notNow(held, 'the platform asks us to slow down', shut);
  if (!mayCall(held, parts)) {
    parts.log.warn({ delivery: row.id }, 'too little is left of the lease for a call; it is given back');
    return notNow(held, 'the process was too slow', parts.clock());
  }
  parts.reached?.('begun');
  const asked = parts.elapsed();
  const outcome = await post(held, adapter, turn.edition, schedule, parts);
  const late = lateCall(turn, adapter, parts.elapsed() - asked, parts);
  parts.reached?.('called');
  const sent = { ...held, row: { ...row, edition: turn.edition } };
  return { ...(await readOutcome(outcome, sent, adapter, schedule, parts)), ...late };
}

/** Nothing was sent: the row is given back as it was. */
const notNow = ({ row }: Held, error: string, at: Temporal.Instant): DeliveryOutcome => ({
  state: row.state === 'sending' ? 'sending' : 'due',
  error,
  notBefore: at.toString(),
  attempts: row.attempts - 1,
});

/** An adapter that does not keep to its time is not waited for: the lease must not run out meanwhile. */
const overdue: PostOutcome = { state: 'doubt', reason: 'the platform did not answer in time' };

async function post(
  { row }: Held,
  adapter: PlatformAdapter,
  edition: Document,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<PostOutcome> {
  const mention = schedule === undefined ? '' : profileOf(schedule).mention;
  const within = callLimit(parts.rules);
  const options = mention === '' ? { within } : { within, mention };
  const answered = new AbortController();
  return Promise.race([
    adapter.post(row.place, edition, row.id, options),
    parts.pause(within + 500, answered.signal).then(() => overdue),
  ]).finally(() => answered.abort());
}
