import type { Library } from '../answer/library.ts';
import { type SourceList, text } from '../document/build.ts';
import type { ListItem } from '../document/model.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import { citeEvent, sentence } from '../lookup/cited.ts';
import { personOn } from '../lookup/office-words.ts';
import { compare } from '../lookup/shelf.ts';
import { dateWords } from '../text/date-words.ts';

/** A person with the events of a briefing in which they had a part, oldest first. */
export interface Involved {
  readonly person: Entity;
  readonly events: readonly Event[];
}

/** A person this strongly in an event is named by it or took part. */
const namedIn = 0.9;

/** Who had a part in the events: those in the most first. */
export function involvedIn(events: readonly Event[], library: Library): readonly Involved[] {
  const found = new Map<string, Event[]>();
  for (const event of events) {
    for (const [id, weight] of library.byId.get(event.id)?.entities ?? []) {
      if (weight < namedIn || library.gazetteer.entities.get(id)?.kind !== 'person') continue;
      found.set(id, [...(found.get(id) ?? []), event]);
    }
  }
  return [...found]
    .flatMap(([id, list]) => {
      const person = library.gazetteer.entities.get(id);
      return person === undefined ? [] : [{ person, events: list }];
    })
    .sort(
      (left, right) => right.events.length - left.events.length || compare(left.person.id, right.person.id),
    );
}

/** `, by 28 July 2022 Uzbek foreign minister`; empty where no office is recorded any more. */
function changedWords({ name }: Entity, later: string, date: string): string {
  const office = later.replace(name, '').replace(/[()]/g, '').trim();
  return office === '' ? '' : `, by ${dateWords(date)} ${office}`;
}

/** `Indian external affairs minister S. Jaishankar · 5 events [1][2]`; says when the office changed in between. */
export function involvedItem({ person, events }: Involved, library: Library, sources: SourceList): ListItem {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return { spans: [text(person.name)] };
  const then = personOn(person, first.date, library);
  const later = personOn(person, last.date, library);
  const changed = then === later ? '' : changedWords(person, later, last.date);
  const count = events.length === 1 ? dateWords(first.date) : `${events.length} events`;
  const cites = [...new Set([first, last])].map((event) => citeEvent(event, sources));
  return { spans: sentence(`${then}${changed} · ${count}`, cites) };
}
