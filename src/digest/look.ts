import type { FindOutcome, PlatformAdapter } from '../platforms/platform.ts';
import type { DeliveryOutcome, Schedule } from '../store/ports.ts';
import { call } from './call.ts';
import { type DeliverParts, type Held, timeToCall } from './deliver-parts.ts';
import { lookAt, lookPause } from './doubt.ts';
import { laterOf } from './later-of.ts';
import { profileOf } from './profile.ts';
import { turnToCall } from './turns.ts';

/** Reads the channel from the first attempt on: settles the row where its message stands, and posts it anew where it does not. */
export async function look(
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const turn = await turnToCall(row, adapter.manners, false, timeToCall(held, parts), parts);
  held.leave();
  if (turn.state === 'later') {
    return {
      state: 'sending',
      error: turn.reason,
      notBefore: turn.at.toString(),
      attempts: row.attempts - 1,
    };
  }
  const since = Temporal.Instant.from(row.firstAttempt ?? row.due);
  const found = await adapter.find(row.place, row.id, since);
  parts.reached?.('looked');
  switch (found.state) {
    case 'found':
      return { state: 'sent', messageId: found.messageId, attempts: row.attempts - 1 };
    case 'unknown':
      return unsearched(found, row, parts);
    case 'absent':
      // It is known not to have arrived: no doubt is left, only a platform that does not take it.
      if (isOver(row, schedule, parts)) {
        return { state: 'failed', error: 'the platform did not take it in time', attempts: row.attempts - 1 };
      }
      // The row of a deleted digest is only looked for: what has not arrived is not sent any more.
      if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
      // Nothing is in doubt any more: whatever keeps the call from being made now, it need not be looked for again.
      return call({ ...held, row: { ...row, state: 'due' } }, adapter, undefined, schedule, parts);
  }
}

/** Whether it is too late to post what is known not to have arrived: its grace bounds the calls, since they get ever rarer. */
function isOver(row: Held['row'], schedule: Schedule | undefined, parts: DeliverParts): boolean {
  const grace = schedule === undefined ? 0 : profileOf(schedule, parts.rules.graceHours).grace;
  const late = parts.clock().since(Temporal.Instant.from(row.due)).total('hours');
  return late > Math.max(grace, 1);
}

/** Hours after which a channel that cannot be searched is given up. */
const longestSearch = 24;

/** A search that failed counts as no attempt: while the platform is down, nothing is given up. */
function unsearched(
  found: Extract<FindOutcome, { state: 'unknown' }>,
  row: Held['row'],
  parts: DeliverParts,
): DeliveryOutcome {
  const now = parts.clock();
  const attempts = row.attempts - 1;
  const hours = now.since(lookAt(row, parts.rules)).total('hours');
  if (found.later === undefined || hours > longestSearch) {
    const error = `it may have arrived, and cannot be looked for: ${found.reason}`;
    return { state: 'uncertain', error, attempts };
  }
  const pause = now.add({ milliseconds: Math.round(lookPause(row, now, parts.rules) * 1000) });
  return {
    state: 'sending',
    error: found.reason,
    notBefore: laterOf(found.later, pause).toString(),
    attempts,
  };
}
