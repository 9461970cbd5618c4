import { findMentions, guessName, suggestNames } from '../answer/gazetteer.ts';
import type { Library } from '../answer/library.ts';
import type { Entity } from '../knowledge/model.ts';
import { editDistance, forgiven } from '../text/edit-distance.ts';
import { fold, words } from '../text/fold.ts';
import { shelfOf } from './shelf.ts';

/** What a typed name means. `guessed`: not by a name it has, so the reader must be told how it was read. */
export type Found =
  | { readonly state: 'one'; readonly entity: Entity; readonly guessed: boolean }
  | { readonly state: 'several'; readonly entities: readonly Entity[]; readonly guessed: boolean }
  | { readonly state: 'none'; readonly nearest: readonly Entity[] };

const mostOffered = 5;

/** The entity that goes by a name, an alias, a part of a name or an id; else by a name inside it or a slip of the keyboard. */
export function findEntity(typed: string, library: Library): Found {
  const exact = findExact(typed, library);
  return exact.length > 0 ? foundOf(exact, false) : guessEntity(typed, library);
}

/** Entities that a text names exactly and wholly, most likely first; empty when it does not. */
export function findExact(typed: string, library: Library): readonly Entity[] {
  const { entities, names } = library.gazetteer;
  const byId = entities.get(typed.trim());
  if (byId !== undefined) return [byId];
  const said = words(typed);
  const key = (said[0] === 'the' ? said.slice(1) : said).join(' ');
  return toEntities(names.get(key)?.ids ?? [], library);
}

/** The entity that a text may mean: a person named within it, then names that are near, whole or in one of its words. */
export function guessEntity(typed: string, library: Library): Found {
  const within = personWithin(typed, library);
  if (within.length > 0) return foundOf(within, true);
  const near = nearEntity(typed, library);
  if (near.state !== 'none') return near;
  const byWord = words(typed).flatMap((word) => guessName(word, library.gazetteer));
  const guessed = toEntities([...new Set(byWord)], library);
  if (guessed.length > 0) return foundOf(guessed.slice(0, mostOffered), true);
  return near;
}

/** The entity whose name is near to the whole of what was typed. */
export function nearEntity(typed: string, library: Library): Found {
  const known = withContent(library);
  const near = typed.trim() === '' ? [] : suggestNames(typed, known, mostOffered);
  return near.length > 0 ? foundOf(near, true) : { state: 'none', nearest: nearestNames(typed, known) };
}

const foundOf = (entities: readonly Entity[], guessed: boolean): Found => {
  const [first, ...rest] = entities;
  if (first === undefined) return { state: 'none', nearest: [] };
  return rest.length === 0
    ? { state: 'one', entity: first, guessed }
    : { state: 'several', entities, guessed };
};

const toEntities = (ids: readonly string[], library: Library): readonly Entity[] =>
  ids.flatMap((id) => library.gazetteer.entities.get(id) ?? []);

/** `Mr Lavrov`, `Russian foreign minister Sergey Lavrov`: the people named, where it is no longer than an office and a name. */
function personWithin(typed: string, library: Library): readonly Entity[] {
  const said = words(typed);
  if (said.length > 7) return [];
  const lists = findMentions(said, library.gazetteer)
    .map((mention) => toEntities(mention.ids, library).filter((entity) => entity.kind === 'person'))
    .filter((list) => list.length > 0);
  const [first = [], ...rest] = lists;
  return first.filter((entity) => rest.every((list) => list.includes(entity)));
}

/** Entities of which the desk has something, those with the most first. */
export function withContent(library: Library): readonly Entity[] {
  const { content } = shelfOf(library);
  const known = lists.get(library);
  if (known !== undefined) return known;
  const fresh = [...library.gazetteer.entities.values()]
    .filter((entity) => content.has(entity.id))
    .sort((left, right) => (content.get(right.id) ?? 0) - (content.get(left.id) ?? 0));
  lists.set(library, fresh);
  return fresh;
}
const lists = new WeakMap<Library, readonly Entity[]>();

/** Names of which each word that was typed is at most one slip farther than what is read as a slip. */
function nearestNames(typed: string, entities: readonly Entity[]): readonly Entity[] {
  const said = fold(typed)
    .split(/[ -]/)
    .filter((word) => word.length > 3);
  const away = (word: string, part: string): number => {
    const most = forgiven(word) + 1;
    const edits = editDistance(word, part, most);
    return edits > most ? 1 : edits / word.length;
  };
  return entities
    .map((entity) => {
      const parts = fold(entity.name).split(/[ -]/);
      const each = said.map((word) => Math.min(1, ...parts.map((part) => away(word, part))));
      return { entity, far: each.length === 0 ? 1 : Math.max(...each) };
    })
    .filter(({ far }) => far < 1)
    .sort((left, right) => left.far - right.far)
    .slice(0, 3)
    .map(({ entity }) => entity);
}

/** What to type so that exactly this entity is meant: its name, or its id where others go by the name too. */
export function nameFor(entity: Entity, library: Library): string {
  const exact = findExact(entity.name, library);
  return exact.length === 1 && exact[0] === entity ? entity.name : entity.id;
}
