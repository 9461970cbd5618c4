import type { Entity } from '../../../knowledge/model.ts';
import { words } from '../../../text/fold.ts';
import { stem } from '../../../text/stem.ts';
import { findMentions } from '../../gazetteer.ts';
import { joinPhrases } from '../../lexicon/phrases.ts';
import { stopWords } from '../../lexicon/stop-words.ts';
import type { Library } from '../../library.ts';
import { compare } from '../relations.ts';

/** One person's time in one office. */
export interface Tenure {
  readonly person: Entity;
  readonly title: string;
  readonly organisation: string;
  /** Entity ids of the organisation or country. */
  readonly of: readonly string[];
  /** Stems of the title in its plain form: `foreign`, `minist`. */
  readonly stems: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const held = new WeakMap<Library, readonly Tenure[]>();

/** All offices of all people, oldest first. */
export function allTenures(library: Library): readonly Tenure[] {
  const known = held.get(library);
  if (known !== undefined) return known;
  const fresh = [...library.gazetteer.entities.values()]
    .flatMap((person) =>
      person.roles.flatMap(splitRole).map(
        (role): Tenure => ({
          person,
          title: role.title,
          organisation: role.organisation ?? '',
          of: findMentions(words(role.organisation ?? ''), library.gazetteer).flatMap(
            (mention) => mention.ids,
          ),
          stems: stemsOf(role.title),
          ...(role.from === undefined ? {} : { from: role.from }),
          ...(role.to === undefined ? {} : { to: role.to }),
        }),
      ),
    )
    .sort(
      (left, right) => compare(left.from ?? '', right.from ?? '') || compare(left.person.id, right.person.id),
    );
  held.set(library, fresh);
  return fresh;
}

const rank = '(?:Minister|President|Secretary|Chairman|Councillor|Adviser|Director)';
const between = new RegExp(`(?<=\\b${rank}) and (?=(?:[A-Z]\\S* )*${rank}\\b)`);

/** `Deputy Prime Minister and Foreign Minister` are two offices; `Commerce and Industry Minister` is one. */
const splitRole = (role: Entity['roles'][number]): readonly Entity['roles'][number][] =>
  role.title.split(between).map((title) => ({ ...role, title }));

/** `Acting, then full Foreign Minister` and `External Affairs Minister` are both `foreign minist`. */
const stemsOf = (title: string): readonly string[] =>
  joinPhrases(
    words(
      title
        .replace(/\bUN\b/, 'United Nations')
        .replace(/\(.*\)/, '')
        .replace(/\b(acting|then|later|full|caretaker|interim)\b|,/gi, ' '),
    ),
  )
    .filter((word) => !stopWords.has(word))
    .map(stem);

/** True when a term had begun by a day, or its beginning is not known. */
export const startedBy = (tenure: Tenure, day: string): boolean =>
  tenure.from === undefined || tenure.from <= day;
