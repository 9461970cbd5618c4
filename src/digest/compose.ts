import { libraryOf } from '../answer/fetch.ts';
import type { Library } from '../answer/library.ts';
import { composeMessage } from '../briefing/compose.ts';
import { composeFile } from '../briefing/compose-file.ts';
import type { EditionLink } from '../briefing/edition-link.ts';
import { fileName, mediaTypes } from '../briefing/export.ts';
import type { BriefingRequest } from '../briefing/material.ts';
import { quiet } from '../document/build.ts';
import { fit } from '../document/fit.ts';
import type { AttachedFile } from '../document/model.ts';
import type { Period } from '../lookup/period.ts';
import { readPeriod } from '../lookup/read-period.ts';
import { joinSubjects, readSubject, type Subject } from '../lookup/subject.ts';
import type { Basis, EditionStore, KnowledgeReader, Schedule } from '../store/ports.ts';
import { monthDayWords, rangeWords } from '../text/date-words.ts';
import {
  composeIssue,
  type DayCandidates,
  footer,
  type Issue,
  type IssueParts,
  pageLink,
  weekdayWords,
} from './edition.ts';
import { nearestDay } from './nearest-day.ts';
import { profileOf } from './profile.ts';
import { monthDaysOf } from './select.ts';
import { usedRecord } from './used-records.ts';

/** The slot whose edition is composed. */
export interface IssueSlot {
  readonly schedule: Schedule;
  readonly date: Temporal.PlainDate;
  readonly due: Temporal.Instant;
  readonly id?: string;
  readonly remarks?: readonly string[];
  readonly link?: EditionLink | undefined;
}

/** What composing may use beside the data: a place for briefings that become files, and links to pages. */
export interface SlotTools {
  readonly editions?: Pick<EditionStore, 'put'> | undefined;
  readonly editionLink?: EditionLink | undefined;
}

/** An edition with what it rests on, or why there is none: the schedule wants nothing to be posted on an empty day. */
export type Composed =
  | { readonly state: 'issue'; readonly issue: Issue; readonly dataVersion: string }
  | { readonly state: 'nothing'; readonly why: string };

/** Composes the edition of a slot from the data as it is now. */
export async function composeSlot(
  given: IssueSlot,
  knowledge: KnowledgeReader,
  tools: SlotTools = {},
): Promise<Composed> {
  const slot = { ...given, link: tools.editionLink };
  const { empty, kind } = profileOf(slot.schedule);
  const dataVersion = await knowledge.version(slot.schedule.place.workspace);
  const issue =
    kind === 'briefing'
      ? await briefing(slot, knowledge, dataVersion, tools)
      : composeIssue(await partsOf(slot, knowledge, dataVersion));
  if (!issue.isEmpty || empty === 'note') return { state: 'issue', issue, dataVersion };
  const nearest = empty === 'nearest' ? await nearestIssue(slot, knowledge, dataVersion) : undefined;
  if (nearest !== undefined) return { state: 'issue', issue: nearest, dataVersion };
  return { state: 'nothing', why: 'there was nothing to show, and nothing is posted then' };
}

/** What a frozen edition rests on. */
export const basisOf = (
  { issue, dataVersion }: Extract<Composed, { state: 'issue' }>,
  now: Temporal.Instant,
): Basis => ({ dataVersion, asOf: now.toString(), records: issue.records });

/** Everything that an edition of days is made of. */
export async function partsOf(
  slot: IssueSlot,
  knowledge: KnowledgeReader,
  dataVersion: string,
): Promise<IssueParts> {
  const { schedule, date } = slot;
  const isWeek = profileOf(schedule).kind === 'week ahead';
  const days = isWeek ? await weekOf(slot, knowledge) : await dayOf(slot, knowledge);
  const about = schedule.topics.length === 0 ? '' : ` about ${schedule.topics.join(', ')}`;
  const words = isWeek
    ? rangeWords(date.toString(), date.add({ days: 6 }).toString())
    : monthDayWords(date.toString().slice(5));
  return {
    ...slot,
    days,
    perDay: isWeek ? Math.max(1, Math.round(schedule.size / 3)) : schedule.size,
    title: isWeek ? `The week ahead in history: ${words}` : `On this day: ${words}`,
    nothing: `Nothing here is dated ${words}${about}.`,
    entities: await knowledge.entities(schedule.place.workspace),
    dataVersion,
  };
}

async function dayOf(
  { schedule, date }: IssueSlot,
  knowledge: KnowledgeReader,
): Promise<readonly DayCandidates[]> {
  const days = monthDaysOf(date, profileOf(schedule).leap).map(async (monthDay, index) => ({
    on: date,
    monthDay,
    events: await knowledge.eventsOn(schedule.place.workspace, monthDay),
    ...(index === 0 ? {} : { heading: monthDayWords(monthDay) }),
  }));
  return Promise.all(days);
}

