import type { Delivery, Schedule } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { profileOf } from './profile.ts';

/** Seconds by which any delivery may be late without a question. */
const punctual = 600;

/**
 * Why a delivery that was due in time is not posted any more: while its platform could not be reached its grace ran out,
 * or a later one of the same digest came due. So nothing comes in a burst afterwards. Undefined where it is posted.
 */
export async function whyTooLate(
  row: Delivery,
  schedule: Schedule,
  parts: DeliverParts,
): Promise<string | undefined> {
  const late = parts.clock().since(Temporal.Instant.from(row.due)).total('seconds');
  // One that an editor had to approve is as late as she was.
  if (late <= punctual || row.approvedBy !== undefined) return undefined;
  const { grace, review } = profileOf(schedule, parts.rules.graceHours);
  if (review !== '') return undefined;
  if (late > grace * 3600) return `missed: it could not be posted within ${grace} hours`;
  const newest = await parts.deliveries.list({ schedule: schedule.id, limit: 5 });
  const isPassed = newest.some(
    ({ due, state }) => due > row.due && state !== 'skipped' && state !== 'failed',
  );
  return isPassed ? 'missed: it could not be posted before a later one was due' : undefined;
}
