import type { Context } from '../command.ts';
import { notice, paragraph } from '../document/build.ts';
import type { Action, Document } from '../document/model.ts';
import type { Delivery, Schedule } from '../store/ports.ts';
import { basisOf, composeSlot } from './compose.ts';
import { deliveryId } from './delivery-id.ts';
import { editionName } from './edition.ts';
import { slotsOn } from './slots.ts';

/** Ends the slot of an edition that was posted by hand, so that it is no slot of the schedule's own. */
const byHand = '+run';

/**
 * Posts a digest now, through the ledger like any other. Where today has one of its own, posted or still to come, the
 * reader says first whether this one stands instead of it or beside it.
 */
export async function runNow(
  schedule: Schedule,
  replace: boolean | undefined,
  context: Context,
): Promise<Document> {
  const now = context.now.toInstant();
  const local = now.toZonedDateTimeISO(schedule.zone);
  const date = local.toPlainDate();
  const rows = await context.deliveries.list({ schedule: schedule.id, limit: 50 });
  const todays = rows.filter(({ slot, state }) => slot.startsWith(`${date}@`) && state === 'sent');
  const coming = slotsOn(schedule, date).filter(
    ({ key, instant, skip }) =>
      skip === undefined &&
      Temporal.Instant.compare(instant, now) > 0 &&
      !rows.some(({ slot, state }) => slot === key && state === 'skipped'),
  );
  if (replace === undefined && todays.length + coming.length > 0) return ask(schedule, todays, coming);
  const posted = todays.at(-1);
  if (replace === true && posted !== undefined) return renew(schedule, posted, context);
  if (replace === true) await giveUp(schedule, coming, context);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const slot = `${date}@${time}${byHand}`;
  const isNew = await context.deliveries.claimSlot({
    id: deliveryId(schedule.id, slot),
    schedule: schedule.id,
    slot,
    due: now.toString(),
    place: schedule.place,
    state: 'due',
    attempts: 0,
  });
  if (!isNew) return notice('It was posted by hand within this minute already.');
  const instead = replace === true && coming.length > 0 ? ' Today’s own is left out.' : '';
  return notice(
    `Digest ${schedule.id} goes out now.${instead} Its edition is ${editionName(deliveryId(schedule.id, slot))}.`,
  );
}

type Coming = ReturnType<typeof slotsOn>;

function ask(schedule: Schedule, todays: readonly Delivery[], coming: Coming): Document {
  const words = [
    ...todays.slice(-1).map(({ slot }) => `Today’s was posted at ${slot.slice(11, 16)}.`),
    ...coming.slice(0, 1).map(({ key }) => `Today’s comes at ${key.slice(11, 16)}.`),
  ];
  const button = (label: string, replace: string): Action => ({
    label,
    invocation: { command: 'digest', subcommand: 'run', options: { id: schedule.id, replace } },
  });
  return {
    ...notice(''),
    blocks: [
      paragraph(`${words.join(' ')} Shall this one stand instead of it, or beside it?`),
      { type: 'actions', actions: [button('Instead', 'yes'), button('Beside it', 'no')] },
    ],
  };
}

/** Today's slots to come are recorded as left out before they are due. */
async function giveUp(schedule: Schedule, coming: Coming, { deliveries }: Context): Promise<void> {
  await deliveries.claimSlots(
    coming.map(({ key, instant }) => ({
      id: deliveryId(schedule.id, key),
      schedule: schedule.id,
      slot: key,
      due: instant.toString(),
      place: schedule.place,
      state: 'skipped',
      attempts: 0,
      error: 'replaced by one that was posted by hand',
    })),
  );
}

/** The message that stands today gets the edition that the data gives now. */
async function renew(schedule: Schedule, posted: Delivery, context: Context): Promise<Document> {
  const now = context.now.toInstant();
  const date = Temporal.PlainDate.from(posted.slot.slice(0, 10));
  const slot = { schedule, date, due: Temporal.Instant.from(posted.due), id: posted.id };
  const made = await composeSlot(slot, context.knowledge, context);
  if (made.state === 'nothing') return notice(`Nothing is posted: ${made.why}.`);
  const words = 'Posted anew by hand.';
  await context.errands.add({
    id: deliveryId('renew', posted.id, now.toString()),
    kind: 'correct',
    place: posted.place,
    target: posted.messageId ?? '',
    schedule: schedule.id,
    delivery: posted.id,
    at: now.toString(),
    words,
    document: made.issue.document,
    basis: basisOf(made, now),
    state: 'due',
    attempts: 0,
  });
  return notice(`Today’s message of digest ${schedule.id} gets a new edition in a moment.`);
}
