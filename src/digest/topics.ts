import type { Entity, Event } from '../knowledge/model.ts';
import { fold, words } from '../text/fold.ts';

/**
 * Whether an event is about a topic as somebody typed it: an entity's name or alias, a topic of the record, or words
 * that all stand in its title, summary or place.
 */
export function isAbout(event: Event, topic: string, entities: readonly Entity[]): boolean {
  const wanted = fold(topic);
  if (wanted === '') return true;
  const named = entities
    .filter((entity) => [entity.name, ...entity.aliases].some((name) => fold(name) === wanted))
    .map((entity) => entity.id);
  if (event.participants.some((each) => 'entity' in each && named.includes(each.entity))) return true;
  if (event.topics.some((each) => fold(each) === wanted)) return true;
  const held = new Set(
    words(`${event.title} ${event.summary} ${event.place?.city ?? ''} ${event.place?.country ?? ''}`),
  );
  return words(topic).every((word) => held.has(word));
}

/** Events about any of the topics; all of them where there is no topic. */
export const aboutAny = (
  events: readonly Event[],
  topics: readonly string[],
  entities: readonly Entity[],
): readonly Event[] =>
  topics.length === 0
    ? events
    : events.filter((event) => topics.some((topic) => isAbout(event, topic, entities)));
