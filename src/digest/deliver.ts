import type { PlatformAdapter } from '../platforms/platform.ts';
import type { DeliveryOutcome, Schedule } from '../store/ports.ts';
import { askFirst } from './ask-for-review.ts';
import { call } from './call.ts';
import { composeEdition } from './compose-edition.ts';
import type { DeliverParts, Held } from './deliver-parts.ts';
import { doubtStep } from './doubt.ts';
import type { Room } from './gate.ts';
import { look } from './look.ts';
import { profileOf } from './profile.ts';
import { whyTooLate } from './too-late.ts';

/**
 * Takes one delivery that may be sent now and sees it through; false when there is none.
 * @param signal nothing is taken any more
 * @param onTaken is told once there is one
 */
export async function deliverOne(
  parts: DeliverParts,
  signal: AbortSignal,
  onTaken?: () => void,
): Promise<boolean> {
  let names: readonly string[] = [...parts.platforms.keys()];
  while (names.length > 0) {
    const room = await parts.gate.enter(names);
    try {
      const held = signal.aborted ? undefined : await take(room, parts);
      if (held !== undefined) {
        onTaken?.();
        const outcome = await outcomeOf(held, parts);
        if (outcome !== undefined) await settle(held, outcome, parts);
        return true;
      }
    } finally {
      room.leave();
    }
    // Others had no room before, and may have something now.
    names = signal.aborted ? [] : names.filter((name) => !room.names.includes(name));
  }
  return false;
}

/** Only once there is room to wait for a turn: the lease runs from here on. */
async function take(room: Room, parts: DeliverParts): Promise<Held | undefined> {
  const now = parts.clock();
  const since = parts.elapsed();
  const lease = now.add({ milliseconds: Math.round(parts.rules.lease * 1000) });
  const row = await parts.deliveries.take(parts.owner, now.toString(), lease.toString(), room.names);
  if (row === undefined) return undefined;
  parts.reached?.('taken');
  room.keep(row.place.platform);
  return { row, since, leave: room.leave };
}

async function settle({ row }: Held, outcome: DeliveryOutcome, parts: DeliverParts): Promise<void> {
  const fields = { delivery: row.id, schedule: row.schedule, slot: row.slot, ...outcome };
  const isOurs = await parts.deliveries.settle(row.id, row.fence, outcome);
  parts.reached?.('settled');
  if (!isOurs) parts.log.warn(fields, 'another process had taken over this delivery');
  else if (outcome.state === 'due' || outcome.state === 'sending') parts.log.info(fields, 'delivery waits');
  else parts.log.info(fields, `delivery ${outcome.state}`);
}

/** What became of it. Undefined where the row is left to its lease. */
async function outcomeOf(held: Held, parts: DeliverParts): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const adapter = parts.platforms.get(row.place.platform);
  if (adapter === undefined) return undefined;
  const schedule = await parts.schedules.get(row.schedule);
  if (row.state === 'sending') return inDoubt(held, adapter, schedule, parts);
  if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
  // A digest that somebody paused is not posted; one posted by hand is, whatever its schedule does.
  if (schedule.parked !== undefined)
    return { state: 'failed', error: schedule.parked, attempts: row.attempts - 1 };
  if (schedule.state === 'paused' && row.slot.length === 16)
    return { state: 'skipped', error: 'its digest is paused' };
  const tooLate = await whyTooLate(row, schedule, parts);
  if (tooLate !== undefined) return { state: 'skipped', error: tooLate, attempts: row.attempts - 1 };
  return composed(held, adapter, schedule, parts);
}

/** Composes the edition once; whatever happens later, the same bytes are sent. */
async function composed(
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const made = row.edition === undefined ? await composeEdition(held, schedule, parts) : undefined;
  if (row.edition === undefined && made === undefined) {
    return { state: 'skipped', error: 'there was nothing to show, and nothing is posted then', attempts: 0 };
  }
  parts.reached?.('composed');
  const { review } = profileOf(schedule, parts.rules.graceHours);
  if (review === '' || row.approvedBy !== undefined) return call(held, adapter, made, schedule, parts);
  return askFirst(row, made, schedule, parts);
}

/** After a crash or a lost answer: repeats, waits or looks, as the rules for doubt say. */
async function inDoubt(
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  // Nothing was ever sent: the process ended before the edition was put together.
  if (row.edition === undefined) {
    if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
    return composed({ ...held, row: { ...row, state: 'due' } }, adapter, schedule, parts);
  }
  const step = doubtStep(row, adapter.manners?.again ?? 'doubles', parts.clock(), parts.rules);
  switch (step.step) {
    case 'repeat':
      return call(held, adapter, undefined, schedule, parts);
    case 'wait': {
      const error = row.error ?? 'the process ended before it knew whether this arrived';
      return { state: 'sending', error, notBefore: step.until.toString(), attempts: row.attempts - 1 };
    }
    case 'look':
      return look(held, adapter, schedule, parts);
  }
}
