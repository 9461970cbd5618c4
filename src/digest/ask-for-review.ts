import { quiet } from '../document/build.ts';
import type { Action, Document } from '../document/model.ts';
import type { Delivery, Errand, Schedule } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { profileOf } from './profile.ts';

/** Asks the editors in the review channel whether an edition may go out. Added once, however often a row is taken. */
export const reviewErrand = (
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
