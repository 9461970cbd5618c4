import { composeSlot } from '../digest/compose.ts';
import { describeProfile, describeTiming } from '../digest/describe.ts';
import { profileOptions } from '../digest/profile-options.ts';
import { readProfile } from '../digest/read-profile.ts';
import { readDays, readTimes, readTopics, readZone } from '../digest/read-timing.ts';
import { nextSlot, slotsOn } from '../digest/slots.ts';
import { plainDocument } from '../document/plain.ts';
import { ReaderError } from '../errors.ts';
import { parseOptions } from '../options.ts';
import { shortId } from '../short-id.ts';
import type { Profile, Schedule, Store } from '../store/ports.ts';
import { type Arguments, readFlags } from './arguments.ts';
import { type BatchLine, type BatchResult, runBatch, textField } from './batch.ts';
import { commandDesk, presentOf } from './command-desk.ts';
import type { Edges } from './edges.ts';

const fields = [
  'platform',
  'workspace',
  'channel',
  'zone',
  'at',
  'days',
  'topics',
  'size',
  'owner',
  ...(Object.keys(profileOptions) as (keyof typeof profileOptions)[]),
] as const;
const usage =
  'Say schedule add, list, preview, remove or slots, such as: schedule add --platform discord --workspace 1 --channel 2 --zone Asia/Kolkata --at 09:00.';

/** `schedule add | list | preview | remove | slots`: the schedules of every platform, for operators. */
export async function runSchedule(args: Arguments, edges: Edges): Promise<number> {
  const [action = '', ...rest] = args.rest;
  switch (action) {
    case 'add':
      return add({ ...args, rest }, edges);
    case 'list':
      return list({ ...args, rest }, edges);
    case 'preview':
      return preview({ ...args, rest }, edges);
    case 'remove':
      return remove({ ...args, rest }, edges);
    case 'slots':
      return slots({ ...args, rest }, edges);
  }
  throw new ReaderError(usage);
}

async function add(args: Arguments, edges: Edges): Promise<number> {
  await using desk = await commandDesk(args, edges);
  const now = presentOf(args, edges);
  if (args.batch) {
    let number = 0;
    return await runBatch(edges, (line) => {
      number += 1;
      return addOne(line, desk.store, now, number);
    });
  }
  const { flags } = readFlags(args.rest, fields);
  edges.print(JSON.stringify(await addOne(flags, desk.store, now, 0)));
  return 0;
}

async function addOne(
  line: BatchLine,
  store: Store,
  now: Temporal.Instant,
  number: number,
): Promise<BatchResult> {
  const schedule = readSchedule(line, now, number);
  const known = await store.schedules.get(schedule.id);
  if (known !== undefined) {
    throw new ReaderError(
      `The same digest was added at that moment already (${schedule.id}); leave out --now, or remove it first.`,
    );
  }
  await store.schedules.add(schedule);
  const next = nextSlot(schedule, now);
  return { schedule: schedule.id, next: next?.instant.toString() ?? null };
}

function readSchedule(line: BatchLine, now: Temporal.Instant, number: number): Schedule {
  const unknown = Object.keys(line).find((name) => name !== 'id' && !fields.some((each) => each === name));
  if (unknown !== undefined) {
    throw new ReaderError(`There is no field “${unknown}”; there is ${fields.join(', ')}.`);
  }
  const place = {
    platform: readPlatform(textField(line, 'platform')),
    workspace: textField(line, 'workspace'),
    channel: textField(line, 'channel'),
  };
  // Of all that it is, so that batches that are added with the same --now are told apart.
  const hash = shortId(JSON.stringify([place, line]), now.toString(), String(number));
  return {
    id: `d${hash}`,
    place,
    owner: line.owner === undefined ? 'operator' : textField(line, 'owner'),
    zone: readZone(textField(line, 'zone')),
    at: readTimes(listField(line, 'at') ?? ''),
    days: readDays(listField(line, 'days') ?? 'daily'),
    topics: readTopics(listField(line, 'topics')),
    size: readSize(line.size),
    state: 'active',
    activeFrom: now.toString(),
    ...profileField(line, now),
  };
}

/** Where digests can be posted. */
const platforms: readonly string[] = ['discord', 'slack', 'console'];

function readPlatform(typed: string): string {
  const platform = platforms.find((each) => each === typed.trim().toLowerCase());
  if (platform !== undefined) return platform;
  throw new ReaderError(`There is no platform “${typed}”; there is ${platforms.join(', ')}.`);
}

