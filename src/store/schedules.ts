import type { Insertable, Selectable } from 'kysely';
import * as z from 'zod';
import type { Engine } from './engine.ts';
import {
  digestKinds,
  digestStyles,
  emptyPolicies,
  importanceLevels,
  leapPolicies,
  type Profile,
  type Schedule,
  type ScheduleStore,
} from './ports.ts';
import { parseJson } from './read-body.ts';
import { removalLock, removedReason } from './removed-schedule.ts';
import type { ScheduleTable } from './schema.ts';

/**
 * Schedules of digests. One that cannot be read is left out of lists. One that has not changed is the same object at each
 * reading: all of them are read at every tick, and whoever has looked at one need not look again.
 */
export const createSchedules = (engine: Engine): ScheduleStore => {
  const read = remembering();
  return { ...listing(engine, read), ...changing(engine) };
};

const listing = (engine: Engine, read: Read): Pick<ScheduleStore, 'get' | 'list'> => ({
  get: async (id) => {
    const row = await standing(engine).where('id', '=', id).executeTakeFirst();
    return row && read(row);
  },
  list: async (filter = {}) => {
    let query = standing(engine).orderBy('number');
    if (filter.platform !== undefined) query = query.where('platform', '=', filter.platform);
    if (filter.workspace !== undefined) query = query.where('workspace', '=', filter.workspace);
    return (await query.execute()).flatMap((row) => read(row) ?? []);
  },
});

const changing = (engine: Engine): Omit<ScheduleStore, 'get' | 'list'> => ({
  add: (schedule) => add(engine, schedule),
  setState: async (id, state, activeFrom) => {
    const changed = { state, active_from: activeFrom, parked: null };
    await engine.db
      .updateTable('schedule')
      .set(changed)
      .where('id', '=', id)
      .where('state', '!=', 'removed')
      .execute();
  },
  park: async (id, reason) => {
    const { numUpdatedRows } = await engine.db
      .updateTable('schedule')
      .set({ state: 'paused', parked: reason })
      .where('id', '=', id)
      .where('state', '=', 'active')
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },
  remove: (id) => remove(engine, id),
});

const standing = ({ db }: Engine) => db.selectFrom('schedule').selectAll().where('state', '!=', 'removed');

const add = ({ db }: Engine, schedule: Schedule): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    // A removed one leaves its id behind; the same id may be added anew.
    await transaction
      .deleteFrom('schedule')
      .where('id', '=', schedule.id)
      .where('state', '=', 'removed')
      .execute();
    await transaction.insertInto('schedule').values(rowOf(schedule)).execute();
  });

const remove = ({ db, alone }: Engine, id: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await alone(transaction, removalLock);
    await transaction.updateTable('schedule').set({ state: 'removed' }).where('id', '=', id).execute();
    await transaction
      .updateTable('delivery')
      .set({ state: 'skipped', error: removedReason })
      .where('schedule', '=', id)
      .where('state', '=', 'due')
      .execute();
  });

const rowOf = ({
  place,
  activeFrom,
  at,
  days,
  topics,
  profile,
  parked,
  ...rest
}: Schedule): Insertable<ScheduleTable> => ({
  ...rest,
  ...place,
  at: JSON.stringify(at),
  days: JSON.stringify(days),
  topics: JSON.stringify(topics),
  active_from: activeFrom,
  profile: profile === undefined ? null : JSON.stringify(profile),
  parked: parked ?? null,
});

const lists = z.object({
  at: z.array(z.string()).min(1),
  days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
  topics: z.array(z.string()),
});

const profileSchema = z
  .object({
    kind: z.enum(digestKinds),
    style: z.enum(digestStyles),
    without: z.array(z.string()),
    countries: z.array(z.string()),
    withoutCountries: z.array(z.string()),
    least: z.enum(importanceLevels),
    quiet: z.array(z.string()),
    empty: z.enum(emptyPolicies),
    leap: z.enum(leapPolicies),
    grace: z.number(),
    thread: z.boolean(),
    pin: z.boolean(),
    mention: z.string(),
    review: z.string(),
  })
  .partial();

type Read = (row: Selectable<ScheduleTable>) => Schedule | undefined;

/** Most schedules that are remembered; beyond, all are forgotten once. */
const most = 20_000;

/** Reads a row, or gives what was made of it before where it is still the same. */
function remembering(): Read {
  const known = new Map<string, { readonly text: string; readonly schedule: Schedule | undefined }>();
  return (row) => {
    const text = JSON.stringify(row);
    const before = known.get(row.id);
    if (before?.text === text) return before.schedule;
    if (known.size >= most) known.clear();
    const schedule = readSchedule(row);
    known.set(row.id, { text, schedule });
    return schedule;
  };
}

function readSchedule(row: Selectable<ScheduleTable>): Schedule | undefined {
  const { id, platform, workspace, channel, owner, zone, size, state } = row;
  const parsed = lists.safeParse({
    at: parseJson(row.at),
    days: parseJson(row.days),
    topics: parseJson(row.topics),
  });
  const profile = row.profile === null ? undefined : profileSchema.safeParse(parseJson(row.profile));
  if (!parsed.success || state === 'removed' || profile?.success === false) return undefined;
  return {
    id,
    place: { platform, workspace, channel },
    owner,
    zone,
    ...parsed.data,
    size,
    state,
    activeFrom: row.active_from,
    // A field that is absent in JSON is absent here: zod's type alone cannot say so.
    ...(profile === undefined ? {} : { profile: profile.data as Partial<Profile> }),
    ...(row.parked === null ? {} : { parked: row.parked }),
  };
}