function weekOf(
  { schedule, date }: IssueSlot,
  knowledge: KnowledgeReader,
): Promise<readonly DayCandidates[]> {
  const days = Array.from({ length: 7 }, async (_, index) => {
    const on = date.add({ days: index });
    const monthDay = on.toString().slice(5);
    return {
      on,
      monthDay,
      events: await knowledge.eventsOn(schedule.place.workspace, monthDay),
      heading: `${weekdayWords(on)} ${monthDayWords(monthDay)}`,
    };
  });
  return Promise.all(days);
}

/** The edition of the nearest day that has something for this schedule; undefined where no near one has. */
async function nearestIssue(
  slot: IssueSlot,
  knowledge: KnowledgeReader,
  dataVersion: string,
): Promise<Issue | undefined> {
  const own = slot.date.toString().slice(5);
  const { workspace } = slot.schedule.place;
  let others = (await knowledge.monthDays(workspace)).filter((day) => day !== own);
  for (let tries = 0; tries < mostTries; tries++) {
    const monthDay = nearestDay(others, own);
    if (monthDay === undefined) return undefined;
    const events = await knowledge.eventsOn(workspace, monthDay);
    const parts = await partsOf(slot, knowledge, dataVersion);
    const issue = composeIssue({
      ...parts,
      days: [{ on: slot.date, monthDay, events }],
      title: `${monthDayWords(monthDay)} in history`,
      remarks: [
        ...(slot.remarks ?? []),
        `${parts.nothing} The nearest day with something is ${monthDayWords(monthDay)}.`,
      ],
    });
    if (!issue.isEmpty) return issue;
    others = others.filter((day) => day !== monthDay);
  }
  return undefined;
}

const mostTries = 30;

/** Days that a scheduled briefing looks back on, unless its period is given. */
const lookBack = 90;

/** A briefing on all topics of a schedule, over its period, with the file that it asks for. */
async function briefing(
  slot: IssueSlot,
  knowledge: KnowledgeReader,
  dataVersion: string,
  tools: SlotTools,
): Promise<Issue> {
  const { schedule, date } = slot;
  const { library } = await libraryOf(knowledge, schedule.place.workspace);
  const subject = subjectOf(schedule, date, library);
  if (subject === undefined) return nothingOn(slot, knowledge, dataVersion);
  const { picture } = profileOf(schedule);
  const request = { subject, period: periodOf(schedule, date), today: date.toString() };
  const file = await fileOf(slot, request, library, dataVersion, tools);
  const printable = file?.briefing?.format === 'pdf';
  const enclosed = { pictured: picture, printable, ...(file === undefined ? {} : { file: file.name }) };
  const { document } = composeMessage(request, library, enclosed);
  const remarks =
    slot.remarks === undefined || slot.remarks.length === 0 ? [] : [quiet(slot.remarks.join(' '))];
  const cited = new Set(document.sources.map(({ statement }) => statement));
  const used = subject.holdings.events.filter(({ title }) => cited.has(title));
  return {
    document: fit({
      ...document,
      private: false,
      blocks: [...document.blocks, ...remarks, quiet(footer({ ...slot, dataVersion }), ...pageLink(slot))],
      ...(file === undefined ? {} : { files: [file] }),
    }),
    records: used.map((event) => usedRecord(event, date.toString(), false)),
    isEmpty: document.kind === 'nothing',
  };
}

/** What its topics name, together; those that name nothing here are left out. */
function subjectOf({ topics }: Schedule, date: Temporal.PlainDate, library: Library): Subject | undefined {
  const read = (topics.length === 0 ? ['SCO'] : topics).map((topic) => readSubject(topic, date, library));
  return joinSubjects(read.flatMap((each) => (each.state === 'one' ? [each.subject] : [])));
}

/** Read anew each time: `last 30 days` are other days each week. */
function periodOf(schedule: Schedule, date: Temporal.PlainDate): Period {
  const { period } = profileOf(schedule);
  if (period !== '') return readPeriod(period, date);
  return { from: date.subtract({ days: lookBack }).toString(), until: date.toString() };
}

/** The file that goes with it, kept as data and set when it is sent; undefined where none is asked for or nothing is here. */
async function fileOf(
  { schedule, due }: IssueSlot,
  request: BriefingRequest,
  library: Library,
  dataVersion: string,
  { editions, editionLink }: SlotTools,
): Promise<AttachedFile | undefined> {
  const { format, length } = profileOf(schedule);
  const { workspace } = schedule.place;
  if (format === 'message' || editions === undefined) return undefined;
  const made = composeFile({ ...request, length, dataVersion, workspace, link: editionLink }, library);
  if (made === undefined) return undefined;
  const { id } = made.edition;
  await editions.put({ id, workspace, at: due.toString(), briefing: made });
  const mediaType = mediaTypes[format];
  return {
    name: fileName(made, format),
    mediaType,
    content: new Uint8Array(),
    briefing: { edition: id, format },
  };
}

async function nothingOn(slot: IssueSlot, knowledge: KnowledgeReader, dataVersion: string): Promise<Issue> {
  const topic = slot.schedule.topics.join(', ');
  const parts = await partsOf(slot, knowledge, dataVersion);
  return composeIssue({
    ...parts,
    days: [],
    title: `Brief: ${topic}`,
    nothing: `Nothing here is about ${topic}.`,
  });
}
