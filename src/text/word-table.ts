/** A word as it is written, and small. */
export interface Word {
  readonly text: string;
  readonly lower: string;
}

/** A power of two. */
const size = 1 << 14;
/** Longer pieces of a text keep the whole text in memory (V8 makes them slices of it), so they are not kept. */
const longest = 12;

/**
 * The words that were met last, each in a slot by its letters. Texts consist of the same words again and again; finding one
 * here makes no new string, and whatever looks it up later has its hash already.
 */
const slots: (Word | undefined)[] = Array.from({ length: size });

/**
 * @param mix a number made of the letters of the word, the same for the same letters
 * @returns the word that a text has from `start` to `end`
 */
export function wordIn(text: string, start: number, end: number, mix: number): Word {
  if (end - start > longest) return wordOf(text.slice(start, end));
  const slot = mix & (size - 1);
  const known = slots[slot];
  if (known !== undefined && known.text.length === end - start && text.startsWith(known.text, start))
    return known;
  const word = wordOf(text.slice(start, end));
  slots[slot] = word;
  return word;
}

/** The parts of an abbreviation belong together: `U. S.` → `u.s.`. */
export const wordOf = (text: string): Word => ({
  text,
  lower: (text.includes(' ') ? text.replaceAll(' ', '') : text).toLowerCase(),
});
