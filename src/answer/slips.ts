import { editDistance, forgiven } from '../text/edit-distance.ts';
import { words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { relatedTo } from './lexicon/related-words.ts';
import { stopWords } from './lexicon/stop-words.ts';
import { lexiconLines, synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import { spellings, vocabularyOf } from './spellings.ts';
import { typeNouns, typeNounsBesideAsker } from './wanted.ts';

/** Short words that ask, which a hasty hand gets wrong most often: `wen`, `dat`. */
const asking = ['when', 'where', 'who', 'what', 'which', 'date', 'time', 'year', 'city'];
const plainWords: ReadonlySet<string> = new Set(
  [
    ...asking,
    ...typeNouns,
    ...typeNounsBesideAsker,
    'number numbers premiers premier ministers minister presidents president summit exercise troops'.split(
      ' ',
    ),
    ...lexiconLines.flatMap((line) => line.replace('~', '').trim().split(' ')),
  ].flat(),
);
const byLetter: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...plainWords].filter((word) => word.length > 4),
  (word) => word[0] ?? '',
);

/**
 * A folded question with its slips of the keyboard put right, as far as they are in words that ask or in everyday words: those in
 * names are seen to by the gazetteer. A word with a capital (`proper`) is left alone, and so is every word that anything knows.
 */
export function putRight(folded: string, library: Library, proper: ReadonlySet<string>): string {
  return folded.replace(/(?<![\w'-])[a-z]{3,}(?![\w'-])/g, (word) =>
    proper.has(word) || isKnown(word, library) ? word : (nearestTo(word, library) ?? word),
  );
}

function isKnown(word: string, library: Library): boolean {
  if (stopWords.has(word) || plainWords.has(word) || library.gazetteer.longest.has(word)) return true;
  const stemmed = stem(word);
  // A word that is its own stem may be half of another one: `dat` is what is left of `date`.
  if (stemmed === word && word.length < 6) return vocabularyOf(library).has(word);
  return library.stems.has(stemmed) || synonymsOf(stemmed).size > 0 || relatedTo(stemmed).length > 0;
}

/** The word meant: one that asks where the slip is short, else an everyday one, if only one is so near. */
function nearestTo(word: string, library: Library): string | undefined {
  if (word.length < 6) {
    const meant = asking.filter((each) => each[0] === word[0] && editDistance(word, each, 1) === 1);
    if (meant.length === 1) return meant[0];
  }
  const most = forgiven(word);
  if (most === 0) return undefined;
  const near = (list: readonly string[] | undefined, within: number): readonly string[] =>
    (list ?? []).filter(
      (each) => Math.abs(each.length - word.length) <= within && editDistance(word, each, within) <= within,
    );
  const first = word[0] ?? '';
  for (let within = 1; within <= most; within++) {
    const found = [
      ...new Set([...near(byLetter.get(first), within), ...near(spellings(library).get(first), within)]),
    ];
    const stems = new Set(found.map(stem));
    if (stems.size === 1) return found[0];
    if (stems.size > 1) return undefined;
  }
  return undefined;
}

/** Words that a text writes with a capital inside a sentence, folded. */
export const capitalised = (question: string): ReadonlySet<string> =>
  new Set((question.match(/(?<!^)\b\p{Lu}[\p{L}'’-]+/gu) ?? []).flatMap((word) => words(word)));
