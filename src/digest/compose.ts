import { libraryOf } from '../answer/fetch.ts';
import { composeBriefing } from '../briefing/compose.ts';
import { quiet } from '../document/build.ts';
import { fit } from '../document/fit.ts';
import { readSubject } from '../lookup/subject.ts';
import type { Basis, KnowledgeReader, Schedule } from '../store/ports.ts';
import { monthDayWords, rangeWords } from '../text/date-words.ts';
import {
  composeIssue,
  type DayCandidates,
  footer,
  type Issue,
  type IssueParts,
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
}

/** An edition with what it rests on, or why there is none: the schedule wants nothing to be posted on an empty day. */
export type Composed =
  | { readonly state: 'issue'; readonly issue: Issue; readonly dataVersion: string }
  | { readonly state: 'nothing'; readonly why: string };

/** Composes the edition of a slot from the data as it is now. */
export async function composeSlot(slot: IssueSlot, knowledge: KnowledgeReader): Promise<Composed> {
  const { empty, kind } = profileOf(slot.schedule);
  const dataVersion = await knowledge.version(slot.schedule.place.workspace);
  const issue =
    kind === 'briefing'
      ? await briefing(slot, knowledge, dataVersion)
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

/** Days that a scheduled briefing looks back on. */
const lookBack = 90;

/** A briefing on the schedule's first topic over the last three months. */
async function briefing(slot: IssueSlot, knowledge: KnowledgeReader, dataVersion: string): Promise<Issue> {
  const { schedule, date } = slot;
  const { library } = await libraryOf(knowledge, schedule.place.workspace);
  const topic = schedule.topics[0] ?? 'SCO';
  const read = readSubject(topic, date, library);
  const period = { from: date.subtract({ days: lookBack }).toString(), until: date.toString() };
  if (read.state !== 'one') {
    const parts = await partsOf(slot, knowledge, dataVersion);
    return composeIssue({
      ...parts,
      days: [],
      title: `Brief: ${topic}`,
      nothing: `Nothing here is about ${topic}.`,
    });
  }
  const request = { subject: read.subject, period, today: date.toString() };
  const document = composeBriefing(request, library);
  const remarks =
    slot.remarks === undefined || slot.remarks.length === 0 ? [] : [quiet(slot.remarks.join(' '))];
  const cited = new Set(document.sources.map(({ statement }) => statement));
  const used = read.subject.holdings.events.filter(({ title }) => cited.has(title));
  return {
    document: fit({
      ...document,
      private: false,
      blocks: [...document.blocks, ...remarks, quiet(footer({ ...slot, dataVersion }))],
    }),
    records: used.map((event) => usedRecord(event, date.toString(), false)),
    isEmpty: document.kind === 'nothing',
  };
}
