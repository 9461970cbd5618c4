import { entityEvidence } from '../answer/evidence.ts';
import type { Library } from '../answer/library.ts';
import { paragraph, SourceList, text } from '../document/build.ts';
import type { Action, Document, ListItem } from '../document/model.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import { shorten } from '../options.ts';
import { button, buttons } from './buttons.ts';
import { citeEvent, citeEvidence, eventWords, sentence } from './cited.ts';
import { type Found, nameFor } from './find-entity.ts';
import { shelfOf } from './shelf.ts';

/** What the desk covers, for a message that says nothing was found. */
function coverage(library: Library): string {
  const { events } = shelfOf(library);
  const years = [events[0]?.date.slice(0, 4), events.at(-1)?.date.slice(0, 4)].filter(
    (year) => year !== undefined,
  );
  const span = years.length === 0 ? '' : `, ${[...new Set(years)].join('–')}`;
  return `The desk covers the SCO, its members and their relations${span}.`;
}

/** A message that says plainly what is not here, with the events that are nearest. */
export function nothing(
  words: string,
  library: Library,
  nearest: readonly Event[] = [],
  actions: readonly Action[] = [],
): Document {
  const sources = new SourceList();
  const closest = nearest.map((event) =>
    paragraph(text(`Closest: ${eventWords(event)} `), citeEvent(event, sources)),
  );
  return {
    kind: 'nothing',
    blocks: [paragraph(`${words} ${coverage(library)}`), ...closest, ...buttons(...actions)],
    sources: sources.all,
  };
}

/** `Nothing here on “Macron”.`, with buttons for the names that are near. */
export function unknownName(
  typed: string,
  nearest: readonly Entity[],
  command: string,
  option: string,
  library: Library,
  events: readonly Event[] = [],
): Document {
  const near = nearest.length === 0 ? '' : ` Nearest: ${nearest.map((each) => each.name).join(', ')}.`;
  const actions = nearest.map((each) => button(each.name, command, { [option]: nameFor(each, library) }));
  return nothing(`Nothing here on “${shorten(typed.trim())}”.${near}`, library, events, actions);
}

/** `Did you mean` with a button for each entity that goes by the name, or by one that is near. */
export function didYouMean(
  typed: string,
  found: Found & { readonly state: 'several' },
  command: string,
  option: string,
  library: Library,
): Document {
  const { entities, guessed } = found;
  const said = `“${shorten(typed.trim())}”`;
  const head = guessed ? `Nothing here is called ${said}.` : `${said} can mean more than one here.`;
  const shown = entities.slice(0, 5);
  const sources = new SourceList();
  const item = (each: Entity): ListItem => {
    const words = `${each.name}: ${each.description}`;
    return { spans: sentence(words, [citeEvidence(entityEvidence(each, words), sources)]) };
  };
  return {
    kind: 'nothing',
    blocks: [
      paragraph(`${head} Did you mean:`),
      {
        type: 'list',
        items: shown.map(item),
        ...(entities.length > shown.length ? { hidden: entities.length - shown.length } : {}),
      },
      ...buttons(...shown.map((each) => button(each.name, command, { [option]: nameFor(each, library) }))),
    ],
    sources: sources.all,
  };
}
