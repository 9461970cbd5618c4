import type { Kysely } from 'kysely';
import { firstDay, lastDay } from './day-range.ts';
import type { KnowledgeReader, Scope } from './ports.ts';
import { hashOf } from './record-rows.ts';
import type { RecordKind, Tables } from './schema.ts';
import { visible } from './visible.ts';

/** Bodies of the records of one kind that a scope sees, by date and then id. */
export const recordsOf = (db: Kysely<Tables>, scope: Scope, kind: RecordKind) =>
  db
    .selectFrom('record as r')
    .select('r.body')
    .where('r.kind', '=', kind)
    .where(visible(scope))
    .orderBy('r.date')
    .orderBy('r.id');

/** Those with certain ids; unknown ones are left out. */
export const recordsNamed = async (
  db: Kysely<Tables>,
  scope: Scope,
  kind: RecordKind,
  ids: readonly string[],
): Promise<readonly { readonly body: string }[]> =>
  ids.length === 0
    ? []
    : recordsOf(db, scope, kind)
        .where('r.id', 'in', [...new Set(ids)])
        .execute();

interface Part {
  readonly kind: RecordKind;
  readonly entity: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Those in which an entity takes part, within inclusive dates. */
export function recordsWith(db: Kysely<Tables>, scope: Scope, { kind, entity, from, until }: Part) {
  let query = recordsOf(db, scope, kind)
    .innerJoin('mention as m', 'm.record', 'r.key')
    .where('m.entity', '=', entity)
    .where('m.part', '=', 1);
  if (from !== undefined) query = query.where('r.last', '>=', firstDay(from));
  if (until !== undefined) query = query.where('r.first', '<=', lastDay(until));
  return query.execute();
}

/** Events of a month and day. */
export const recordsOn = (db: Kysely<Tables>, scope: Scope, monthDay: string) =>
  recordsOf(db, scope, 'event')
    .innerJoin('month_day as d', 'd.record', 'r.key')
    .where('d.month_day', '=', monthDay)
    .execute();

/** Month-days on which anything visible happened, in order. */
export async function monthDaysIn(db: Kysely<Tables>, scope: Scope): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('month_day as d')
    .innerJoin('record as r', 'r.key', 'd.record')
    .where(visible(scope))
    .select('d.month_day')
    .distinct()
    .orderBy('d.month_day')
    .execute();
  return rows.map((row) => row.month_day);
}

/** The version of what a scope sees: that of what ships and, where it holds anything, its own. */
export async function versionOf(db: Kysely<Tables>, scope: Scope): Promise<string> {
  const rows = await db
    .selectFrom('holding')
    .select('version')
    .where('scope', 'in', ['', scope])
    .orderBy('scope')
    .execute();
  const [only, second] = rows;
  // One part alone keeps its own version, so that all workspaces without records of their own share it.
  return only !== undefined && second === undefined ? only.version : hashOf(rows.map((row) => row.version));
}

/** How many records a scope sees, and the first and last date of its events. */
export async function countRecords(
  db: Kysely<Tables>,
  scope: Scope,
): Promise<Awaited<ReturnType<KnowledgeReader['counts']>>> {
  const rows = await db
    .selectFrom('record as r')
    .select(({ fn }) => [
      'r.kind',
      fn.countAll().as('count'),
      fn.min('r.date').as('from'),
      fn.max('r.date').as('until'),
    ])
    .where(visible(scope))
    .groupBy('r.kind')
    .execute();
  const row = (kind: RecordKind) => rows.find((each) => each.kind === kind);
  const count = (kind: RecordKind): number => Number(row(kind)?.count ?? 0);
  const { from = '', until = '' } = row('event') ?? {};
  return { articles: count('article'), events: count('event'), entities: count('entity'), from, until };
}
