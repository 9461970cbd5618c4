import { shortId } from '../short-id.ts';
import { fold } from '../text/fold.ts';
import type { Entity, SourceRecord } from './model.ts';

/** What one accepted article tells of a name that the data had not. */
export interface NameTold {
  /** The entity that it is: see `ownId`. */
  readonly id: string;
  readonly kind: Entity['kind'];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly source: SourceRecord;
}

/** Ids of entities that a workspace has of its own begin so: none that ships does. */
const prefix = 'own-';

export const isOwnId = (id: string): boolean => id.startsWith(prefix);

/** `own-person-anna-varga`: the same kind and name is the same entity. */
export function ownId(kind: Entity['kind'], name: string): string {
  const slug = (
    fold(name)
      .replace(/'/g, '')
      .match(/[a-z0-9]+/g) ?? []
  )
    .join('-')
    .slice(0, 60);
  return `${prefix}${kind}-${slug === '' ? shortId(name) : slug.replace(/-$/, '')}`;
}

/** The entity that several articles tell of, the first of them first; undefined where none does. */
export function entityTold(told: readonly NameTold[]): Entity | undefined {
  const [first] = told;
  if (first === undefined) return undefined;
  const names = new Map(
    told.flatMap(({ name, aliases }) => [name, ...aliases]).map((each) => [fold(each), each]),
  );
  names.delete(fold(first.name));
  return {
    id: first.id,
    kind: first.kind,
    name: first.name,
    aliases: [...names.values()],
    sharedNames: [],
    description: first.description,
    roles: [],
    relations: [],
    sources: told.map(({ source }) => source),
  };
}
