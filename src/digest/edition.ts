import { notice, paragraph, quiet } from '../document/build.ts';
import { fit } from '../document/fit.ts';
import type { Action, Document } from '../document/model.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import type { Schedule } from '../store/ports.ts';
import { dateWords, monthDayWords } from '../text/date-words.ts';
import { onThisDay } from './on-this-day.ts';
import { presentDay } from './present-day.ts';
import { nextSlot } from './slots.ts';
import { aboutAny } from './topics.ts';

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

/** The digest of one slot, as it will be posted; the same parts always make the same edition. */
export function composeEdition(parts: EditionParts): Document {
  const { schedule, date } = parts;
  const monthDay = date.toString().slice(5);
  const items = onThisDay(aboutAny(parts.events, schedule.topics, parts.entities), monthDay, date);
  if (items.length === 0) return emptyEdition(parts, monthDay);
  return fit(
    presentDay({
      monthDay,
      items,
      start: 0,
      size: schedule.size,
      more: { command: 'onthisday', options: dayOptions(monthDay, schedule.topics) },
      actions: [askAction(monthDay), detailsAction(monthDay, schedule.topics)],
      footer: footer(parts),
    }),
  );
}

/** Options of `/onthisday` that show the same day; several topics do not fit its one option and are left out. */
const dayOptions = (monthDay: string, topics: readonly string[]): Record<string, string> => ({
  date: monthDay,
  ...(topics.length === 1 ? { topic: topics[0] ?? '' } : {}),
});

const detailsAction = (monthDay: string, topics: readonly string[]): Action => ({
  label: 'Details',
  invocation: { command: 'onthisday', options: { ...dayOptions(monthDay, topics), full: 'yes' } },
});

/** The question is asked of the day alone: what happened on it in any year. */
export const askAction = (monthDay: string): Action => ({
  label: 'Ask about this day',
  invocation: { command: 'ask', options: { question: `What happened on ${monthDayWords(monthDay)}?` } },
});

function footer({ schedule, date, due, dataVersion }: EditionParts): string {
  const day = monthDayWords(date.toString().slice(5));
  const next = nextSlot(schedule, due);
  const words = next === undefined ? [] : [`Next: ${nextWords(next.instant, schedule.zone, date)}.`];
  return [
    `Dates are those of the events. ${day} in ${schedule.zone}.`,
    ...words,
    `Data ${dataVersion}.`,
  ].join(' ');
}

/** `tomorrow 09:00`, or `Monday 9 March 09:00`: local time in the zone. */
export function nextWords(instant: Temporal.Instant, zone: string, today: Temporal.PlainDate): string {
  const local = instant.toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const days = today.until(date).days;
  if (days === 0) return `today ${time}`;
  if (days === 1) return `tomorrow ${time}`;
  const weekday = date.toLocaleString('en-GB', { weekday: 'long' });
  return `${weekday} ${dateWords(date.toString())} ${time}`;
}

function emptyEdition(parts: EditionParts, monthDay: string): Document {
  const { topics } = parts.schedule;
  const about = topics.length === 0 ? '' : ` about ${topics.join(', ')}`;
  return {
    ...notice('', 'nothing'),
    private: false,
    title: `On this day: ${monthDayWords(monthDay)}`,
    blocks: [paragraph(`Nothing here is dated ${monthDayWords(monthDay)}${about}.`), quiet(footer(parts))],
  };
}
