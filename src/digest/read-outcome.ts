import type { PlatformAdapter, PostOutcome } from '../platforms/platform.ts';
import type { DeliveryOutcome, Schedule } from '../store/ports.ts';
import { dressErrand } from './ask-for-review.ts';
import type { DeliverParts, Held } from './deliver-parts.ts';
import { doubtStep, lookAt, repeatPause, troublePause } from './doubt.ts';
import { laterOf } from './later-of.ts';
import { park, parkAll } from './park.ts';
import { countRefusal, slowToken } from './refusals.ts';

/** What the platform's answer means for the row, and for everybody else who posts there. */
export async function readOutcome(
  outcome: PostOutcome,
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome> {
  const { row } = held;
  switch (outcome.state) {
    case 'sent': {
      const dress = schedule && dressErrand(row, schedule, outcome.messageId, parts);
      if (dress !== undefined) await parts.errands.add(dress);
      return { state: 'sent', messageId: outcome.messageId };
    }
    case 'later':
      return limited(outcome, held, adapter, parts);
    case 'refused':
      if (outcome.counted && adapter.manners) await countRefusal(row.place, adapter.manners, parts);
      if (outcome.token) await parkAll(row, adapter.manners?.tokenOf ?? 'workspace', outcome.reason, parts);
      else if (outcome.gone && schedule !== undefined) await park(row, schedule, outcome.reason, parts);
      return { state: 'failed', error: outcome.reason };
    case 'doubt':
      return doubted(outcome.reason, held, adapter, parts);
  }
}

/** Not sent, and told when it may be: so may nobody else in reach before. */
async function limited(
  outcome: Extract<PostOutcome, { state: 'later' }>,
  { row }: Held,
  adapter: PlatformAdapter,
  parts: DeliverParts,
): Promise<DeliveryOutcome> {
  const { platform, workspace, channel } = row.place;
  const { manners } = adapter;
  const counted = outcome.counted && manners ? await countRefusal(row.place, manners, parts) : undefined;
  const at = counted === undefined ? outcome.at : laterOf(counted, outcome.at);
  const reach = outcome.reach ?? 'channel';
  if (reach !== 'channel' && manners !== undefined) await slowToken(row.place, manners, at, parts);
  const within = {
    channel: { platform, workspace, channel },
    workspace: { platform, workspace },
    platform: { platform },
  };
  await parts.deliveries.hold(within[reach], at.toString(), outcome.reason);
  // A repeated call that was limited says nothing of the first: that stays in doubt.
  const state = row.state === 'sending' ? 'sending' : 'due';
  return { state, error: outcome.reason, notBefore: at.toString() };
}

function doubted(
  reason: string,
  { row }: Held,
  adapter: PlatformAdapter,
  parts: DeliverParts,
): DeliveryOutcome {
  parts.log.warn({ delivery: row.id, reason }, 'nobody knows whether this arrived');
  const now = parts.clock();
  const began = { ...row, lastAttempt: now.toString() };
  const again = adapter.manners?.again ?? 'doubles';
  const step = doubtStep(began, again, now, parts.rules);
  const at =
    step.step === 'wait'
      ? lookAt(began, parts.rules).add({ seconds: troublePause(row, now) })
      : now.add({ milliseconds: repeatPause(row, now) });
  return { state: 'sending', error: reason, notBefore: at.toString() };
}
