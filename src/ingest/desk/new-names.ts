import { type Entity, entityKinds } from '../../knowledge/model.ts';
import { isOwnId, type NameTold, ownId } from '../../knowledge/own-names.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { dateWords } from '../../text/date-words.ts';
import { fold } from '../../text/fold.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';
import type { Keyed, NameFound } from './found-things.ts';
import { createDatelineCut } from './without-dateline.ts';

/** Names that one article gives at most. */
const most = 15;

type NewName = NameFound & { readonly kind: Entity['kind'] };

const isKind = (kind: NameFound['kind']): kind is Entity['kind'] =>
  (entityKinds as readonly string[]).includes(kind);

/**
 * The names that become records of the workspace when the article is accepted: those of people by more than one word, and
 * of organisations, places and countries, that the data which ships has not.
 */
export const newNamesOf = (names: readonly Keyed<NameFound>[]): readonly Keyed<NewName>[] =>
  names.filter((each): each is Keyed<NewName> => isNew(each.found)).slice(0, most);

function isNew({ kind, name, entity }: NameFound): boolean {
  if (!isKind(kind) || (entity !== null && !isOwnId(entity))) return false;
  return kind !== 'person' || name.includes(' ');
}

const isInitials = (form: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u.test(form);

/** Acronyms and other forms that mean nothing else; a part of a person's name is understood without being listed. */
function aliasesOf({ kind, name, forms, areEdited }: NewName): readonly string[] {
  if (areEdited) return forms;
  return forms.filter((form) => {
    if (fold(form) === fold(name)) return false;
    if (kind === 'person') return form.includes(' ');
    return isInitials(form) || form.includes(' ') || name.startsWith(form);
  });
}

const nouns: Readonly<Record<Entity['kind'], string>> = {
  person: 'A person',
  organisation: 'An organisation',
  place: 'A place',
  country: 'A country',
};

/** What an accepted article tells of its new names. */
export function namesTold(
  article: DeskArticle,
  names: readonly Keyed<NewName>[],
  source: NameTold['source'],
): readonly NameTold[] {
  const told = new Map<string, NameTold>();
  for (const { found } of names) {
    const { kind, name, title, entity, start } = found;
    const id = entity ?? ownId(kind, name);
    const what = title === undefined ? `${nouns[kind]} named` : `${title.replace(/\s+/g, ' ')},`;
    const where = title === undefined ? 'in' : 'according to';
    const quote = sentenceAt(article.text, start);
    const before = told.get(id);
    told.set(id, {
      id,
      kind,
      name: before?.name ?? name,
      aliases: [...(before?.aliases ?? []), ...aliasesOf(found), ...(before === undefined ? [] : [name])],
      description:
        before?.description ??
        `${what} ${where} an article of ${dateWords(source.published ?? article.published)}.`,
      source: before?.source ?? { ...source, ...(quote === undefined ? {} : { quote }) },
    });
  }
  return [...told.values()];
}

function sentenceAt(text: string, at: number): string | undefined {
  const span = sentenceSpans(text).find(({ start, end }) => start <= at && at < end);
  if (span === undefined) return undefined;
  const told = createDatelineCut(text)(span);
  return text.slice(told.start, told.end);
}

/** The entities of names that an editor has joined or that become records, by what tells them apart in the text. */
export function entitiesGiven(
  names: readonly Keyed<NameFound>[],
  told: readonly Keyed<NewName>[],
): ReadonlyMap<string, string> {
  const fresh = new Map(told.map(({ key, found }) => [key, found.entity ?? ownId(found.kind, found.name)]));
  return new Map(
    names.flatMap(({ key, place, found }) => {
      const id = fresh.get(key) ?? found.entity;
      return id === null ? [] : [[place, id] as const];
    }),
  );
}
