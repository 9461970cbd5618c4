import type { Library } from '../answer/library.ts';
import { rank } from '../answer/rank.ts';
import { understand } from '../answer/understand.ts';
import type { Event } from '../knowledge/model.ts';

/** Share of the words that an event has to hold to be called near. */
const near = 0.3;

/** The events that agree best with words that nothing here agrees with wholly; at most two. */
export function nearestEvents(typed: string, today: Temporal.PlainDate, library: Library): readonly Event[] {
  const query = understand(typed, today, library);
  if (query.terms.length === 0) return [];
  return rank(query, library, 8)
    .filter((ranked) => ranked.coverage > near)
    .flatMap(({ unit: { source } }) => (source.type === 'event' ? [source.event] : []))
    .slice(0, 2);
}
