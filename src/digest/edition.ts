import type { EditionLink } from '../briefing/edition-link.ts';
import { link as linkTo, notice, paragraph, quiet, SourceList, text } from '../document/build.ts';
import { fit } from '../document/fit.ts';
import type { Action, Block, Document, ListBlock, Span } from '../document/model.ts';
import { encodeInvocation } from '../invocation-codec.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import type { Schedule, UsedRecord } from '../store/ports.ts';
import { dateWords, monthDayWords } from '../text/date-words.ts';
import { anniversaryPicture } from './anniversary-picture.ts';
import type { DayItem } from './on-this-day.ts';
import { dayLine } from './present-day.ts';
import { profileOf } from './profile.ts';
import { selectDay } from './select.ts';
import { nextSlot } from './slots.ts';
import { usedRecord } from './used-records.ts';

/** What an edition is made of. */
export interface EditionParts {
  readonly schedule: Schedule;
  /** Local date of the slot: the day that the digest is of. */
  readonly date: Temporal.PlainDate;
  /** The slot's instant. */
  readonly due: Temporal.Instant;
  /** Everything that happened on that month and day. */
  readonly events: readonly Event[];
  readonly entities: readonly Entity[];
  /** Short hash of the data. */
  readonly dataVersion: string;
}

/** The candidates of one month and day. */
export interface DayCandidates {
  /** The local date under which they are shown. */
  readonly on: Temporal.PlainDate;
  readonly monthDay: string;
  readonly events: readonly Event[];
  /** Said above them, where they are not simply those of the day. */
  readonly heading?: string;
}

/** The same for any kind of digest. */
export interface IssueParts extends Omit<EditionParts, 'events'> {
  readonly days: readonly DayCandidates[];
  /** Lines that one day gets at most. */
  readonly perDay: number;
  readonly title: string;
  /** What is said where there is nothing at all. */
  readonly nothing: string;
  /** What is to be known of this edition: that it is late, that it stands for another day. */
  readonly remarks?: readonly string[];
  /** The edition's id, as `/digest show` takes it. */
  readonly id?: string;
  readonly link?: EditionLink | undefined;
}

/** An edition and the records that stand in it, list by list. */
export interface Issue {
  readonly document: Document;
  readonly records: readonly UsedRecord[];
  /** Whether there was nothing to show. */
  readonly isEmpty: boolean;
}

/** The digest of one slot, as it will be posted; the same parts always make the same edition. */
export function composeEdition(parts: EditionParts): Document {
  const monthDay = parts.date.toString().slice(5);
  const { topics, size } = parts.schedule;
  const about = topics.length === 0 ? '' : ` about ${topics.join(', ')}`;
  return composeIssue({
    ...parts,
    days: [{ on: parts.date, monthDay, events: parts.events }],
    perDay: size,
    title: `On this day: ${monthDayWords(monthDay)}`,
    nothing: `Nothing here is dated ${monthDayWords(monthDay)}${about}.`,
  }).document;
}

/** Puts an edition together from the candidates of its days. */
export function composeIssue(parts: IssueParts): Issue {
  const { schedule, entities } = parts;
  const isFull = profileOf(schedule).style === 'full';
  const groups = parts.days.map((day) => ({
    ...day,
    items: selectDay(day.events, day.monthDay, day.on, schedule, entities).items,
  }));
  const shown = groups.filter(({ items }) => items.length > 0);
  if (shown.length === 0) return { document: empty(parts), records: [], isEmpty: true };
  const sources = new SourceList();
  const document = fit({
    kind: 'digest',
    title: parts.title,
    blocks: [
      ...shown.flatMap(({ heading, items, monthDay }): readonly Block[] => [
        ...(heading === undefined ? [] : [{ type: 'heading', text: heading } as const]),
        dayList(items, parts, monthDay, isFull, sources),
      ]),
      ...anniversaryPicture(
        shown.flatMap(({ items }) => items.slice(0, parts.perDay)),
        parts.title,
        schedule,
      ),
      ...remarks(parts),
      quiet(footer(parts), ...pageLink(parts)),
      { type: 'actions', actions: actionsOf(shown[0]?.monthDay ?? '', parts) },
    ],
    sources: sources.all,
  });
  return { document, records: recordsIn(document, shown, isFull), isEmpty: false };
}

function dayList(
  items: readonly DayItem[],
  { perDay, schedule }: IssueParts,
  monthDay: string,
  isFull: boolean,
  sources: SourceList,
): ListBlock {
  const first = items.slice(0, perDay);
  const hidden = items.length - first.length;
  return {
    type: 'list',
    items: first.map((item) => dayLine(item, sources, isFull)),
    more: { command: 'onthisday', options: dayOptions(monthDay, schedule.topics) },
    ...(hidden === 0 ? {} : { hidden }),
  };
}

