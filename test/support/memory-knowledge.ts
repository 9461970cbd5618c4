import { createHash } from 'node:crypto';
import type { Article, Entity, Event, KnowledgeData } from '../../src/knowledge/model.ts';
import type { Candidate, CandidateQuery, KnowledgeReader } from '../../src/store/ports.ts';
import { words } from '../../src/text/fold.ts';

const byDate = (left: { date: string; id: string }, right: { date: string; id: string }): number =>
  left.date < right.date ? -1 : left.date > right.date ? 1 : left.id < right.id ? -1 : 1;

/** A KnowledgeReader over data in memory: the same for every scope. */
export function memoryKnowledge(data: KnowledgeData): KnowledgeReader {
  const events = [...data.events].sort(byDate);
  const articles = [...data.articles].sort((left, right) =>
    byDate({ date: left.published, id: left.id }, { date: right.published, id: right.id }),
  );
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
    entities: async () => data.entities,
    events: async (_, ids) => events.filter((event) => ids.includes(event.id)),
    articles: async (_, ids) => articles.filter((article) => ids.includes(article.id)),
    eventsOn: async (_, monthDay) =>
      events.filter((event) => event.date.length === 10 && onDay(event, monthDay)),
    monthDays: async () =>
      [
        ...new Set(events.filter((event) => event.date.length === 10).map((event) => event.date.slice(5))),
      ].sort(),
    eventsOf: async (_, entity, from = '', until = '9999') =>
      events.filter(
        (event) => takesPart(event, entity) && (event.endDate ?? event.date) >= from && event.date <= until,
      ),
    articlesOf: async (_, entity) => articles.filter((article) => article.entities.includes(entity)),
    candidates: async (_, query) =>
      all.filter((candidate) => matches(candidate, query)).slice(0, query.limit),
  };
}

const onDay = (event: Event, monthDay: string): boolean =>
  event.date.slice(5) <= monthDay && (event.endDate ?? event.date).slice(5) >= monthDay;

function matches(candidate: Candidate, query: CandidateQuery): boolean {
  const date = candidate.type === 'event' ? candidate.event.date : candidate.article.published;
  if (query.from !== undefined && date < query.from.slice(0, date.length)) return false;
  if (query.until !== undefined && date > query.until) return false;
  if (query.entities.length === 0 && query.words.length === 0) return true;
  const record: Event | Article = candidate.type === 'event' ? candidate.event : candidate.article;
  const text = new Set(words(JSON.stringify(record)));
  return (
    query.words.some((word) => text.has(word)) ||
    query.entities.some((id) => JSON.stringify(record).includes(`"${id}"`))
  );
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
