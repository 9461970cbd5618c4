import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Scope } from './ports.ts';
import type { RecordTable, Tables } from './schema.ts';

/**
 * Which rows of `record as r` a reader in a scope sees: what ships and what the scope has, its own standing in for a
 * shipped one of the same kind and id. Every query of records carries it.
 */
export function visible(scope: Scope): Expression<SqlBool> {
  const eb = expressionBuilder<Tables & { r: RecordTable }, 'r'>();
  if (scope === '') return eb('r.scope', '=', '');
  const own = eb
    .selectFrom('record as own')
    .select(sql`1`.as('one'))
    .where('own.scope', '=', scope)
    .whereRef('own.kind', '=', 'r.kind')
    .whereRef('own.id', '=', 'r.id');
  return eb.or([eb('r.scope', '=', scope), eb.and([eb('r.scope', '=', ''), eb.not(eb.exists(own))])]);
}
