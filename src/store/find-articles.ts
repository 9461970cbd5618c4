import { sql } from 'kysely';
import type { Article } from '../knowledge/model.ts';
import { inflections } from '../text/inflections.ts';
import { lastDay } from './day-range.ts';
import type { Engine } from './engine.ts';
import { type Hit, heldBy, naming } from './find-candidates.ts';
import type { ArticleQuery, ArticlesFound, KnowledgeReader, Scope } from './ports.ts';
import { readBody } from './read-body.ts';
import { mostTerms, weightOf } from './term-weight.ts';

/** Articles kept as they were read last: some 20 KB each, and most questions are about what was asked of before. */
const mostKept = 100;

/** See KnowledgeReader.ownArticles. Which they are is worked out here and not by the engine, so that all agree. */
export function createArticleFinder(engine: Engine): KnowledgeReader['ownArticles'] {
  const kept = new Map<string, Article>();
  return async (scope, query) => {
    const total = scope === '' ? 0 : await countOwn(engine, scope, query);
    if (total === 0) return { articles: [], total, frequencies: new Map() };
    const asked = termsOf(engine, query);
    const counted = await frequenciesOf(engine, scope, query, asked);
    const frequencies = new Map(
      asked.flatMap(({ word }, at) => (word === undefined ? [] : [[word, counted.get(at) ?? 0] as const])),
    );
    const hits = asked
      .map(({ records }, at) => ({ records, frequency: counted.get(at) ?? 0 }))
      .filter(({ frequency }) => frequency > 0)
      .toSorted((one, other) => one.frequency - other.frequency)
      .slice(0, mostTerms)
      .map(({ records, frequency }) => ({ records, weight: weightOf(frequency, total) }));
    const keys = hits.length === 0 ? [] : await best(engine, scope, query, hits);
    return { articles: await read(engine, keys, kept), total, frequencies };
  };
}

/** Articles of the scope alone that were published by then, as `record as r`. */
const own = ({ db }: Engine, scope: Scope, { until }: ArticleQuery) =>
  db
    .selectFrom('record as r')
    .where('r.kind', '=', 'article')
    .where('r.scope', '=', scope)
    .where('r.first', '<=', lastDay(until));

async function countOwn(engine: Engine, scope: Scope, query: ArticleQuery): Promise<number> {
  const { count } = await own(engine, scope, query)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface Asked {
  /** Undefined for an entity. */
  readonly word?: string;
  readonly records: Hit['records'];
}

const termsOf = ({ search }: Engine, { words, entities }: ArticleQuery): readonly Asked[] => [
  ...[...new Set(words)].map((word) => ({ word, records: search.holding(...inflections(word)) })),
  ...[...new Set(entities)].map((entity) => ({ records: naming(entity) })),
];

/** By position of what is asked: how many articles hold it. */
async function frequenciesOf(
  engine: Engine,
  scope: Scope,
  query: ArticleQuery,
  asked: readonly Asked[],
): Promise<ReadonlyMap<number, number>> {
  if (asked.length === 0) return new Map();
  const rows = await own(engine, scope, query)
    .innerJoin(heldBy(asked.map(({ records }, at) => ({ records, weight: at }))), 'hit.record', 'r.key')
    .select(['hit.weight as at', sql<number>`count(*)`.as('count')])
    .groupBy('hit.weight')
    .execute();
  return new Map(rows.map(({ at, count }) => [Number(at), Number(count)]));
}

interface Key {
  readonly key: number;
  readonly hash: string;
}

const best = (
  engine: Engine,
  scope: Scope,
  query: ArticleQuery,
  hits: readonly Hit[],
): Promise<readonly Key[]> =>
  own(engine, scope, query)
    .innerJoin(heldBy(hits), 'hit.record', 'r.key')
    .select(['r.key', 'r.hash'])
    .groupBy('r.key')
    .orderBy(sql`sum(hit.weight)`, 'desc')
    .orderBy('r.date', 'desc')
    .orderBy('r.id', 'desc')
    .limit(query.limit)
    .execute();

/** The articles of some rows, in their order; only those not read of late are read anew. */
async function read(
  { db }: Engine,
  keys: readonly Key[],
  kept: Map<string, Article>,
): Promise<ArticlesFound['articles']> {
  const missing = keys.filter(({ hash }) => !kept.has(hash)).map(({ key }) => key);
  const rows =
    missing.length === 0
      ? []
      : await db.selectFrom('record').select(['hash', 'body']).where('key', 'in', missing).execute();
  const found = new Map(rows.map(({ hash, body }) => [hash, readBody('article', body)]));
  const articles = keys.flatMap(({ hash }) => {
    const article = kept.get(hash) ?? found.get(hash);
    // Taken out and put in again: the first is the one used longest ago.
    kept.delete(hash);
    if (article !== undefined) kept.set(hash, article);
    return article ?? [];
  });
  for (const hash of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(hash);
  return articles;
}
