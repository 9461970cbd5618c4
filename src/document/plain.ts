import type { Block, Document, Source, Span } from './model.ts';

/** A span as plain text; a citation is `[n]`. */
export function plainSpan(span: Span): string {
  switch (span.type) {
    case 'text':
    case 'link':
    case 'time':
      return span.text;
    case 'cite':
      return `[${span.source}]`;
  }
}

export const plainSpans = (spans: readonly Span[]): string => spans.map(plainSpan).join('');

/** The source line without its number: `9 June 2017 · statement · Xinhua, 9 June 2017`. */
export function plainSource(source: Source): string {
  const who = [source.publisher, source.published].filter(Boolean).join(', ');
  return [source.date, source.statement, who].filter(Boolean).join(' · ');
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return plainSpans(block.spans);
    case 'list':
      return plainList(block);
    case 'quote':
      return `“${block.text}” — ${plainSpans(block.attribution)}`;
    case 'table':
      return [block.head.join(' | '), ...block.rows.map((row) => row.map(plainSpans).join(' | '))].join('\n');
    case 'picture':
      return block.alt;
    case 'divider':
    case 'actions':
      return '';
  }
}

function plainList(block: Extract<Block, { type: 'list' }>): string {
  const lines = block.items.map((item, index) => {
    const mark = block.ordered ? `${index + 1}. ` : '';
    const detail = item.detail ? `\n   ${plainSpans(item.detail)}` : '';
    return `${mark}${plainSpans(item.spans)}${detail}`;
  });
  if (block.hidden) lines.push(`+${block.hidden} more`);
  return lines.join('\n');
}

/** The body of a document as a reader sees it, without sources: what `ask` prints as `text`. */
export function plainBody(document: Document): string {
  const parts = [document.title ?? '', ...document.blocks.map(plainBlock)];
  return parts.filter((part) => part !== '').join('\n');
}

/** The whole document as text, sources with links at the end: what the command line prints. */
export function plainDocument(document: Document): string {
  const sources = document.sources.map((source, index) => {
    const url = source.url === undefined ? '' : `\n    ${source.url}`;
    return `[${index + 1}] ${plainSource(source)}${url}`;
  });
  return [plainBody(document), sources.join('\n')].filter((part) => part !== '').join('\n\n');
}
