import type { Entity, Relation } from '../../knowledge/model.ts';
import { whenWords } from '../../text/date-words.ts';
import { coversDay } from '../covers-day.ts';
import { entityEvidence, unitEvidence } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Evidence } from '../model.ts';
import type { Query } from '../query.ts';
import { deriveRelations } from './derive.ts';

/** A relation together with whose it is. */
export interface Tie {
  readonly subject: Entity;
  readonly relation: Relation;
}

export type Status = 'member' | 'observer' | 'dialogue partner';

/** The relation kind of a status. */
export const kindOf = (status: Status): Relation['kind'] =>
  status === 'member' ? 'member of' : status === 'observer' ? 'observer of' : 'dialogue partner of';

const ties = new WeakMap<Library, readonly Tie[]>();

/** All relations, oldest first; undated ones come first. */
export function allTies(library: Library): readonly Tie[] {
  const known = ties.get(library);
  if (known !== undefined) return known;
  const stated = [...library.gazetteer.entities.values()].flatMap((subject) =>
    subject.relations.map((relation) => ({ subject, relation })),
  );
  const fresh = withDerived(stated, library).sort(
    (left, right) =>
      compare(left.relation.from ?? '', right.relation.from ?? '') ||
      compare(left.subject.id, right.subject.id),
  );
  ties.set(library, fresh);
  return fresh;
}

/** Adds what the events tell of those kinds of relation that the data does not state at all. */
function withDerived(stated: readonly Tie[], library: Library): Tie[] {
  const kinds = new Set(stated.map((tie) => tie.relation.kind));
  const derived = deriveRelations(library)
    .filter((each) => !kinds.has(each.relation.kind))
    .flatMap((each) => {
      const subject = library.gazetteer.entities.get(each.subject);
      return subject === undefined ? [] : [{ subject, relation: each.relation }];
    });
  return [...stated, ...derived];
}

export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * The organisation that a question is about: the one it names, if relations to it are known; without a name the one that
 * has the most relations. Undefined when it names another.
 */
export function organisationOf(query: Query, library: Library): Entity | undefined {
  const main = mainOrganisation(library);
  const named = query.mentions
    .flatMap((mention) => mention.ids)
    .map((id) => library.gazetteer.entities.get(id))
    .filter((entity) => entity?.kind === 'organisation');
  if (named.length === 0) return main;
  const own = named.find(
    (entity) => entity !== undefined && allTies(library).some((tie) => tie.relation.of === entity.id),
  );
  return own ?? (named.every((entity) => isPartOf(entity, main)) ? main : undefined);
}

/** A body called after the organisation: its council, its observers. */
export function isPartOf(entity: Entity | undefined, main: Entity | undefined): boolean {
  if (entity === undefined || main === undefined) return false;
  return [main.name, ...main.aliases].some((name) =>
    [entity.name, ...entity.aliases].some((other) => other.startsWith(`${name} `)),
  );
}

/** A body beside the organisation: the question is about both. */
export const namesAnotherBody = (query: Query, organisation: Entity, library: Library): boolean =>
  query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .some(
      (entity) =>
        entity?.kind === 'organisation' && entity !== organisation && !isPartOf(entity, organisation),
    );

/** The organisation with the most members. */
export function mainOrganisation(library: Library): Entity | undefined {
  const counts = new Map<string, number>();
  for (const { relation } of allTies(library)) {
    if (relation.kind === 'member of') counts.set(relation.of, (counts.get(relation.of) ?? 0) + 1);
  }
  const [best] = [...counts].sort((left, right) => right[1] - left[1] || compare(left[0], right[0]));
  return best === undefined ? undefined : library.gazetteer.entities.get(best[0]);
}

/** Ties of one kind to an organisation, running on a day where one is given. */
export const tiesTo = (library: Library, of: string, kind: Relation['kind'], day?: string): readonly Tie[] =>
  allTies(library).filter(
    (tie) =>
      tie.relation.of === of &&
      tie.relation.kind === kind &&
      (day === undefined || (coversDay(tie.relation.from, tie.relation.to, day) && fromKnown(tie, day))),
  );

/** A tie known to start in 2023 does not run yet on a day of 2023-03: compared at the precision it has. */
const fromKnown = (tie: Tie, day: string): boolean => (tie.relation.from ?? '') <= day;

/** The evidence of a tie: its event's, or the record of its subject. */
export function tieEvidence(tie: Tie, library: Library): Evidence {
  const event = tie.relation.event === undefined ? undefined : library.byId.get(tie.relation.event);
  if (event !== undefined) return unitEvidence(event);
  return entityEvidence(tie.subject, tie.subject.description, tie.relation.from);
}

/** `SCO` for the Shanghai Cooperation Organisation: the shortest capital-letter alias. */
export function shortName(entity: Entity): string {
  const capitals = entity.aliases.filter((alias) => /^[A-Z]{2,6}$/.test(alias));
  return capitals.sort((left, right) => left.length - right.length)[0] ?? entity.name;
}

/** `since 17 June 2004`, or nothing when undated. */
export const sinceWords = (from: string | undefined): string =>
  from === undefined ? '' : ` since ${whenWords(from).replace(/^(?:on|in) /, '')}`;
