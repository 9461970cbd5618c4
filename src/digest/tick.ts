import type { MarkStore } from '../store/ports.ts';
import { type DeliverParts, deliverOne } from './deliver.ts';
import { dueDeliveries } from './due.ts';

/** What a tick needs. */
export interface TickParts extends DeliverParts {
  readonly marks: MarkStore;
  /** The delivery's id for a schedule and slot: the same in every process, at most 25 of `[a-z0-9]`. */
  readonly idOf: (schedule: string, slot: string) => string;
  readonly clock: () => Temporal.Instant;
}

/** Name of the mark that keeps when was last looked for due slots. */
const tickMark = 'ticker';

/** Deliveries of one tick at most; what is left is taken by the next. */
const mostInOneTick = 500;

/**
 * Claims the slots that have become due since the last tick, then delivers what may be sent. A slot that another
 * process or an earlier tick has claimed is left alone, so ticks may overlap and repeat.
 * @param signal stops between two deliveries
 */
export async function tick(parts: TickParts, signal: AbortSignal): Promise<void> {
  await claimDue(parts);
  for (let count = 0; count < mostInOneTick && !signal.aborted; count++) {
    if (!(await deliverOne(parts, parts.clock()))) return;
  }
}

async function claimDue(parts: TickParts): Promise<void> {
  const now = parts.clock();
  const mark = await parts.marks.get(tickMark);
  const since = mark === undefined ? undefined : Temporal.Instant.from(mark);
  for (const schedule of await parts.schedules.list()) {
    for (const delivery of dueDeliveries(schedule, since, now, parts.idOf)) {
      const isNew = await parts.deliveries.claimSlot(delivery);
      if (isNew && delivery.state === 'skipped') {
        parts.log.warn(
          { schedule: schedule.id, slot: delivery.slot, reason: delivery.error },
          'slot skipped',
        );
      }
    }
  }
  // After the claims: a crash in between only means that the same slots are looked at once more.
  if (since === undefined || Temporal.Instant.compare(now, since) > 0) {
    await parts.marks.set(tickMark, now.toString());
  }
}

/** When a tick last looked for due slots. */
export async function lastTick(marks: MarkStore): Promise<Temporal.Instant | undefined> {
  const mark = await marks.get(tickMark);
  return mark === undefined ? undefined : Temporal.Instant.from(mark);
}
