import { printable } from '../pictures/printable.ts';

/** Text on one line of CommonMark or GitHub's Markdown, so that no character of it is markup. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~&#$]/g, '\\$&')
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** An http(s) address for `[text](<address>)`; undefined for any other. */
export function markdownAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  return parsed.href.replace(/[<>[\]\\\s]/g, (character) => encodeURIComponent(character));
}
