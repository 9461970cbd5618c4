import { findMentions } from '../answer/gazetteer.ts';
import type { Library } from '../answer/library.ts';
import { byImportance } from '../knowledge/importance.ts';
import type { Event } from '../knowledge/model.ts';
import { words } from '../text/fold.ts';

/**
 * The most important events of a subject, in order of time. Where enough of them name it in their title, the others
 * (a summit at which a person was one of many) are left to the timeline.
 */
export function mostImportant(
  events: readonly Event[],
  most: number,
  library: Library,
  entity?: string,
): readonly Event[] {
  const named = entity === undefined ? events : events.filter((event) => inTitle(event, entity, library));
  const chosen = new Set(byImportance(named.length >= most ? named : events).slice(0, most));
  return events.filter((event) => chosen.has(event));
}

const inTitle = (event: Event, id: string, library: Library): boolean =>
  findMentions(words(event.title), library.gazetteer).some((mention) => mention.ids.includes(id));
