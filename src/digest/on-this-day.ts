import { byImportance } from '../knowledge/importance.ts';
import type { Event } from '../knowledge/model.ts';

/** An event as an anniversary day shows it. */
export interface DayItem {
  readonly event: Event;
  /** Years from the event's day to the reader's present year; 0 in the same year. */
  readonly years: number;
  /** Which of its days this is, from 1, and how many it has. */
  readonly day: number;
  readonly days: number;
}

/** Longest span that is walked day by day to find the month and day in it. */
const longestSpan = 62;

/**
 * What an anniversary day shows: events of that month and day (or with it among their days) up to the reader's present,
 * the most important first, then the oldest. Left out are dates that are not known to the day, and events whose
 * confidence is low: nobody should be congratulated on a doubtful day.
 * @param monthDay `06-15`; what happened on 29 February is shown on 29 February alone
 * @param today the reader's present date
 */
export function onThisDay(
  events: readonly Event[],
  monthDay: string,
  today: Temporal.PlainDate,
): readonly DayItem[] {
  const items = events.flatMap((event) => dayItem(event, monthDay, today) ?? []);
  const byId = new Map(items.map((item) => [item.event.id, item]));
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  const ordered = byImportance(
    items.map((item) => item.event),
    { month, day },
  );
  return ordered.flatMap((event) => byId.get(event.id) ?? []);
}

export function dayItem(event: Event, monthDay: string, today: Temporal.PlainDate): DayItem | undefined {
  if (event.date.length !== 10 || event.confidence === 'low') return undefined;
  const start = Temporal.PlainDate.from(event.date);
  const end = event.endDate?.length === 10 ? Temporal.PlainDate.from(event.endDate) : start;
  const days = Math.min(start.until(end).days + 1, longestSpan);
  for (let day = 1; day <= days; day++) {
    const date = start.add({ days: day - 1 });
    if (date.toString().slice(5) !== monthDay || Temporal.PlainDate.compare(date, today) > 0) continue;
    return { event, years: today.year - date.year, day, days };
  }
  return undefined;
}

/** Anniversaries that are said as such: every fifth. */
export const isRound = (years: number): boolean => years > 0 && years % 5 === 0;
