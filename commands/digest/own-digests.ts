import type { Choice, Context, OptionSpec } from '../../src/command.ts';
import { describeTiming } from '../../src/digest/describe.ts';
import { ReaderError } from '../../src/errors.ts';
import { shorten } from '../../src/options.ts';
import type { Schedule } from '../../src/store/ports.ts';

export const manage = { needs: 'manage-digests', private: true } as const;

export const idOption = {
  type: 'text',
  about: 'the digest’s id, as /digest list shows it',
  required: true,
  rest: true,
  complete: completeId,
} as const satisfies OptionSpec;

/** The digests of the reader's own workspace, and of no other. */
export const own = ({ schedules, origin }: Context): Promise<readonly Schedule[]> =>
  schedules.list({ platform: origin.platform, workspace: origin.workspace });

/** @throws ReaderError where the reader’s workspace has no such digest */
export async function find(id: string, context: Context): Promise<Schedule> {
  const wanted = id.trim().toLowerCase();
  const found = (await own(context)).find((schedule) => schedule.id === wanted);
  if (found) return found;
  throw new ReaderError(`There is no digest “${shorten(id, 20)}” here; /digest list shows those there are.`);
}

/**
 * The digest that is meant where none is named: the only one of the channel, else of the workspace.
 * @throws ReaderError where there are several, or none
 */
export async function onlyOne(context: Context): Promise<Schedule> {
  const all = await own(context);
  const here = all.filter((schedule) => schedule.place.channel === context.origin.channel);
  const [first, second] = here.length > 0 ? here : all;
  if (first === undefined) {
    throw new ReaderError('There is no digest here yet; /digest create time:09:00 makes one.');
  }
  if (second === undefined) return first;
  throw new ReaderError(`There are several digests here; say which, such as /digest preview id:${first.id}.`);
}

async function completeId(typed: string, context: Context): Promise<readonly Choice[]> {
  const schedules = await own(context);
  return schedules
    .filter((schedule) => schedule.id.includes(typed.trim().toLowerCase()))
    .map((schedule) => ({
      name: `${schedule.id} · ${describeTiming(schedule)}`.slice(0, 100),
      value: schedule.id,
    }));
}
