import { type Context, defineAction } from '../../src/command.ts';
import { describeTiming } from '../../src/digest/describe.ts';
import { profileOptions } from '../../src/digest/profile-options.ts';
import { readProfile } from '../../src/digest/read-profile.ts';
import { completeZone, readDays, readTimes, readTopics, readZone } from '../../src/digest/read-timing.ts';
import { ReaderError } from '../../src/errors.ts';
import { shortId } from '../../src/short-id.ts';
import type { Schedule } from '../../src/store/ports.ts';
import { manage } from './own-digests.ts';
import { said, topicWords } from './said.ts';

/** Lines that a digest shows unless told otherwise, and at most. */
const usualSize = 5;
const mostSize = 10;

export const create = defineAction({
  ...manage,
  about: 'Posts “on this day” into this channel, on schedule',
  options: {
    time: { type: 'text', about: 'local time such as 09:00; several joined by commas', required: true },
    zone: {
      type: 'text',
      about: 'time zone such as Asia/Kolkata; yours when left out',
      complete: async (typed) => completeZone(typed).map((zone) => ({ name: zone, value: zone })),
    },
    days: { type: 'text', about: 'weekdays such as mon-fri or mon,wed; every day when left out' },
    topics: { type: 'text', about: 'only what has to do with these, joined by commas; all when left out' },
    size: { type: 'integer', about: `lines shown at most, 1 to ${mostSize}; ${usualSize} when left out` },
    ...profileOptions,
  },
  run: async (options, context) => {
    const profile = readProfile(options, context.now.toPlainDate());
    const schedule: Schedule = {
      id: await freeId(context),
      place: placeOf(context),
      owner: context.origin.reader.id,
      zone: options.zone === undefined ? context.now.timeZoneId : readZone(options.zone),
      at: readTimes(options.time),
      days: readDays(options.days ?? 'daily'),
      topics: readTopics(options.topics),
      size: readSize(options.size),
      state: 'active',
      activeFrom: context.now.toInstant().toString(),
      ...(profile === undefined ? {} : { profile }),
    };
    if (profile?.kind === 'briefing' && schedule.topics.length === 0) {
      throw new ReaderError('A briefing needs a topic; add topics:India, or any name the desk knows.');
    }
    await context.schedules.add(schedule);
    return said(`Digest ${schedule.id} is on: ${describeTiming(schedule)}${topicWords(schedule)}.`, context, [
      schedule,
    ]);
  },
});

const placeOf = ({ origin }: Context): Schedule['place'] => ({
  platform: origin.platform,
  workspace: origin.workspace,
  channel: origin.channel,
});

/** Short enough to type. Worked out from who, where and when; a taken one is passed over. */
async function freeId(context: Context): Promise<string> {
  const { origin, now } = context;
  const whole = shortId(origin.platform, origin.workspace, origin.channel, now.toInstant().toString());
  for (const length of [4, 5, 6, 8, 10]) {
    const id = `d${whole.slice(-length)}`;
    if ((await context.schedules.get(id)) === undefined) return id;
  }
  throw new ReaderError('Two digests were made here at the same moment; please try again.');
}

function readSize(size: number | undefined): number {
  if (size === undefined) return usualSize;
  if (size >= 1 && size <= mostSize) return size;
  throw new ReaderError(`A digest shows 1 to ${mostSize} lines; try size:${usualSize}.`);
}
