import { libraryOf } from '../answer/fetch.ts';
import type { KnowledgeReader, Schedule } from '../store/ports.ts';
import { composeSlot, partsOf } from './compose.ts';
import { whyQuiet } from './due.ts';
import { profileOf } from './profile.ts';
import { selectDay } from './select.ts';
import { type Slot, slotsBetween } from './slots.ts';

/** One line of a calendar. */
export interface CalendarLine {
  readonly slot: Slot;
  /** Items that there are for that day, shown or hidden; undefined where nothing is posted. */
  readonly items?: number;
  /** What is special about it: a clock change, a quiet or an empty day. */
  readonly note?: string;
}

/** Days that are looked through for the next slots: two weeks of a weekly digest, and more. */
const mostDays = 120;

/** The next slots of a schedule with what they will have: the same code that will post them. */
export async function calendarOf(
  schedule: Schedule,
  after: Temporal.Instant,
  count: number,
  knowledge: KnowledgeReader,
): Promise<readonly CalendarLine[]> {
  const slots = slotsBetween(schedule, after, after.add({ hours: 24 * mostDays })).slice(0, count);
  const dataVersion = await knowledge.version(schedule.place.workspace);
  // The library is read once, not once a line.
  if (profileOf(schedule).kind === 'briefing') await libraryOf(knowledge, schedule.place.workspace);
  return Promise.all(slots.map((slot) => lineOf(slot, schedule, knowledge, dataVersion)));
}

async function lineOf(
  slot: Slot,
  schedule: Schedule,
  knowledge: KnowledgeReader,
  dataVersion: string,
): Promise<CalendarLine> {
  const { empty, quiet, kind } = profileOf(schedule);
  const stop = slot.skip ?? whyQuiet(slot.date, quiet);
  if (stop !== undefined) return { slot, note: `nothing posted: ${stop}` };
  const of = { schedule, date: slot.date, due: slot.instant };
  const items =
    kind === 'briefing' ? await briefed(of, knowledge) : await counted(of, knowledge, dataVersion);
  const emptiness: Readonly<Record<typeof empty, string>> = {
    note: 'empty: a short note',
    nothing: 'empty: nothing is posted',
    nearest: 'empty: the nearest day instead',
  };
  const notes = [slot.note, items === 0 ? emptiness[empty] : undefined].filter((note) => note !== undefined);
  return { slot, items, ...(notes.length === 0 ? {} : { note: notes.join('; ') }) };
}

type Of = Parameters<typeof partsOf>[0];

async function counted(of: Of, knowledge: KnowledgeReader, dataVersion: string): Promise<number> {
  const { days, entities } = await partsOf(of, knowledge, dataVersion);
  return days.reduce(
    (sum, day) => sum + selectDay(day.events, day.monthDay, day.on, of.schedule, entities).items.length,
    0,
  );
}

async function briefed(of: Of, knowledge: KnowledgeReader): Promise<number> {
  const made = await composeSlot(of, knowledge);
  return made.state === 'issue' ? made.issue.records.length : 0;
}
