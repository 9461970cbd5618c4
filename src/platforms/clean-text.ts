/**
 * Controls, soft hyphens, zero-width marks, direction marks and overrides, tag characters: nothing that a reader sees,
 * all of it able to hide or turn round what she sees. Line feeds stay, and the mark that makes a symbol an emoji.
 */
const invisible = /(?!\n|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Joiners belong to the spelling in these scripts, and hold emoji together. */
const joined =
  /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Mongolian}\p{Extended_Pictographic}]$/u;

/** Text as data: well-formed, without invisible characters; `\n` is the only control left. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(invisible, (mark: string, at: number, whole: string) =>
      keepsJoiner(mark, at, whole) ? mark : '',
    );
}

/** Whether a joiner stands between two characters that it really joins. */
function keepsJoiner(mark: string, at: number, whole: string): boolean {
  if (mark !== '\u200c' && mark !== '\u200d') return false;
  const before = Array.from(whole.slice(Math.max(0, at - 6), at).replace(/[\ufe0f\p{M}\p{EMod}]+$/u, '')).at(
    -1,
  );
  const after = Array.from(whole.slice(at + 1, at + 3))[0];
  return joined.test(before ?? '') && joined.test(after ?? '');
}

/** Clean text on one line. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character each. */
export const graphemes = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** At most `most` UTF-16 code units, cut between graphemes, with `…` where something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = 0;
  for (const { index, segment } of segmenter.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most - 1) break;
    kept = index + segment.length;
  }
  return `${text.slice(0, kept).trimEnd()}…`;
}
