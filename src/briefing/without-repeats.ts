import { words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';

/** Letters from which a word says something: shorter ones are mostly of the grammar. */
const leastLetters = 4;
/** Two texts that share this much of the shorter one's words tell the same. */
const share = 0.65;
/** With fewer words than this, what two texts share may be chance. */
const fewestWords = 4;

/**
 * Leaves out what an earlier item, or a text that stands elsewhere, has told in nearly the same words: two articles on one
 * remark are one remark to a reader.
 */
export function withoutRepeats<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  elsewhere: readonly string[] = [],
): readonly T[] {
  const told = elsewhere.map(contentOf);
  return items.filter((item) => {
    const content = contentOf(textOf(item));
    if (told.some((other) => isSame(content, other))) return false;
    told.push(content);
    return true;
  });
}

const contentOf = (text: string): ReadonlySet<string> =>
  new Set(words(text).flatMap((word) => (word.length < leastLetters ? [] : [stem(word)])));

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const least = Math.min(one.size, other.size);
  return least >= fewestWords && one.intersection(other).size / least >= share;
}
