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

/** Breaks a ping that no backslash breaks, and parts styled runs. The only invisible character we write. */
export const breaker = '\u200b';

/**
 * Clean text as Markdown that reads the same wherever it stands but at the start of a line (see `escapeLineStarts`):
 * no styles, spoilers, links, mentions, timestamps or emoji names, and no bare address that Discord would link or unfurl.
 * Discord looks for the end of a link's label without regard to escapes, so no `(` may follow a `]`, be it another span's.
 * Discord's rule is that a backslash takes the meaning of any character but letters, digits and spaces.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*_~`|<>#[\]]/g, '\\$&')
    .replace(/(^|\\\])\(/g, '$1\\(')
    .replace(/:(?=\/\/|[^\s:]+:|[^\s:\d][^\s:]*$)/g, '\\:')
    .replace(/(dis(?:cord(?:app)?)?|dsc)\.(?=\w)/gi, '$1\\.')
    .replace(/@(?=everyone|here)/gi, `@${breaker}`);
}

/** Takes the meaning of list marks at the starts of lines; all other line marks are escaped everywhere. */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .replace(/^([^\S\n]*)([-+])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
}

/** Text of one line as Markdown that reads the same anywhere. */
export const escapeLine = (text: string): string => escapeLineStarts(escapeText(cleanLine(text)));

/** A longer address is shown as text only. */
const longestUrl = 1000;

/**
 * An absolute http(s) address without credentials in which no character can end a masked link or ping;
 * undefined for anything else.
 */
export function safeUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  const href = parsed.href.replace(/[()<>[\]{}|\\^"'`\s]|@(?=everyone|here)/gi, percent);
  return href.length <= longestUrl ? href : undefined;
}

const percent = (character: string): string =>
  Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');

/**
 * A masked link; where the address is not safe to link, the label as text.
 * Discord reads no escapes of brackets in a label, so they become parentheses, and it links no label that looks like
 * an address, so the link follows such a label.
 */
export function maskedLink(label: string, url: string): string {
  const words = clean(label).replace(/\s+/g, ' ');
  const address = safeUrl(url);
  if (address === undefined) return escapeText(words);
  if (words.trim() === '') return `[link](<${address}>)`;
  if (/:\/\/|dis(?:cord(?:app)?)?\.|dsc\./i.test(words)) return `${escapeText(words)} [link](<${address}>)`;
  return `[${escapeText(words.replaceAll('[', '(').replaceAll(']', ')'))}](<${address}>)`;
}
