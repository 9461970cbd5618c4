import type { Span, TextSpan } from '../../document/model.ts';
import { clean } from '../clean-text.ts';
import { breaker, escapeLineStarts, escapeText, maskedLink } from './escape.ts';

/** How many lines the text may have: one, many, or many with single blank lines between them. */
export type Shape = 'line' | 'lines' | 'paragraphs';

/** Spans as Markdown; characters of theirs that are Markdown mean themselves. Empty when nothing is visible. */
export function renderSpans(spans: readonly Span[], shape: Shape): string {
  let markdown = '';
  for (const span of joinTexts(spans)) markdown += parted(markdown, renderSpan(span));
  const lines = escapeLineStarts(fold(markdown, shape));
  return lines.replaceAll(breaker, '').trim() === '' ? '' : lines;
}

function fold(markdown: string, shape: Shape): string {
  switch (shape) {
    case 'line':
      return markdown.replace(/\s+/g, ' ').trim();
    case 'lines':
      return markdown.replace(/\s*\n\s*/g, '\n').trim();
    case 'paragraphs':
      return markdown
        .replace(/[^\S\n]+\n/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
  }
}

/** A closing mark directly before an opening one, or before a letter, would be misread. */
function parted(before: string, next: string): string {
  const marks = /(?:^|[^\\])(?:\\\\)*[*_`]$/.test(before);
  return marks && /^[*_`\p{L}\p{N}]/u.test(next) ? breaker + next : next;
}

/** One span as Markdown that may stand anywhere but at the start of a line. */
export function renderSpan(span: Span): string {
  switch (span.type) {
    case 'text':
      return styled(clean(span.text), span.style);
    case 'link':
      return maskedLink(span.text, span.url);
    case 'time':
      return `<t:${Math.floor(span.instant.epochMilliseconds / 1000)}:f>`;
    case 'cite':
      return `\\[${span.source}\\]`;
  }
}

function styled(text: string, style: TextSpan['style']): string {
  switch (style) {
    case undefined:
      return escapeText(text);
    case 'strong':
      return wrapLines(escapeText(text), '**');
    case 'emphasis':
      return wrapLines(escapeText(text), '_');
    case 'code':
      return /[`@<\\[\]]/.test(text) ? escapeText(text) : wrapLines(text, '`');
  }
}

/** Marks go round the words of each line: they have no meaning across lines or next to spaces. */
const wrapLines = (markdown: string, mark: string): string =>
  markdown.replace(/^([^\S\n]*)(\S|\S.*\S)([^\S\n]*)$/gm, `$1${mark}$2${mark}$3`);

/** Neighbours of the same style become one, since their marks would touch. */
function joinTexts(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (span.type === 'text' && last?.type === 'text' && span.style === last.style) {
      joined[joined.length - 1] = { ...last, text: last.text + span.text };
    } else joined.push(span);
  }
  return joined;
}
