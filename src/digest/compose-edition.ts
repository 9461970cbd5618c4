import type { Beginning, Schedule } from '../store/ports.ts';
import { basisOf, composeSlot } from './compose.ts';
import type { DeliverParts, Held } from './deliver-parts.ts';
import { profileOf } from './profile.ts';

/** Seconds after its time from which an edition says that it is late. */
const lateAfter = 600;

/** Composes the edition of a row; undefined where there is nothing to post. */
export async function composeEdition(
  { row }: Held,
  schedule: Schedule,
  parts: DeliverParts,
): Promise<Beginning['edition']> {
  const due = Temporal.Instant.from(row.due);
  const now = parts.clock();
  const isLate = now.since(due).total('seconds') > lateAfter && profileOf(schedule).review === '';
  const slot = {
    schedule,
    date: Temporal.PlainDate.from(row.slot.slice(0, 10)),
    due,
    id: row.id,
    ...(isLate ? { remarks: [`Late: this was due at ${row.slot.slice(11, 16)}.`] } : {}),
  };
  const made = await composeSlot(slot, parts.knowledge, parts);
  if (made.state === 'nothing') return undefined;
  // Drawn now, and remembered: the call that comes in its turn is not held up by it.
  await parts.ink?.(made.issue.document);
  return { document: made.issue.document, basis: basisOf(made, now) };
}
