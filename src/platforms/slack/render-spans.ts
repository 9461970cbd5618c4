import type { Span, TextSpan } from '../../document/model.ts';
import { plainSpan, plainSpans } from '../../document/plain.ts';
import { clean, cut } from '../clean-text.ts';
import type { RichElement, RichSection, RichText } from './block-kit.ts';
import { hostLabel, safeUrl } from './escape.ts';

/** No page gives a limit for rich text; a section of text holds 3,000 characters, so we stay below that. */
export const mostInBlock = 2900;

/** A paragraph's spans as rich text: markup characters in it mean themselves. Empty when nothing is visible. */
export function renderSpans(spans: readonly Span[]): readonly RichElement[] {
  const short = shortenSpans(spans, mostInBlock);
  const elements = joinTexts(short.map(renderSpan).filter(isVisible));
  if (elements.length <= mostElements && JSON.stringify(elements).length <= mostJson) return elements;
  return [{ type: 'text', text: clean(plainSpans(short)) }];
}

/** A paragraph that changes its style more often than this, or has long addresses, is drawn without: they cost room. */
const mostElements = 80;
const mostJson = 8_000;

export const section = (elements: readonly RichElement[]): RichSection => ({
  type: 'rich_text_section',
  elements,
});

function renderSpan(span: Span): RichElement {
  switch (span.type) {
    case 'text':
      return styled(clean(span.text), span.style);
    case 'cite':
      return { type: 'text', text: plainSpan(span) };
    case 'link':
      return renderLink(clean(span.text), safeUrl(span.url));
    case 'time':
      return {
        type: 'date',
        timestamp: Math.floor(span.instant.epochMilliseconds / 1000),
        format: '{date_short_pretty} at {time}',
        fallback: clean(span.text) || span.instant.toString({ smallestUnit: 'minute' }),
      };
  }
}

function renderLink(text: string, url: string | undefined): RichElement {
  if (url === undefined) return { type: 'text', text };
  return { type: 'link', url, text: text.trim() === '' ? hostLabel(url) : text };
}

function styled(text: string, style: TextSpan['style']): RichText {
  switch (style) {
    case undefined:
      return { type: 'text', text };
    case 'strong':
      return { type: 'text', text, style: { bold: true } };
    case 'emphasis':
      return { type: 'text', text, style: { italic: true } };
    case 'code':
      return { type: 'text', text, style: { code: true } };
  }
}

const isVisible = (element: RichElement): boolean => element.type !== 'text' || element.text !== '';

/** Neighbours of the same style become one element, which keeps the message small. */
function joinTexts(elements: readonly RichElement[]): readonly RichElement[] {
  const joined: RichElement[] = [];
  for (const element of elements) {
    const last = joined.at(-1);
    if (last?.type === 'text' && element.type === 'text' && sameStyle(last, element)) {
      joined[joined.length - 1] = { ...last, text: last.text + element.text };
    } else joined.push(element);
  }
  return joined;
}

const sameStyle = (one: RichText, other: RichText): boolean =>
  JSON.stringify(one.style) === JSON.stringify(other.style);

/**
 * Spans of at most `most` characters. Text is cut between graphemes; what follows the cut goes, except citations:
 * they are never cut, and each source that has not been named yet is named after the cut.
 */
function shortenSpans(spans: readonly Span[], most: number): readonly Span[] {
  const lengths = spans.map((span) => plainSpan(span).length);
  if (lengths.reduce((sum, length) => sum + length, 0) <= most) return spans;
  const room = most - 200;
  const kept: Span[] = [];
  let used = 0;
  for (const [index, span] of spans.entries()) {
    const length = lengths[index] ?? 0;
    if (used + length > room) {
      const rest = spans.slice(index);
      return [...kept, ...partOf(span, room - used), ...uncited(kept, rest)];
    }
    kept.push(span);
    used += length;
  }
  return kept;
}

const partOf = (span: Span, room: number): readonly Span[] =>
  span.type === 'text'
    ? [{ ...span, text: cut(span.text, Math.max(room, 1)) }]
    : [{ type: 'text', text: '…' }];

function uncited(kept: readonly Span[], rest: readonly Span[]): readonly Span[] {
  const named = new Set(kept.flatMap((span) => (span.type === 'cite' ? [span.source] : [])));
  const missing = new Set(rest.flatMap((span) => (span.type === 'cite' ? [span.source] : [])));
  return [...missing.difference(named)].slice(0, 30).map((source) => ({ type: 'cite', source }));
}
