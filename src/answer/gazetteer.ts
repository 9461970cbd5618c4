import type { Entity } from '../knowledge/model.ts';
import { editDistance, forgiven, isSwapped } from '../text/edit-distance.ts';
import { fold, words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { capitalCountries } from './capitals.ts';
import { demonymsOf } from './demonyms.ts';
import { stopWords } from './lexicon/stop-words.ts';
import { synonymsOf } from './lexicon/synonyms.ts';

/** A name found in a text. */
export interface Mention {
  /** Position of its first word and of the word after its last one. */
  readonly start: number;
  readonly end: number;
  readonly said: string;
  /** Entities that go by the name, most likely first. */
  readonly ids: readonly string[];
  /** How it was found: by a whole name, by a part (`Lavrov`), by a demonym (`Russian`), or in spite of a misspelling. */
  readonly by: 'name' | 'part' | 'demonym' | 'capital' | 'guess';
}

interface Entry {
  readonly ids: string[];
  readonly by: Mention['by'];
}

/** Names of entities, ready for look-up. Build once for each data version. */
export interface Gazetteer {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly names: ReadonlyMap<string, Entry>;
  /** First words of names, with the longest name that starts so, in words. */
  readonly longest: ReadonlyMap<string, number>;
  /** Capital (place id) by country id, and the country by its capital. */
  readonly capitals: ReadonlyMap<string, string>;
  readonly countryOfCapital: ReadonlyMap<string, string>;
  /** Names in capitals that fold to an empty word (`WHO`), with the full name. */
  readonly acronyms: ReadonlyMap<string, string>;
  /** Country id by its folded name. */
  readonly countries: ReadonlyMap<string, string>;
}

const rank: Readonly<Record<Mention['by'], number>> = { name: 0, demonym: 1, capital: 1, part: 2, guess: 3 };

/** Builds the look-up of names, aliases, parts of people's names and demonyms. */
export function buildGazetteer(entities: readonly Entity[]): Gazetteer {
  const names = new Map<string, Entry>();
  const put = (name: readonly string[], id: string, by: Mention['by']): void => {
    const key = name.join(' ');
    if (key === '' || stopWords.has(key)) return;
    const known = names.get(key);
    if (known === undefined || rank[by] < rank[known.by]) names.set(key, { ids: [id], by });
    else if (known.by === by && !known.ids.includes(id)) known.ids.push(id);
  };
  for (const entity of entities) {
    for (const name of [entity.name, ...entity.aliases]) put(withoutArticle(words(name)), entity.id, 'name');
    if (entity.kind === 'country')
      for (const demonym of demonymsOf(fold(entity.name)))
        for (const form of /(?:[nik]|kh)$/.test(demonym) ? [demonym, `${demonym}s`] : [demonym])
          put([form], entity.id, 'demonym');
    if (entity.kind === 'person') for (const part of nameParts(entity)) put([part], entity.id, 'part');
  }
  const countryIds = new Map(
    entities.filter((entity) => entity.kind === 'country').map((entity) => [fold(entity.name), entity.id]),
  );
  for (const [city, country] of capitalCountries) {
    const id = countryIds.get(country);
    if (id !== undefined && !names.has(city)) put(words(city), id, 'capital');
  }
  const longest = new Map<string, number>();
  for (const key of names.keys()) {
    const parts = key.split(' ');
    longest.set(parts[0] ?? '', Math.max(longest.get(parts[0] ?? '') ?? 0, parts.length));
  }
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    names,
    longest,
    acronyms: acronymsOf(entities),
    ...capitalsOf(entities),
  };
}

const acronymsOf = (entities: readonly Entity[]): ReadonlyMap<string, string> =>
  new Map(
    entities.flatMap((entity) =>
      entity.aliases
        .filter((alias) => /^\p{Lu}{2,6}$/u.test(alias) && stopWords.has(fold(alias)))
        .map((alias) => [alias, entity.name] as const),
    ),
  );

const withoutArticle = (name: readonly string[]): readonly string[] =>
  name[0] === 'the' && name.length > 1 ? name.slice(1) : name;

const honorifics: ReadonlySet<string> = new Set(
  'general president king doctor sheikh seyed sayed prince minister ayatollah colonel marshal imam mullah bin ibn'.split(
    ' ',
  ),
);

/** Words of a person's names that may stand for the person: not shorter than 3 letters and no everyday word. */
function nameParts(entity: Entity): readonly string[] {
  const parts = words(entity.name);
  return [...new Set(parts)].filter(
    (part) =>
      part.length >= 3 && !honorifics.has(part) && !stopWords.has(part) && synonymsOf(stem(part)).size === 0,
  );
}

