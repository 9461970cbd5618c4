import { sql } from 'kysely';
import { firstDay, lastDay } from './day-range.ts';
import type { Engine } from './engine.ts';
import { createEntityCache } from './entity-cache.ts';
import { findCandidates } from './find-candidates.ts';
import type { KnowledgeReader, Scope } from './ports.ts';
import { readBodies } from './read-body.ts';
import { hashOf } from './record-rows.ts';
import type { RecordKind } from './schema.ts';
import { visible } from './visible.ts';

/** Reading the article data, the same over every engine. */
export function readKnowledge(engine: Engine): KnowledgeReader {
  const { db } = engine;
  const records = (scope: Scope, kind: RecordKind) =>
    db
      .selectFrom('record as r')
      .select('r.body')
      .where('r.kind', '=', kind)
      .where(visible(scope))
      .orderBy('r.date')
      .orderBy('r.id');
  const named = (scope: Scope, kind: RecordKind, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : records(scope, kind)
          .where('r.id', 'in', [...new Set(ids)])
          .execute();
  const of = (scope: Scope, kind: RecordKind, entity: string) =>
    records(scope, kind)
      .innerJoin('mention as m', 'm.record', 'r.key')
      .where('m.entity', '=', entity)
      .where('m.part', '=', 1);
  const onDays = (scope: Scope) =>
    db.selectFrom('month_day as d').innerJoin('record as r', 'r.key', 'd.record').where(visible(scope));

  const version = async (scope: Scope): Promise<string> => {
    const rows = await db
      .selectFrom('holding')
      .select('version')
      .where('scope', 'in', ['', scope])
      .orderBy('scope')
      .execute();
    // One part alone keeps its own version, so that all workspaces without records of their own share it.
    return rows.length === 1 && rows[0] !== undefined
      ? rows[0].version
      : hashOf(rows.map((row) => row.version));
  };
  const entities = createEntityCache(version, async (scope) =>
    readBodies('entity', await records(scope, 'entity').execute()),
  );

  return {
    version,
    entities,
    counts: async (scope) => {
      const rows = await db
        .selectFrom('record as r')
        .select([
          'r.kind',
          sql<number>`count(*)`.as('count'),
          sql<string>`min(r.date)`.as('from'),
          sql<string>`max(r.date)`.as('until'),
        ])
        .where(visible(scope))
        .groupBy('r.kind')
        .execute();
      const row = (kind: RecordKind) => rows.find((each) => each.kind === kind);
      const count = (kind: RecordKind): number => Number(row(kind)?.count ?? 0);
      return {
        articles: count('article'),
        events: count('event'),
        entities: count('entity'),
        from: row('event')?.from ?? '',
        until: row('event')?.until ?? '',
      };
    },
    events: async (scope, ids) => readBodies('event', await named(scope, 'event', ids)),
    articles: async (scope, ids) => readBodies('article', await named(scope, 'article', ids)),
    eventsOn: async (scope, monthDay) => {
      const rows = await onDays(scope)
        .select('r.body')
        .where('d.month_day', '=', monthDay)
        .orderBy('r.date')
        .orderBy('r.id')
        .execute();
      return readBodies('event', rows);
    },
    monthDays: async (scope) => {
      const rows = await onDays(scope).select('d.month_day').distinct().orderBy('d.month_day').execute();
      return rows.map((row) => row.month_day);
    },
    eventsOf: async (scope, entity, from, until) => {
      let query = of(scope, 'event', entity);
      if (from !== undefined) query = query.where('r.last', '>=', firstDay(from));
      if (until !== undefined) query = query.where('r.first', '<=', lastDay(until));
      return readBodies('event', await query.execute());
    },
    articlesOf: async (scope, entity) => readBodies('article', await of(scope, 'article', entity).execute()),
    candidates: (scope, query) => findCandidates(engine, scope, query),
  };
}
