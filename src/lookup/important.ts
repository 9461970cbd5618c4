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

const inTitles = new WeakMap<Library, Map<Event, ReadonlySet<string>>>();

function inTitle(event: Event, id: string, library: Library): boolean {
  const known = inTitles.get(library) ?? new Map<Event, ReadonlySet<string>>();
  inTitles.set(library, known);
  const ids =
    known.get(event) ??
    new Set(findMentions(words(event.title), library.gazetteer).flatMap((mention) => mention.ids));
  known.set(event, ids);
  return ids.has(id);
}
