import { clean, cleanLine } from '../clean-text.ts';

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
