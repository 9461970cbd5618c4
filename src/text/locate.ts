/** Where some words stand in a text. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

const same: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]/, "'"],
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/, '"'],
  [/[\u2010-\u2015\u2212]/, '-'],
];

/** One character in the form in which words are compared: one kind of quotation mark, hyphen and space. */
function plain(character: string): string {
  if (/\s/.test(character)) return ' ';
  return same.find(([pattern]) => pattern.test(character))?.[1] ?? character;
}

/** A text with runs of white space as one space, and where each of its characters stood. */
function flatten(text: string): { readonly flat: string; readonly at: readonly number[] } {
  let flat = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = plain(text.charAt(index));
    if (character === ' ' && (flat === '' || flat.endsWith(' '))) continue;
    flat += character;
    at.push(index);
  }
  return { flat, at };
}

/**
 * Finds words in a text that stand there verbatim, but for white space and the kind of quotation marks and hyphens, and
 * neither begin nor end within a word. The first place counts.
 */
export function createLocate(text: string): (words: string) => Located | undefined {
  const { flat, at } = flatten(text);
  return (words) => {
    const wanted = flatten(words).flat.trim();
    if (wanted === '') return undefined;
    for (let from = flat.indexOf(wanted); from >= 0; from = flat.indexOf(wanted, from + 1)) {
      const until = from + wanted.length;
      if (isWithinWord(flat, from) || isWithinWord(flat, until)) continue;
      return { start: at[from] ?? 0, end: (at[until - 1] ?? 0) + 1 };
    }
    return undefined;
  };
}

const isWithinWord = (flat: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(flat.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(flat.charAt(at));
