import { quiet } from '../document/build.ts';
import type { Action, Document } from '../document/model.ts';
import type { Beginning, Delivery, DeliveryOutcome, Errand, Schedule } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { profileOf } from './profile.ts';

/**
 * Freezes the edition that an editor looks at, and lets it wait for her.
 * @param made the edition, where it is not frozen yet
 */
export async function askFirst(
  row: Delivery,
  made: Beginning['edition'],
  schedule: Schedule,
  parts: DeliverParts,
): Promise<DeliveryOutcome> {
  const { review, grace } = profileOf(schedule, parts.rules.graceHours);
  const until = Temporal.Instant.from(row.due).add({ seconds: Math.round(grace * 3600) });
  if (Temporal.Instant.compare(parts.clock(), until) >= 0) {
    return { state: 'skipped', error: 'no editor approved it in time', attempts: 0 };
  }
  const edition = made ? await parts.deliveries.freeze(row.id, made.document, made.basis) : row.edition;
  if (edition === undefined) throw new Error(`delivery ${row.id} has no edition`);
  await parts.errands.add(reviewErrand(row, schedule, review, edition, parts));
  const error = `waits for approval in ${review}`;
  return { state: 'due', error, notBefore: until.toString(), attempts: 0 };
}

/** Asks the editors in the review channel whether an edition may go out. Added once, however often a row is taken. */
const reviewErrand = (
  row: Delivery,
  schedule: Schedule,
  channel: string,
  edition: Document,
  parts: DeliverParts,
): Errand => ({
  id: parts.idOf('ask', row.id),
  kind: 'ask',
  place: { ...row.place, channel },
  target: '',
  schedule: schedule.id,
  delivery: row.id,
  at: parts.clock().toString(),
  words: `approval of ${row.slot}`,
  document: reviewDocument(row, schedule, edition),
  state: 'due',
  attempts: 0,
});

function reviewDocument(row: Delivery, schedule: Schedule, edition: Document): Document {
  const button = (label: string, what: string, style: 'primary' | 'danger'): Action => ({
    label,
    style,
    invocation: { command: 'edition', options: { do: what, id: row.id } },
  });
  return {
    ...edition,
    blocks: [
      ...edition.blocks.filter((block) => block.type !== 'actions'),
      quiet(
        `For channel ${schedule.place.channel}, ${row.slot.replace('@', ' ')} (${schedule.zone}). Not posted yet.`,
      ),
      {
        type: 'actions',
        actions: [button('Approve', 'approve', 'primary'), button('Do not post', 'refuse', 'danger')],
      },
    ],
  };
}

/** What is done to a message that has arrived: pinning, a thread. Undefined where nothing is asked for. */
export function dressErrand(
  row: Delivery,
  schedule: Schedule,
  messageId: string,
  parts: DeliverParts,
): Errand | undefined {
  const { pin, thread } = profileOf(schedule);
  if (!pin && !thread) return undefined;
  return {
    id: parts.idOf('dress', row.id),
    kind: 'dress',
    place: row.place,
    target: messageId,
    schedule: schedule.id,
    delivery: row.id,
    at: parts.clock().toString(),
    words: [pin ? 'pin' : '', thread ? 'thread' : ''].filter((word) => word !== '').join(' '),
    document: { kind: 'notice', title: threadTitle(row), blocks: [], sources: [] },
    state: 'due',
    attempts: 0,
  };
}

const threadTitle = (row: Delivery): string => row.edition?.title ?? `Digest of ${row.slot.slice(0, 10)}`;
