import { type Choice, type Context, defineAction, defineGroup, type OptionSpec } from '../src/command.ts';
import { calendarOf } from '../src/digest/calendar.ts';
import { calendarCard, editionCard, historyCard, whyBlocks } from '../src/digest/cards.ts';
import { composeSlot, partsOf } from '../src/digest/compose.ts';
import { describeProfile, describeTiming } from '../src/digest/describe.ts';
import { nextWords } from '../src/digest/edition.ts';
import { profileOptions } from '../src/digest/profile-options.ts';
import { readDay } from '../src/digest/read-day.ts';
import { readProfile } from '../src/digest/read-profile.ts';
import { completeZone, readDays, readTimes, readTopics, readZone } from '../src/digest/read-timing.ts';
import { runNow } from '../src/digest/run-now.ts';
import { selectDay } from '../src/digest/select.ts';
import { nextSlot } from '../src/digest/slots.ts';
import { notice, paragraph, quiet, text } from '../src/document/build.ts';
import type { Action, Document, ListItem } from '../src/document/model.ts';
import { ReaderError } from '../src/errors.ts';
import { shorten } from '../src/options.ts';
import { shortId } from '../src/short-id.ts';
import type { Schedule } from '../src/store/ports.ts';

const manage = { needs: 'manage-digests', private: true } as const;

const idOption = {
  type: 'text',
  about: 'the digest’s id, as /digest list shows it',
  required: true,
  rest: true,
  complete: completeId,
} as const satisfies OptionSpec;

/** Lines that a digest shows unless told otherwise, and at most. */
const usualSize = 5;
const mostSize = 10;

