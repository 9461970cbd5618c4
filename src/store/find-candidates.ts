import { type RawBuilder, sql } from 'kysely';
import { words } from '../text/fold.ts';
import { firstDay, lastDay } from './day-range.ts';
import type { Engine } from './engine.ts';
import type { Candidate, CandidateQuery, Scope } from './ports.ts';
import { readBody } from './read-body.ts';
import { mostTerms, weightOf } from './term-weight.ts';
import { visible } from './visible.ts';

/** Bounded candidates, see CandidateQuery. Which they are is worked out here and not by the engine, so that all agree. */
export async function findCandidates(
  engine: Engine,
  scope: Scope,
  query: CandidateQuery,
): Promise<readonly Candidate[]> {
  if (query.limit <= 0) return [];
  const all = query.words.length === 0 && query.entities.length === 0;
  const hits = all ? [] : await hitsOf(engine, scope, query);
  if (!all && hits.length === 0) return [];
  const rows = await (all ? newest(engine, scope, query) : best(engine, scope, query, hits)).execute();
  return rows
    .toSorted((one, other) => compare(one.date, other.date) || compare(one.id, other.id))
    .flatMap((row) => readCandidate(row) ?? []);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Rows of `record as r` that may be candidates: no entities, and within the window. */
function inWindow({ db }: Engine, scope: Scope, { from, until, ownArticles }: CandidateQuery) {
  let rows = db.selectFrom('record as r').where('r.kind', '!=', 'entity').where(visible(scope));
  if (from !== undefined) rows = rows.where('r.last', '>=', firstDay(from));
  if (until !== undefined) rows = rows.where('r.first', '<=', lastDay(until));
  if (ownArticles === false) rows = rows.where(shippedIfArticle);
  return rows;
}

const shippedIfArticle = sql<boolean>`(r.kind <> 'article' or r.scope = '')`;

const newest = (engine: Engine, scope: Scope, query: CandidateQuery) =>
  inWindow(engine, scope, query)
    .select(['r.kind', 'r.id', 'r.date', 'r.body'])
    .orderBy('r.date', 'desc')
    .orderBy('r.id', 'desc')
    .limit(query.limit);

/** Those with the greatest sum of the weights of what they hold. */
function best(engine: Engine, scope: Scope, query: CandidateQuery, hits: readonly Hit[]) {
  return inWindow(engine, scope, query)
    .innerJoin(heldBy(hits), 'hit.record', 'r.key')
    .select(['r.kind', 'r.id', 'r.date', 'r.body'])
    .groupBy('r.key')
    .orderBy(sql`sum(hit.weight)`, 'desc')
    .orderBy('r.date', 'desc')
    .orderBy('r.id', 'desc')
    .limit(query.limit);
}

/** Records that hold something asked for, and what that counts. */
export interface Hit {
  readonly records: RawBuilder<{ record: number }>;
  readonly weight: number;
}

/** A table `hit` of records and the weights of what they hold, one row for each. */
export const heldBy = (hits: readonly Hit[]) =>
  sql<{ record: number; weight: number }>`(${sql.join(
    hits.map(
      ({ records, weight }) => sql`select record, ${sql.lit(weight)} as weight from (${records}) as found`,
    ),
    sql` union all `,
  )})`.as<'hit'>('hit');

/** Records that name an entity. */
export const naming = (entity: string): RawBuilder<{ record: number }> =>
  sql`select record from mention where entity = ${entity}`;

/** The rarest words and the entities that anything visible holds, with their weights. */
async function hitsOf(engine: Engine, scope: Scope, query: CandidateQuery): Promise<readonly Hit[]> {
  const byWord = [...new Set(query.words.flatMap(words))].map((word) => engine.search.holding(word));
  const byEntity = [...new Set(query.entities)].map(naming);
  const total = await count(engine, scope);
  const weigh = async (records: readonly RawBuilder<{ record: number }>[]): Promise<readonly Hit[]> => {
    const found: (Hit & { readonly frequency: number })[] = [];
    for (const each of records) {
      const frequency = await count(engine, scope, each);
      if (frequency > 0) found.push({ records: each, frequency, weight: weightOf(frequency, total) });
    }
    return found.toSorted((one, other) => one.frequency - other.frequency).slice(0, mostTerms);
  };
  return [...(await weigh(byWord)), ...(await weigh(byEntity))];
}

async function count({ db }: Engine, scope: Scope, among?: RawBuilder<{ record: number }>): Promise<number> {
  let rows = db.selectFrom('record as r').where('r.kind', '!=', 'entity').where(visible(scope));
  if (among !== undefined) rows = rows.where(sql<boolean>`r.key in (${among})`);
  const { count } = await rows.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

function readCandidate(row: { readonly kind: string; readonly body: string }): Candidate | undefined {
  if (row.kind === 'event') {
    const event = readBody('event', row.body);
    return event && { type: 'event', event };
  }
  const article = readBody('article', row.body);
  return article && { type: 'article', article };
}