function capitalsOf(
  entities: readonly Entity[],
): Pick<Gazetteer, 'capitals' | 'countryOfCapital' | 'countries'> {
  const countries = new Map(
    entities.filter((entity) => entity.kind === 'country').map((entity) => [fold(entity.name), entity.id]),
  );
  const capitals = new Map<string, string>();
  const countryOfCapital = new Map<string, string>();
  for (const place of entities) {
    const country = countries.get(fold(place.country ?? ''));
    if (place.kind !== 'place' || country === undefined || !/^capital of/i.test(place.description)) continue;
    if (!fold(place.description).startsWith(`capital of ${fold(place.country ?? '')}`)) continue;
    capitals.set(country, place.id);
    countryOfCapital.set(place.id, country);
  }
  return { capitals, countryOfCapital, countries };
}

/** The names in a text that is already cut into folded words; longest first, from left to right. */
export function findMentions(text: readonly string[], gazetteer: Gazetteer): readonly Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < text.length; ) {
    const mention = mentionAt(text, start, gazetteer);
    if (mention === undefined) {
      start++;
      continue;
    }
    found.push(mention);
    start = mention.end;
  }
  return found;
}

function mentionAt(text: readonly string[], start: number, gazetteer: Gazetteer): Mention | undefined {
  const most = gazetteer.longest.get(text[start] ?? '') ?? 0;
  for (let length = Math.min(most, text.length - start); length > 0; length--) {
    const said = text.slice(start, start + length).join(' ');
    const entry = gazetteer.names.get(said);
    if (entry === undefined) continue;
    if (entry.by === 'demonym' && text[start + length] === 'capital') {
      const capital = gazetteer.capitals.get(entry.ids[0] ?? '');
      if (capital !== undefined)
        return { start, end: start + length + 1, said: `${said} capital`, ids: [capital], by: 'capital' };
    }
    return { start, end: start + length, said, ids: entry.ids, by: entry.by };
  }
  return undefined;
}

/** Entities whose name is one or two slips away from a word; empty when a shorter slip cannot be told from another word. */
export function guessName(word: string, gazetteer: Gazetteer): readonly string[] {
  if (word.length === 4) return swappedName(word, gazetteer);
  const most = forgiven(word);
  if (most === 0) return [];
  let best = most + 1;
  let ids: readonly string[] = [];
  for (const [name, entry] of gazetteer.names) {
    if (
      name.includes(' ') ||
      name.length < 4 ||
      name[0] !== word[0] ||
      Math.abs(name.length - word.length) > most
    )
      continue;
    const distance = editDistance(word, name, most);
    if (distance < best) {
      best = distance;
      ids = entry.ids;
    } else if (distance === best) ids = [...new Set([...ids, ...entry.ids])];
  }
  return best <= most ? ids : [];
}

/** `irna` → Iran. */
const swappedName = (word: string, gazetteer: Gazetteer): readonly string[] =>
  [...gazetteer.names].flatMap(([name, entry]) => (isSwapped(word, name) ? entry.ids : []));

/**
 * Entities whose names are near to what was typed, best first: for autocompletion and "did you mean".
 * A beginning of any word of the name counts, then slips of the keyboard.
 */
export function suggestNames(typed: string, entities: readonly Entity[], limit = 25): readonly Entity[] {
  const wanted = fold(typed);
  if (wanted === '') return entities.slice(0, limit);
  return entities
    .map((entity) => ({ entity, score: nearness(wanted, entity) }))
    .filter((each) => each.score > 0)
    .sort((left, right) => right.score - left.score || left.entity.name.localeCompare(right.entity.name))
    .slice(0, limit)
    .map((each) => each.entity);
}

const nearness = (wanted: string, entity: Entity): number =>
  Math.max(
    ...[entity.name, ...entity.aliases].map(
      (name, index) => nameNearness(wanted, fold(name)) - (index > 0 ? 0.05 : 0),
    ),
  );

function nameNearness(wanted: string, name: string): number {
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  const parts = name.split(/[ -]/);
  if (parts.some((part) => part.startsWith(wanted))) return 2;
  if (wanted.length >= 3 && name.includes(wanted)) return 1.5;
  const most = forgiven(wanted);
  if (most === 0) return 0;
  const distance = Math.min(...[name, ...parts].map((part) => editDistance(wanted, part, most)));
  return distance <= most ? 1 - distance / 4 : 0;
}
