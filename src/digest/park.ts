import { paragraph, quiet } from '../document/build.ts';
import type { Document } from '../document/model.ts';
import type { Delivery, Errand, Schedule } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { describeTiming } from './describe.ts';

/**
 * Stops a digest that no later attempt can post until somebody mends what is wrong, and tells its owner once.
 * @param reason what the platform said, with the mend
 */
export async function park(
  row: Delivery,
  schedule: Schedule,
  reason: string,
  parts: DeliverParts,
): Promise<void> {
  // Whoever parks it tells the owner: of several processes that find out at once, one alone does.
  if (!(await parts.schedules.park(schedule.id, reason))) return;
  parts.log.error({ schedule: schedule.id, place: row.place, reason }, 'digest paused until this is mended');
  // Whoever added it on the command line reads the log.
  if (schedule.owner === 'operator') return;
  await parts.errands.add(notice(row, schedule, reason, parts));
}

/** Stops every digest that is posted with a token that is refused. Nobody can be told on that platform: the log says it. */
export async function parkAll(
  row: Delivery,
  tokenOf: 'workspace' | 'platform',
  reason: string,
  { schedules, log }: DeliverParts,
): Promise<void> {
  const { platform, workspace } = row.place;
  const reached = await schedules.list(tokenOf === 'platform' ? { platform } : { platform, workspace });
  let count = 0;
  for (const schedule of reached) if (await schedules.park(schedule.id, reason)) count += 1;
  if (count > 0) log.error({ platform, digests: count, reason }, 'digests paused: the token is refused');
}

const notice = (row: Delivery, schedule: Schedule, reason: string, parts: DeliverParts): Errand => ({
  id: parts.idOf('tell', schedule.id, row.slot),
  kind: 'tell',
  place: row.place,
  target: schedule.owner,
  schedule: schedule.id,
  delivery: row.id,
  at: parts.clock().toString(),
  words: reason,
  document: parkedNotice(schedule, row, reason),
  state: 'due',
  attempts: 0,
});

const parkedNotice = (schedule: Schedule, row: Delivery, reason: string): Document => ({
  kind: 'notice',
  title: `Digest ${schedule.id} is paused`,
  blocks: [
    paragraph(`The digest of ${row.slot.replace('@', ' ')} could not be posted: ${reason}.`),
    quiet(
      `It posts ${describeTiming(schedule)} in channel ${schedule.place.channel}. Mend that, then press Resume; it goes on from its next time.`,
    ),
    {
      type: 'actions',
      actions: [
        {
          label: 'Resume',
          style: 'primary',
          invocation: { command: 'edition', options: { do: 'resume', id: schedule.id } },
        },
      ],
    },
  ],
  sources: [],
});
