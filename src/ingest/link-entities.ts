import { isOwnId } from '../knowledge/own-names.ts';
import { fold } from '../text/fold.ts';
import type { MentionKind } from './model.ts';
import type { Link } from './recognise/mentions.ts';

/** An entity of the data, as far as linking needs it. */
export interface KnownEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Names that another entity of the kind has too. */
  readonly sharedNames?: readonly string[];
}

const withoutArticle = (name: string): string => name.replace(/^the /, '');
const keyOf = (name: string): string => withoutArticle(fold(name).replaceAll('.', ''));

/**
 * Links names to known entities by their full names and aliases; people also by a last name, where the text has given the
 * full one or only one known person has it. A name that fits two entities is linked to neither.
 */
export function createLink(entities: readonly KnownEntity[]): Link {
  const names = new Map<string, Set<string>>();
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const surnames = new Map<string, Set<string>>();
  // What ships goes first: a name of a workspace's own gives way where the data has learnt it since.
  const [shipped, own] = [
    entities.filter(({ id }) => !isOwnId(id)),
    entities.filter(({ id }) => isOwnId(id)),
  ];
  for (const entity of [...shipped, ...own]) {
    const shared = new Set((entity.sharedNames ?? []).map(keyOf));
    const isTaken = (key: string): boolean =>
      isOwnId(entity.id) && [...(names.get(key) ?? [])].some((id) => !isOwnId(id));
    for (const key of [entity.name, ...(entity.aliases ?? [])].map(keyOf))
      if (!shared.has(key) && !isTaken(`${entity.kind} ${key}`))
        put(names, `${entity.kind} ${key}`, entity.id);
    if (entity.kind === 'person') put(surnames, keyOf(entity.name).split(' ').at(-1) ?? '', entity.id);
  }
  return (said, kind, full) => {
    for (const name of [full, said]) {
      const found = lookUp(names, kind, keyOf(name));
      if (found === undefined) continue;
      const entity = name === full ? undefined : byId.get(found ?? '');
      return entity !== undefined && isOtherByInitials(said, full, entity) ? null : found;
    }
    // One word, never named in full: only a surname that a single known person has is safe.
    return kind === 'person' && full === said && !said.includes(' ') ? only(surnames.get(keyOf(said))) : null;
  };
}

/** Words that many bodies have in their names, so that they tell none from another; with the small ones. */
const common =
  /^(?:organi[sz]ation|union|association|council|committee|commission|agency|bank|party|group|forum|national|international|the|of|for|and|on)$/;

/** Whether initials that are known stand in this text for something else: `SCO` for `Southern Crayfish Organisation`. */
function isOtherByInitials(said: string, full: string, entity: KnownEntity): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(said) || !full.includes(' ')) return false;
  const wordsOf = (name: string): readonly string[] =>
    keyOf(name)
      .split(/[\s-]+/)
      .filter((word) => !common.test(word));
  const known = new Set([entity.name, ...(entity.aliases ?? [])].flatMap(wordsOf));
  return !wordsOf(full).some((word) => known.has(word));
}

function put(table: Map<string, Set<string>>, key: string, id: string): void {
  const ids = table.get(key) ?? new Set();
  table.set(key, ids.add(id));
}

const only = (ids: ReadonlySet<string> | undefined): string | null =>
  ids?.size === 1 ? ([...ids][0] ?? null) : null;

/** Kinds of entity that a mention of a kind can be: texts use a country as a place and the other way round. */
const kindsOf: Readonly<Record<MentionKind, readonly string[]>> = {
  person: ['person'],
  organisation: ['organisation', 'country'],
  country: ['country', 'place'],
  place: ['place', 'country', 'organisation'],
  other: ['organisation'],
};

/** Undefined where nobody has the name; null where two have it. */
function lookUp(
  names: ReadonlyMap<string, ReadonlySet<string>>,
  kind: MentionKind,
  name: string,
): string | null | undefined {
  for (const each of kindsOf[kind]) {
    const ids = names.get(`${each} ${name}`);
    if (ids !== undefined) return only(ids);
  }
  return undefined;
}
