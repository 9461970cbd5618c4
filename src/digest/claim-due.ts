import type { Delivery, MarkStore, Schedule } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { dueDeliveries } from './due.ts';
import { slotsBetween } from './slots.ts';

/** What claiming needs. */
export interface ClaimParts extends DeliverParts {
  readonly marks: MarkStore;
  readonly looked: Looked;
}

/**
 * How far this process has looked through each schedule: until when, and until when nothing more comes due. A schedule
 * that was changed is another object, and is looked through anew.
 */
export type Looked = WeakMap<
  Schedule,
  { readonly until: Temporal.Instant; readonly clear: Temporal.Instant }
>;

/** Name of the mark that keeps when was last looked for due slots. */
const tickMark = 'ticker';

/** Hours that are looked ahead for the next slot: most digests have one a day. */
const ahead = { hours: 26 };

/** Schedules that are claimed in one transaction, and those that are worked out at a stretch: calls under way have a time to keep. */
const atOnce = 500;
const atAStretch = 50;

/** Records every slot that has become due. A slot that another process or an earlier tick has claimed is left alone. */
export async function claimDue(parts: ClaimParts): Promise<void> {
  const now = parts.clock();
  const since = await lastTick(parts.marks);
  if (since !== undefined && since.since(now).total('seconds') > 60) {
    parts.log.warn({ last: since.toString(), now: now.toString() }, 'the clock was set back');
  }
  const schedules = (await parts.schedules.list()).filter(
    (schedule) => !isClear(schedule, now, parts.looked),
  );
  for (let first = 0; first < schedules.length; first += atOnce) {
    await claimSome(schedules.slice(first, first + atOnce), since, now, parts);
  }
  parts.reached?.('claimed');
  // After the claims: a crash in between only means that the same slots are looked at once more.
  await parts.marks.set(tickMark, now.toString());
}

/** When a tick last looked for due slots. */
export async function lastTick(marks: MarkStore): Promise<Temporal.Instant | undefined> {
  const mark = await marks.get(tickMark);
  return mark === undefined ? undefined : Temporal.Instant.from(mark);
}

/** Whether this process knows that nothing comes due. After the clock was set back it knows nothing. */
function isClear(schedule: Schedule, now: Temporal.Instant, looked: Looked): boolean {
  const known = looked.get(schedule);
  if (known === undefined || Temporal.Instant.compare(known.until, now) > 0) return false;
  return Temporal.Instant.compare(now, known.clear) < 0;
}

async function claimSome(
  schedules: readonly Schedule[],
  since: Temporal.Instant | undefined,
  now: Temporal.Instant,
  parts: ClaimParts,
): Promise<void> {
  const due: Delivery[] = [];
  const clear = new Map<Schedule, Temporal.Instant>();
  for (const [index, schedule] of schedules.entries()) {
    if (index > 0 && index % atAStretch === 0) await parts.pause(0);
    due.push(...dueDeliveries(schedule, since, now, parts.idOf, parts.rules.graceHours));
    clear.set(schedule, clearUntil(schedule, now));
  }
  const added = new Set(await parts.deliveries.claimSlots(due));
  for (const [schedule, until] of clear) parts.looked.set(schedule, { until: now, clear: until });
  for (const { id, schedule, slot, state, error } of due) {
    if (added.has(id) && state === 'skipped')
      parts.log.warn({ schedule, slot, reason: error }, 'slot skipped');
  }
}

/** The next instant at which a slot comes due, as far as is looked ahead. */
function clearUntil(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  const end = now.add(ahead);
  return schedule.state === 'active' ? (slotsBetween(schedule, now, end)[0]?.instant ?? end) : end;
}