/** The same options as those of `/digest create`, checked in the same way: lists, numbers and truths as JSON or as text. */
function profileField(line: BatchLine, now: Temporal.Instant): { readonly profile?: Partial<Profile> } {
  const given = Object.keys(profileOptions).filter((name) => line[name] !== undefined);
  const invocation = {
    command: 'schedule',
    subcommand: 'add',
    options: Object.fromEntries(given.map((name) => [name, rawField(line, name)])),
  };
  const profile = readProfile(
    parseOptions(invocation, profileOptions),
    now.toZonedDateTimeISO('UTC').toPlainDate(),
  );
  return profile === undefined ? {} : { profile };
}

const rawField = (line: BatchLine, name: string): string =>
  Array.isArray(line[name]) ? (listField(line, name) ?? '') : String(line[name]);

/** A list as JSON, or as text joined by commas. */
function listField(line: BatchLine, name: string): string | undefined {
  const value = line[name];
  if (value === undefined || typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(',');
  throw new ReaderError(`“${name}” is a list of texts, such as ["09:00"].`);
}

function readSize(value: unknown): number {
  const size = Number(value ?? 5);
  if (Number.isInteger(size) && size >= 1 && size <= 10) return size;
  throw new ReaderError('“size” is a whole number from 1 to 10.');
}

async function list(args: Arguments, edges: Edges): Promise<number> {
  const { flags } = readFlags(args.rest, ['platform', 'workspace']);
  await using desk = await commandDesk(args, edges);
  const schedules = await desk.store.schedules.list(flags);
  if (args.json) edges.print(JSON.stringify(schedules));
  else edges.print(schedules.length === 0 ? 'No schedules.' : schedules.map(scheduleLine).join('\n'));
  return 0;
}

const scheduleLine = (schedule: Schedule): string =>
  [
    schedule.id,
    `${schedule.place.platform}/${schedule.place.workspace}/${schedule.place.channel}`,
    describeTiming(schedule),
    schedule.topics.join(', '),
    ...describeProfile(schedule),
    schedule.parked === undefined ? schedule.state : `paused: ${schedule.parked}`,
  ]
    .filter((part) => part !== '')
    .join('  ');

async function preview(args: Arguments, edges: Edges): Promise<number> {
  await using desk = await commandDesk(args, edges);
  const schedule = await find(args, desk.store);
  const now = presentOf(args, edges);
  const next = nextSlot(schedule, now);
  const date = next?.date ?? now.toZonedDateTimeISO(schedule.zone).toPlainDate();
  const made = await composeSlot({ schedule, date, due: next?.instant ?? now }, desk.store.knowledge);
  edges.print(made.state === 'issue' ? plainDocument(made.issue.document) : `Nothing: ${made.why}.`);
  return 0;
}

async function remove(args: Arguments, edges: Edges): Promise<number> {
  await using desk = await commandDesk(args, edges);
  const schedule = await find(args, desk.store);
  await desk.store.schedules.remove(schedule.id);
  edges.print(args.json ? JSON.stringify({ removed: schedule.id }) : `Removed ${schedule.id}.`);
  return 0;
}

async function find(args: Arguments, store: Store): Promise<Schedule> {
  const { words } = readFlags(args.rest, []);
  const schedule = await store.schedules.get(words[0] ?? '');
  if (schedule !== undefined) return schedule;
  throw new ReaderError(`There is no schedule “${words[0] ?? ''}”; schedule list shows those there are.`);
}

/** `slots --zone Z --at HH:MM [--days …] --from DATE --until DATE`: JSON Lines, one a local date. */
async function slots(args: Arguments, edges: Edges): Promise<number> {
  const { flags } = readFlags(args.rest, ['zone', 'at', 'days', 'from', 'until']);
  const timing = {
    zone: readZone(flags.zone ?? ''),
    at: readTimes(flags.at ?? ''),
    days: readDays(flags.days ?? 'daily'),
  };
  const from = readDate('--from', flags.from);
  const until = readDate('--until', flags.until);
  if (Temporal.PlainDate.compare(until, from) < 0) {
    throw new ReaderError(`--until ${until} lies before --from ${from}; turn them round.`);
  }
  for (let date = from; Temporal.PlainDate.compare(date, until) <= 0; date = date.add({ days: 1 })) {
    for (const slot of slotsOn(timing, date)) {
      const note = slot.skip === undefined ? slot.note : `skipped: ${slot.skip}`;
      const line = { slot: slot.key, instant: slot.instant.toString() };
      edges.print(JSON.stringify(note === undefined ? line : { ...line, note }));
    }
  }
  return 0;
}

function readDate(flag: string, value: string | undefined): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(value ?? '');
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new ReaderError(`${flag} takes a date such as 2026-03-08, not “${value ?? ''}”.`);
  }
}
