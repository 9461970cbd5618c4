import type { Event, KnowledgeData } from '../src/knowledge/model.ts';

/** How many there are of each, most first, then by name. */
export type Tally = readonly (readonly [name: string, count: number])[];

/** What the data covers and where it is thin. */
export interface Coverage {
  readonly articles: number;
  readonly events: number;
  readonly entities: number;
  readonly months: Tally;
  readonly kinds: Tally;
  readonly confidence: Tally;
  readonly status: Tally;
  readonly precision: Tally;
  readonly publishers: Tally;
  /** Month-days of a leap year on which something began that is known to the day, and is not of low confidence. */
  readonly covered: number;
  /** Month-days with one such event only. */
  readonly single: readonly string[];
  readonly bare: readonly string[];
}

export const daysOfYear = 366;
const publishersShown = 20;

/** Counts what a digest can draw on. Pure: the same data gives the same report. */
export function coverage(data: KnowledgeData): Coverage {
  const { events } = data;
  const days = new Map(monthDays().map((day) => [day, 0]));
  for (const event of events.filter(isFirm)) {
    const day = event.date.slice(5);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const having = (test: (count: number) => boolean) =>
    [...days].filter(([, count]) => test(count)).map(([day]) => day);
  return {
    articles: data.articles.length,
    events: events.length,
    entities: data.entities.length,
    months: tally(
      events.filter(({ date }) => date.length > 4),
      ({ date }) => [date.slice(5, 7)],
    ).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    kinds: tally(events, ({ kind }) => [kind]),
    confidence: tally(events, ({ confidence }) => [confidence]),
    status: tally(events, ({ status }) => [status]),
    precision: tally(events, ({ date }) => [precisions[date.split('-').length - 1] ?? 'day']),
    publishers: tally(events, ({ sources }) => sources.map(({ publisher }) => publisher)).slice(
      0,
      publishersShown,
    ),
    covered: having((count) => count > 0).length,
    single: having((count) => count === 1),
    bare: having((count) => count === 0),
  };
}

const precisions = ['year', 'month', 'day'] as const;

/** Known to the day and sure enough to be shown on it. */
const isFirm = (event: Event): boolean => event.date.length === 10 && event.confidence !== 'low';

/** `01-01` to `12-31` with 29 February. */
function monthDays(): readonly string[] {
  const start = Temporal.PlainDate.from('2024-01-01');
  return Array.from({ length: daysOfYear }, (_, index) => start.add({ days: index }).toString().slice(5));
}

function tally(events: readonly Event[], names: (event: Event) => readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const name of events.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1));
}
