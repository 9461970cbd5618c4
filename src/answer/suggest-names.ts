import { editDistance } from '../text/edit-distance.ts';
import { fold, words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { stopWords } from './lexicon/stop-words.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';

const most = 3;
/** Share of its letters by which a name may differ and still be near. */
const slips = 0.3;

/**
 * "Did you mean": names of the data near to those in a question that are not known here, best first, at most three.
 * Only words written as names count, or all words of a question without a capital letter that mean nothing here.
 */
export function suggestNames(question: string, library: Library): readonly string[] {
  const near = unknownNames(question, library).flatMap((word) => nearest(word, library));
  const best = near.sort(
    (left, right) => left.distance - right.distance || (left.name < right.name ? -1 : 1),
  );
  return [...new Set(best.map((each) => each.name))].slice(0, most);
}

function unknownNames(question: string, library: Library): readonly string[] {
  const said = question.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const named = said.filter((word, at) => at > 0 && /^\p{Lu}/u.test(word));
  return (named.length > 0 ? named : said)
    .flatMap((word) => words(word))
    .filter((word) => isUnknown(word, library));
}

const isUnknown = (word: string, library: Library): boolean =>
  word.length >= 4 &&
  !stopWords.has(word) &&
  !library.gazetteer.longest.has(word) &&
  !library.stems.has(stem(word)) &&
  synonymsOf(stem(word)).size === 0;

interface Near {
  readonly name: string;
  readonly distance: number;
}

function nearest(word: string, library: Library): readonly Near[] {
  const allowed = Math.max(1, Math.floor(word.length * slips));
  return [...library.gazetteer.entities.values()].flatMap((entity): Near[] => {
    const parts = [entity.name, ...entity.aliases].flatMap((name) => [
      ...words(name),
      fold(name).replaceAll(' ', ''),
    ]);
    const distance = Math.min(
      ...parts.filter((part) => part[0] === word[0]).map((part) => editDistance(word, part, allowed)),
    );
    return distance <= allowed ? [{ name: entity.name, distance }] : [];
  });
}
