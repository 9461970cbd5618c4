import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from './schema.ts';

/** The instant that a query of the engine's own clock gives as ISO text. @throws RangeError when it gives none */
export async function readNow(
  db: Kysely<Tables>,
  query: RawBuilder<{ readonly now: string }>,
): Promise<Temporal.Instant> {
  const { rows } = await query.execute(db);
  return Temporal.Instant.from(rows[0]?.now ?? '');
}
