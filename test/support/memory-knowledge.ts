import { createHash } from 'node:crypto';
import type { Entity, Event, KnowledgeData } from '../../src/knowledge/model.ts';
import { firstDay, lastDay } from '../../src/store/day-range.ts';
import type { Candidate, CandidateQuery, KnowledgeReader } from '../../src/store/ports.ts';
import { searchWords } from '../../src/store/search-text.ts';
import { mostTerms, weightOf } from '../../src/store/term-weight.ts';
import { words } from '../../src/text/fold.ts';

const byDate = (left: { date: string; id: string }, right: { date: string; id: string }): number =>
  left.date < right.date ? -1 : left.date > right.date ? 1 : left.id < right.id ? -1 : 1;

/** A KnowledgeReader over data in memory: the same for every scope. */
export function memoryKnowledge(data: KnowledgeData): KnowledgeReader {
  const events = [...data.events].sort(byDate);
  const articles = [...data.articles].sort((left, right) =>
    byDate({ date: left.published, id: left.id }, { date: right.published, id: right.id }),
  );
  const entities = [...data.entities].sort((left, right) => (left.id < right.id ? -1 : 1));
  const version = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);
  const takesPart = (event: Event, entity: string): boolean =>
    event.participants.some((each) => 'entity' in each && each.entity === entity);
  const all: readonly Candidate[] = [
    ...events.map((event): Candidate => ({ type: 'event', event })),
    ...articles.map((article): Candidate => ({ type: 'article', article })),
  ];
  return {
    version: async () => version,
    counts: async () => ({
      articles: articles.length,
      events: events.length,
      entities: data.entities.length,
      from: events[0]?.date ?? '',
      until: events.at(-1)?.date ?? '',
    }),
    entities: async () => entities,
    events: async (_, ids) => events.filter((event) => ids.includes(event.id)),
    articles: async (_, ids) => articles.filter((article) => ids.includes(article.id)),
    eventsOn: async (_, monthDay) => events.filter((event) => onDay(event, monthDay)),
    monthDays: async () => everyMonthDay.filter((monthDay) => events.some((event) => onDay(event, monthDay))),
    eventsOf: async (_, entity, from, until) =>
      events.filter(
        (event) => takesPart(event, entity) && inWindow(event.date, event.endDate, { from, until }),
      ),
    articlesOf: async (_, entity) => articles.filter((article) => article.entities.includes(entity)),
    candidates: async (_, query) => findCandidates(all, query),
    // All of it ships: no workspace has anything of its own.
    ownArticles: async () => ({ articles: [], total: 0, frequencies: new Map() }),
  };
}

const everyMonthDay = Array.from({ length: 366 }, (_, days) =>
  Temporal.PlainDate.from('2000-01-01').add({ days }).toString().slice(5),
);

/** Whether a year of the event's has that day between its first and last one. */
function onDay({ date, endDate }: Event, monthDay: string): boolean {
  if (date.length !== 10 || !everyMonthDay.includes(monthDay)) return false;
  const last = endDate?.length === 10 ? endDate : date;
  const years = Number(last.slice(0, 4)) - Number(date.slice(0, 4)) + 1;
  return Array.from({ length: years }, (_, more) => Number(date.slice(0, 4)) + more).some((year) => {
    const day = `${String(year).padStart(4, '0')}-${monthDay}`;
    return date <= day && day <= last && (monthDay !== '02-29' || isLeap(year));
  });
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

interface Window {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const inWindow = (date: string, endDate: string | undefined, { from, until }: Window): boolean =>
  (from === undefined || [date, endDate ?? date].some((each) => lastDay(each) >= firstDay(from))) &&
  (until === undefined || firstDay(date) <= lastDay(until));

function findCandidates(all: readonly Candidate[], query: CandidateQuery): readonly Candidate[] {
  const held = all.map((candidate) => ({ candidate, terms: termsOf(candidate) }));
  const rarest = (terms: readonly string[]): readonly (readonly [term: string, weight: number])[] =>
    [...new Set(terms)]
      .map((term) => [term, held.filter((each) => each.terms.has(term)).length] as const)
      .filter(([, frequency]) => frequency > 0)
      .sort(([, left], [, right]) => left - right)
      .slice(0, mostTerms)
      .map(([term, frequency]) => [term, weightOf(frequency, all.length)] as const);
  const asked = [...rarest(query.words.flatMap(words)), ...rarest(query.entities.map((id) => `@${id}`))];
  const everything = query.words.length === 0 && query.entities.length === 0;
  return held
    .map(({ candidate, terms }) => ({
      candidate,
      ...dated(candidate),
      weight: asked.reduce((sum, [term, weight]) => sum + (terms.has(term) ? weight : 0), 0),
    }))
    .filter(({ date, endDate, weight }) => inWindow(date, endDate, query) && (everything || weight > 0))
    .sort((left, right) => right.weight - left.weight || byDate(right, left))
    .slice(0, query.limit)
    .sort(byDate)
    .map(({ candidate }) => candidate);
}

const dated = (
  candidate: Candidate,
): { readonly id: string; readonly date: string; readonly endDate?: string | undefined } =>
  candidate.type === 'event'
    ? candidate.event
    : { id: candidate.article.id, date: candidate.article.published };

/** What a candidate is found by: its words, and its entities behind an @. */
function termsOf(candidate: Candidate): ReadonlySet<string> {
  const record = candidate.type === 'event' ? candidate.event : candidate.article;
  const ids = [...JSON.stringify(record).matchAll(/"entity":"([^"]+)"|"entities":\[([^\]]*)\]/g)].flatMap(
    ([, one, several]) => (one === undefined ? ((several ?? '').match(/[a-z0-9-]+/g) ?? []) : [one]),
  );
  return new Set([...searchWords(record), ...ids.map((id) => `@${id}`)]);
}

/** Entities for tests, with only what a test says. */
export const entity = (
  id: string,
  kind: Entity['kind'],
  name: string,
  more: Partial<Entity> = {},
): Entity => ({
  id,
  kind,
  name,
  aliases: [],
  sharedNames: [],
  description: name,
  roles: [],
  relations: [],
  sources: [{ publisher: 'Test Gazette', title: name, url: 'https://example.org/entity' }],
  ...more,
});

/** An event for tests, with only what a test says. */
export const event = (
  id: string,
  date: string,
  title: string,
  summary: string,
  more: Partial<Event> = {},
): Event => ({
  id,
  date,
  title,
  summary,
  kind: 'other',
  status: 'held',
  participants: [],
  topics: [],
  confidence: 'high',
  sources: [{ publisher: 'Test Gazette', title, url: 'https://example.org/event' }],
  quotations: [],
  figures: [],
  ...more,
});
