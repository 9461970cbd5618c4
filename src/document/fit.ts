import type { Block, Document, ListBlock, ListItem, Source, Span } from './model.ts';
import { plainSource } from './plain.ts';

/**
 * The room every platform has in one message, so that the same content shows on all of them.
 * Discord is the narrowest: 4,000 characters over all text displays and 40 components (Components V2),
 * links and markup included.
 */
export interface Room {
  readonly characters: number;
  readonly items: number;
}

export const commonRoom: Room = { characters: 3600, items: 25 };

/**
 * Cuts a document to the room: whole list items go, from the end of the longest list, and are counted in `hidden`;
 * sources that nothing cites any more go with them and the rest are numbered anew. Paragraphs and citations are never cut.
 */
export function fit(document: Document, room: Room = commonRoom): Document {
  // A document that never cites keeps all of its sources.
  const tidy = citedSources(document).size === 0 ? (same: Document): Document => same : renumber;
  let fitted = tidy(capButtons(capItems(document, room.items)));
  while (weigh(fitted) > room.characters) {
    const smaller = dropOneItem(fitted);
    if (smaller === undefined) break;
    fitted = tidy(smaller);
  }
  return fitted;
}

/** Buttons in one row, on every platform. */
const mostButtons = 5;

function capButtons(document: Document): Document {
  const blocks = document.blocks.map((block) =>
    block.type === 'actions' ? { ...block, actions: block.actions.slice(0, mostButtons) } : block,
  );
  return { ...document, blocks };
}

function capItems(document: Document, most: number): Document {
  const blocks = document.blocks.map((block) =>
    block.type === 'list' && block.items.length > most ? keepItems(block, most) : block,
  );
  return { ...document, blocks };
}

/** Keeps the first `count` items; the others are hidden, and the button starts after those kept. */
function keepItems(block: ListBlock, count: number): ListBlock {
  const hidden = (block.hidden ?? 0) + block.items.length - count;
  return { ...block, items: block.items.slice(0, count), hidden };
}

function dropOneItem(document: Document): Document | undefined {
  const lists = document.blocks.filter((block) => block.type === 'list' && block.items.length > 1);
  const longest = lists.reduce<ListBlock | undefined>(
    (best, block) =>
      block.type === 'list' && block.items.length >= (best?.items.length ?? 0) ? block : best,
    undefined,
  );
  if (longest === undefined) return undefined;
  const blocks = document.blocks.map((block) =>
    block === longest ? keepItems(longest, longest.items.length - 1) : block,
  );
  return { ...document, blocks };
}

/** Upper estimate of the characters a message takes on the narrowest platform, markup and links included. */
export function weigh(document: Document): number {
  const blocks = document.blocks.reduce((sum, block) => sum + weighBlock(block), 0);
  const sources = document.sources.reduce((sum, source) => sum + weighSource(source), 0);
  return weighText(document.title ?? '') + blocks + sources;
}

/** Markup characters are escaped with one more each; a line needs a few for its own markup. */
const weighText = (text: string): number =>
  text.length + (text.match(/[\\*_~`|>#<\][()@:-]/g)?.length ?? 0) + 6;

const weighSource = (source: Source): number =>
  weighText(plainSource(source)) + (source.url?.length ?? 0) + 12;

const weighSpans = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + weighSpan(span), 4);

function weighSpan(span: Span): number {
  switch (span.type) {
    case 'text':
      return weighText(span.text);
    case 'link':
      return weighText(span.text) + span.url.length + 8;
    case 'time':
      return weighText(span.text) + 16;
    case 'cite':
      return 6;
  }
}

const weighItem = (item: ListItem): number =>
  weighSpans(item.spans) + (item.detail ? weighSpans(item.detail) : 0) + 6;

function weighBlock(block: Block): number {
  switch (block.type) {
    case 'heading':
      return weighText(block.text) + 4;
    case 'paragraph':
      return weighSpans(block.spans);
    case 'list':
      return block.items.reduce((sum, item) => sum + weighItem(item), 16);
    case 'quote':
      return weighText(block.text) + weighSpans(block.attribution) + 8;
    case 'table':
      return block.rows
        .flat()
        .reduce((sum, cell) => sum + weighSpans(cell) + 4, weighText(block.head.join()));
    // Its words stand beside it and not among the text, on every platform.
    case 'picture':
    case 'divider':
    case 'actions':
      return 0;
  }
}

function citedSources(document: Document): ReadonlySet<number> {
  const cited = new Set<number>();
  for (const spans of spansOf(document)) {
    for (const span of spans) if (span.type === 'cite') cited.add(span.source);
  }
  return cited;
}

const spansOf = (document: Document): readonly (readonly Span[])[] => document.blocks.flatMap(blockSpans);

function blockSpans(block: Block): readonly (readonly Span[])[] {
  switch (block.type) {
    case 'paragraph':
      return [block.spans];
    case 'list':
      return block.items.flatMap((item) => (item.detail ? [item.spans, item.detail] : [item.spans]));
    case 'quote':
      return [block.attribution];
    case 'table':
      return block.rows.flat();
    case 'heading':
    case 'picture':
    case 'divider':
    case 'actions':
      return [];
  }
}

/** Leaves out the sources that are not cited, and numbers the others from 1 in their order. */
function renumber(document: Document): Document {
  const cited = citedSources(document);
  const kept = document.sources.map((_, index) => index + 1).filter((number) => cited.has(number));
  const numbers = new Map(kept.map((number, index) => [number, index + 1]));
  const again = (spans: readonly Span[]): readonly Span[] =>
    spans.map((span) =>
      span.type === 'cite' ? { ...span, source: numbers.get(span.source) ?? span.source } : span,
    );
  return {
    ...document,
    blocks: document.blocks.map((block) => withSpans(block, again)),
    sources: kept.flatMap((number) => document.sources[number - 1] ?? []),
  };
}

function withSpans(block: Block, change: (spans: readonly Span[]) => readonly Span[]): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, spans: change(block.spans) };
    case 'list':
      return { ...block, items: block.items.map((item) => changeItem(item, change)) };
    case 'quote':
      return { ...block, attribution: change(block.attribution) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
    case 'heading':
    case 'picture':
    case 'divider':
    case 'actions':
      return block;
  }
}

const changeItem = (item: ListItem, change: (spans: readonly Span[]) => readonly Span[]): ListItem => ({
  spans: change(item.spans),
  ...(item.detail === undefined ? {} : { detail: change(item.detail) }),
});
