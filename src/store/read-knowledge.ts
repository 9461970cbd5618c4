import type { Engine } from './engine.ts';
import { createEntityCache } from './entity-cache.ts';
import { createArticleFinder } from './find-articles.ts';
import { findCandidates } from './find-candidates.ts';
import type { KnowledgeReader } from './ports.ts';
import { readBodies } from './read-body.ts';
import {
  countRecords,
  monthDaysIn,
  recordsNamed,
  recordsOf,
  recordsOn,
  recordsWith,
  versionOf,
} from './record-queries.ts';

/** Reading the article data, the same over every engine. */
export function readKnowledge(engine: Engine): KnowledgeReader {
  const { db } = engine;
  const version: KnowledgeReader['version'] = (scope) => versionOf(db, scope);
  return {
    version,
    counts: (scope) => countRecords(db, scope),
    entities: createEntityCache(version, async (scope) =>
      readBodies('entity', await recordsOf(db, scope, 'entity').execute()),
    ),
    events: async (scope, ids) => readBodies('event', await recordsNamed(db, scope, 'event', ids)),
    articles: async (scope, ids) => readBodies('article', await recordsNamed(db, scope, 'article', ids)),
    eventsOn: async (scope, monthDay) => readBodies('event', await recordsOn(db, scope, monthDay)),
    monthDays: (scope) => monthDaysIn(db, scope),
    eventsOf: async (scope, entity, from, until) =>
      readBodies('event', await recordsWith(db, scope, { kind: 'event', entity, from, until })),
    articlesOf: async (scope, entity) =>
      readBodies('article', await recordsWith(db, scope, { kind: 'article', entity })),
    candidates: (scope, query) => findCandidates(engine, scope, query),
    ownArticles: createArticleFinder(engine),
  };
}
