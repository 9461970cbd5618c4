import { words } from '../text/fold.ts';
import { knownForms } from '../text/stem.ts';
import type { Library } from './library.ts';

const vocabularies = new WeakMap<Library, ReadonlySet<string>>();

/** All words of the evidence as they stand there, folded. */
export function vocabularyOf(library: Library): ReadonlySet<string> {
  const known = vocabularies.get(library);
  if (known !== undefined) return known;
  const fresh = new Set(library.units.flatMap((unit) => [...words(unit.title), ...words(unit.text)]));
  vocabularies.set(library, fresh);
  return fresh;
}

const memory = new WeakMap<Library, ReadonlyMap<string, readonly string[]>>();

/** Shorter words are not put right. */
const shortest = 5;

/**
 * How words are spelt here, by their first letter: those of the evidence, and inflected forms known by heart. Made when a
 * question first holds a word that nothing knows, as most never do.
 */
export function spellings(library: Library): ReadonlyMap<string, readonly string[]> {
  const known = memory.get(library);
  if (known !== undefined) return known;
  const all = new Set(vocabularyOf(library));
  for (const forms of knownForms.values()) for (const form of forms) all.add(form);
  const fresh = Map.groupBy(
    [...all].filter((word) => word.length >= shortest),
    (word) => word[0] ?? '',
  );
  memory.set(library, fresh);
  return fresh;
}