/** The records of the lines that are left after fitting: whole items go from a list's end alone. */
function recordsIn(
  document: Document,
  groups: readonly { readonly on: Temporal.PlainDate; readonly items: readonly DayItem[] }[],
  isFull: boolean,
): readonly UsedRecord[] {
  const lists = document.blocks.filter((block) => block.type === 'list');
  return groups.flatMap(({ items, on }, index) =>
    items
      .slice(0, lists[index]?.items.length ?? 0)
      .map(({ event }) => usedRecord(event, on.toString(), isFull)),
  );
}

/** Options of `/onthisday` that show the same day; several topics do not fit its one option and are left out. */
const dayOptions = (monthDay: string, topics: readonly string[]): Record<string, string> => ({
  date: monthDay,
  ...(topics.length === 1 ? { topic: topics[0] ?? '' } : {}),
});

const actionsOf = (monthDay: string, { schedule, days }: IssueParts): readonly Action[] => [
  askAction(monthDay),
  ...briefAction(
    days.map((day) => day.monthDay),
    schedule.topics,
  ),
  {
    label: 'Details',
    invocation: {
      command: 'onthisday',
      options: { ...dayOptions(monthDay, schedule.topics), full: 'yes' },
    },
  },
];

/** A briefing on what a digest shows: its days and, where it has one, its topic. Undefined where no button could carry it. */
export function briefAction(monthDays: readonly string[], topics: readonly string[]): readonly Action[] {
  const [first, last] = [monthDays[0], monthDays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = first === last ? monthDayWords(first) : `${monthDayWords(first)} to ${monthDayWords(last)}`;
  const topic = topics.length === 1 ? `${topics[0]} on ${days}` : days;
  const action = { label: 'Brief', invocation: { command: 'brief-this', options: { topic } } };
  return encodeInvocation(action.invocation).length <= mostEncoded ? [action] : [];
}

/** A button's invocation has to fit Discord's custom id. */
const mostEncoded = 100;

/** The question is asked of the day alone: what happened on it in any year. */
export const askAction = (monthDay: string): Action => ({
  label: 'Ask about this day',
  invocation: { command: 'ask', options: { question: `What happened on ${monthDayWords(monthDay)}?` } },
});

const remarks = (parts: Pick<IssueParts, 'remarks'>): readonly Block[] =>
  parts.remarks === undefined || parts.remarks.length === 0 ? [] : [quiet(parts.remarks.join(' '))];

/** Small print: whose day, what comes next, what data it rests on, and the edition's own name. */
export function footer({
  schedule,
  date,
  due,
  dataVersion,
  id,
}: Pick<IssueParts, 'schedule' | 'date' | 'due' | 'dataVersion' | 'id'>): string {
  const day = monthDayWords(date.toString().slice(5));
  const next = nextSlot(schedule, due);
  return [
    `Dates are those of the events. ${day} in ${schedule.zone}.`,
    ...(next === undefined ? [] : [`Next: ${nextWords(next.instant, schedule.zone, date)}.`]),
    `Data ${dataVersion}.`,
    ...(id === undefined ? [] : [`Edition ${editionName(id)}.`]),
  ].join(' ');
}

/** Where the edition's page is, for whoever holds the link. */
export function pageLink({ id, link }: Pick<IssueParts, 'id' | 'link'>): readonly Span[] {
  const address = id === undefined ? undefined : link?.(id);
  return address === undefined ? [] : [text(' '), linkTo('Its page', address)];
}

/** A delivery's id, as short as people type it. */
export const editionName = (id: string): string => id.slice(0, 10);

/** `tomorrow 09:00`, or `Monday 9 March 09:00`: local time in the zone. */
export function nextWords(instant: Temporal.Instant, zone: string, today: Temporal.PlainDate): string {
  const local = instant.toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const days = today.until(date).days;
  if (days === 0) return `today ${time}`;
  if (days === 1) return `tomorrow ${time}`;
  return `${weekdayWords(date)} ${dateWords(date.toString())} ${time}`;
}

export const weekdayWords = (date: Temporal.PlainDate): string =>
  date.toLocaleString('en-GB', { weekday: 'long' });

const empty = (parts: IssueParts): Document => ({
  ...notice('', 'nothing'),
  private: false,
  title: parts.title,
  blocks: [paragraph(parts.nothing), ...remarks(parts), quiet(footer(parts))],
});