const create = defineAction({
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

const list = defineAction({
  private: true,
  about: 'The digests of this server or workspace',
  options: {},
  run: async (_, context) => {
    const schedules = await own(context);
    if (schedules.length === 0) {
      return notice(
        'There is no digest here yet; /digest create time:09:00 makes one for the channel.',
        'nothing',
      );
    }
    return {
      ...notice(''),
      title: 'Channel digests',
      blocks: [
        { type: 'list', items: schedules.map((schedule) => listLine(schedule, context)) },
        actionsFor(schedules.slice(0, 2)),
      ],
    };
  },
});

const preview = defineAction({
  private: true,
  about: 'Shows what a digest would post, without posting it',
  options: {
    id: { ...idOption, required: false, rest: false },
    date: { type: 'text', about: 'a day such as 15 June; its next one when left out' },
  },
  run: async ({ id, date }, context) => {
    const schedule = id === undefined ? await onlyOne(context) : await find(id, context);
    const { due, day } = previewSlot(schedule, date, context);
    const slot = { schedule, date: day, due };
    const made = await composeSlot(slot, context.knowledge);
    if (made.state === 'nothing') return notice(`Nothing would be posted: ${made.why}.`, 'nothing');
    const { document, records } = made.issue;
    return {
      ...document,
      private: true,
      blocks: [...document.blocks, ...(await whyIn(slot, records.length, made.dataVersion, context))],
    };
  },
});

/** Why each candidate is in or out; a briefing has none. */
async function whyIn(
  slot: Parameters<typeof partsOf>[0],
  shown: number,
  dataVersion: string,
  { knowledge }: Context,
): Promise<Document['blocks']> {
  if (slot.schedule.profile?.kind === 'briefing') return [];
  const { days, entities } = await partsOf(slot, knowledge, dataVersion);
  const sorted = days.map((day) => selectDay(day.events, day.monthDay, day.on, slot.schedule, entities));
  const all = sorted.reduce((sum, { items }) => sum + items.length, 0);
  return whyBlocks(
    shown,
    Math.max(0, all - shown),
    sorted.flatMap(({ out }) => out),
  );
}

const calendar = defineAction({
  private: true,
  about: 'The next 14 times of a digest: local time, UTC, how much there is, clock changes',
  options: { id: { ...idOption, required: false } },
  run: async ({ id }, context) => {
    const schedule = id === undefined ? await onlyOne(context) : await find(id, context);
    const lines = await calendarOf(schedule, context.now.toInstant(), 14, context.knowledge);
    return calendarCard(schedule, lines);
  },
});

const history = defineAction({
  private: true,
  about: 'What became of a digest’s last times, with corrections',
  options: { id: { ...idOption, required: false } },
  run: async ({ id }, context) => {
    const schedule = id === undefined ? await onlyOne(context) : await find(id, context);
    const [rows, errands] = await Promise.all([
      context.deliveries.list({ schedule: schedule.id, limit: 10 }),
      context.errands.list({ schedule: schedule.id, kind: 'correct' }),
    ]);
    return historyCard(schedule, rows, errands);
  },
});

const show = defineAction({
  private: true,
  about: 'One edition: what it showed, the data it rests on, and what became of it',
  options: {
    id: {
      type: 'text',
      about: 'the edition’s id, as it stands in its small print',
      required: true,
      rest: true,
    },
  },
  run: async ({ id }, context) => {
    const row = await context.deliveries.get(id.trim().toLowerCase());
    const isOurs =
      row?.place.platform === context.origin.platform && row.place.workspace === context.origin.workspace;
    if (row === undefined || !isOurs) {
      throw new ReaderError(
        `There is no edition “${shorten(id, 20)}” here; /digest history names the last ones.`,
      );
    }
    return editionCard(row, await context.errands.list({ delivery: row.id }));
  },
});

const run = defineAction({
  ...manage,
  about: 'Posts a digest now; asks first where today has one already',
  options: {
    id: { ...idOption, required: false, rest: false },
    replace: { type: 'boolean', about: 'yes: instead of today’s own; no: beside it' },
  },
  run: async ({ id, replace }, context) =>
    runNow(id === undefined ? await onlyOne(context) : await find(id, context), replace, context),
});

const pause = defineAction({
  ...manage,
  about: 'Stops a digest for the time being',
  options: { id: idOption },
  run: async ({ id }, context) => {
    const schedule = await find(id, context);
    await context.schedules.setState(schedule.id, 'paused', schedule.activeFrom);
    return said(`Digest ${schedule.id} is paused; nothing more is posted until it is resumed.`, context, [
      { ...schedule, state: 'paused' },
    ]);
  },
});

const resume = defineAction({
  ...manage,
  about: 'Goes on with a paused digest, from its next time on',
  options: { id: idOption },
  run: async ({ id }, context) => {
    const schedule = await find(id, context);
    if (schedule.state === 'active') return said(`Digest ${schedule.id} is on already.`, context, [schedule]);
    const activeFrom = context.now.toInstant().toString();
    await context.schedules.setState(schedule.id, 'active', activeFrom);
    return said(`Digest ${schedule.id} is on again: ${describeTiming(schedule)}.`, context, [
      { ...schedule, state: 'active', activeFrom },
    ]);
  },
});

const remove = defineAction({
  ...manage,
  about: 'Ends a digest for good',
  options: { id: idOption },
  run: async ({ id }, context) => {
    const schedule = await find(id, context);
    await context.schedules.remove(schedule.id);
    return said(
      `Digest ${schedule.id} is deleted. It was ${describeTiming(schedule)}${topicWords(schedule)}.`,
      context,
      [],
    );
  },
});

export default defineGroup({
  name: 'digest',
  about: 'Scheduled “on this day” digests for a channel',
  examples: ['digest create time:09:00 zone:Asia/Kolkata days:mon-fri', 'digest list', 'digest preview'],
  subcommands: { create, list, preview, calendar, history, show, run, pause, resume, delete: remove },
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

/** The digests of the reader's own workspace, and of no other. */
const own = ({ schedules, origin }: Context): Promise<readonly Schedule[]> =>
  schedules.list({ platform: origin.platform, workspace: origin.workspace });

async function find(id: string, context: Context): Promise<Schedule> {
  const wanted = id.trim().toLowerCase();
  const found = (await own(context)).find((schedule) => schedule.id === wanted);
  if (found) return found;
  throw new ReaderError(`There is no digest “${shorten(id, 20)}” here; /digest list shows those there are.`);
}

async function onlyOne(context: Context): Promise<Schedule> {
  const all = await own(context);
  const here = all.filter((schedule) => schedule.place.channel === context.origin.channel);
  const [first, second] = here.length > 0 ? here : all;
  if (first === undefined) {
    throw new ReaderError('There is no digest here yet; /digest create time:09:00 makes one.');
  }
  if (second === undefined) return first;
  throw new ReaderError(`There are several digests here; say which, such as /digest preview id:${first.id}.`);
}

/** The day and instant that a preview is of: the next slot, or the next time that the day comes round. */
function previewSlot(
  schedule: Schedule,
  date: string | undefined,
  { now }: Context,
): { readonly due: Temporal.Instant; readonly day: Temporal.PlainDate } {
  const next = nextSlot(schedule, now.toInstant());
  const due = next?.instant ?? now.toInstant();
  const today = now.withTimeZone(schedule.zone).toPlainDate();
  if (date === undefined) return { due, day: next?.date ?? today };
  return { due, day: comingDay(readDay(date, today), today) };
}

/** The first date from today on with that month and day; 29 February waits for its leap year. */
function comingDay(monthDay: string, today: Temporal.PlainDate): Temporal.PlainDate {
  for (let year = today.year; ; year++) {
    const day = Temporal.PlainMonthDay.from(monthDay).toPlainDate({ year });
    const isThere = day.toString().endsWith(monthDay);
    if (isThere && Temporal.PlainDate.compare(day, today) >= 0) return day;
  }
}

const topicWords = (schedule: Schedule): string =>
  schedule.topics.length === 0 ? '' : `, about ${schedule.topics.join(', ')}`;

function nextLine(schedule: Schedule, { now }: Context): string {
  if (schedule.state === 'paused') return 'paused';
  const next = nextSlot(schedule, now.toInstant());
  if (next === undefined) return 'no next time';
  const today = now.withTimeZone(schedule.zone).toPlainDate();
  const note = next.note === undefined ? '' : ` (${next.note})`;
  return `next ${nextWords(next.instant, schedule.zone, today)}${note}`;
}

const listLine = (schedule: Schedule, context: Context): ListItem => ({
  spans: [
    text(schedule.id, 'code'),
    text(` · ${describeTiming(schedule)}${topicWords(schedule)} · ${nextLine(schedule, context)}`),
  ],
  detail: [
    text(
      [
        `Channel ${schedule.place.channel}`,
        `${schedule.size} lines at most`,
        ...describeProfile(schedule),
        ...(schedule.parked === undefined ? [] : [`paused by the desk: ${schedule.parked}`]),
      ].join(' · '),
    ),
  ],
});

function said(sentence: string, context: Context, schedules: readonly Schedule[]): Document {
  const lines = schedules.map((schedule) => quiet(capital(nextLine(schedule, context)), '.'));
  return {
    ...notice(''),
    blocks: [paragraph(sentence), ...lines, ...(schedules.length === 0 ? [] : [actionsFor(schedules)])],
  };
}

const capital = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}`;

function actionsFor(
  schedules: readonly Schedule[],
): Extract<Document['blocks'][number], { type: 'actions' }> {
  const named = schedules.length > 1;
  const button = (label: string, subcommand: string, id: string, style?: 'danger'): Action => ({
    label: named ? `${label} ${id}` : label,
    invocation: { command: 'digest', subcommand, options: { id } },
    ...(style === undefined ? {} : { style }),
  });
  return {
    type: 'actions',
    actions: schedules.flatMap(({ id, state }) => [
      button('Preview', 'preview', id),
      state === 'active' ? button('Pause', 'pause', id) : button('Resume', 'resume', id),
      ...(named ? [] : [button('Delete', 'delete', id, 'danger')]),
    ]),
  };
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
