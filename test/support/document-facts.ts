import { fit as cutToSize } from '../../src/document/fit.ts';
import type { Action, Block, Document, ListItem, Span } from '../../src/document/model.ts';
import { plainSpans } from '../../src/document/plain.ts';

/** Buttons of a document, those that show the rest of a list among them. */
export const actionsOf = (document: Document): readonly Action[] =>
  document.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));

export const itemsOf = (document: Document): readonly ListItem[] =>
  document.blocks.flatMap((block) => (block.type === 'list' ? block.items : []));

/** Lines of all lists as text. */
export const linesOf = (document: Document): readonly string[] =>
  itemsOf(document).map((item) => plainSpans(item.spans));

export const headingsOf = (document: Document): readonly string[] =>
  document.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));

/** The items under a heading. */
export function under(document: Document, heading: string): readonly string[] {
  const at = document.blocks.findIndex((block) => block.type === 'heading' && block.text.startsWith(heading));
  const list = document.blocks
    .slice(at + 1)
    .find((block) => block.type === 'list' || block.type === 'heading');
  return at < 0 || list?.type !== 'list' ? [] : list.items.map((item) => plainSpans(item.spans));
}

/** The first paragraph as text. */
export function firstLine(document: Document): string {
  const first = document.blocks.find((block) => block.type === 'paragraph');
  return first?.type === 'paragraph' ? plainSpans(first.spans) : '';
}

const citesIn = (spans: readonly Span[]): readonly number[] =>
  spans.flatMap((span) => (span.type === 'cite' ? [span.source] : []));

function spansIn(block: Block): readonly (readonly Span[])[] {
  switch (block.type) {
    case 'paragraph':
      return [block.spans];
    case 'list':
      return block.items.flatMap((item) => [item.spans, item.detail ?? []]);
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

/** Headings over lists that state no fact of the world: what is missing, what can be typed. */
const plainHeadings = ['What the desk does not know'];

/** Faults of the evidence of a document, before and after it is cut to size; empty when every line is cited and every citation leads somewhere. */
export const evidenceFaults = (document: Document): readonly string[] =>
  [document, cutToSize(document)].flatMap((each) => [...uncitedLines(each), ...deadCites(each)]);

function uncitedLines(document: Document): readonly string[] {
  let heading = '';
  return document.blocks.flatMap((block) => {
    if (block.type === 'heading') heading = block.text;
    if (block.type === 'quote' && citesIn(block.attribution).length === 0) return [`uncited: ${block.text}`];
    if (block.type !== 'list' || plainHeadings.includes(heading)) return [];
    return block.items
      .filter((item) => citesIn(item.spans).length === 0)
      .map((item) => `uncited: ${plainSpans(item.spans)}`);
  });
}

function deadCites(document: Document): readonly string[] {
  return document.blocks
    .flatMap(spansIn)
    .flatMap(citesIn)
    .flatMap((number) => {
      const source = document.sources[number - 1];
      if (source === undefined) return [`[${number}] leads nowhere`];
      return source.publisher === '' || source.statement === '' ? [`[${number}] is empty`] : [];
    });
}
