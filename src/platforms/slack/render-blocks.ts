import type { Block, ListBlock, ListItem, QuoteBlock, Span, TableBlock } from '../../document/model.ts';
import { clean, cleanLine, cut } from '../clean-text.ts';
import type { RichElement, RichSection, RichText, Block as SlackBlock } from './block-kit.ts';
import { quietText, renderQuiet } from './render-context.ts';
import { mostInBlock, renderSpans, section } from './render-spans.ts';

/** One block of the model as blocks of Slack; buttons are gathered elsewhere. */
export function renderBlock(block: Block): readonly SlackBlock[] {
  switch (block.type) {
    case 'heading':
      return richText(strong(cleanLine(block.text)));
    case 'paragraph':
      return block.tone === 'quiet' ? present(renderQuiet(block.spans)) : richText(renderSpans(block.spans));
    case 'list':
      return [...renderList(block), ...present(quietText(block.hidden ? `+${block.hidden} more` : ''))];
    case 'quote':
      return renderQuote(block);
    case 'table':
      return renderTable(block);
    case 'picture':
      return present(quietText(`Picture: ${block.alt}`));
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return [];
  }
}

const present = <T>(block: T | undefined): readonly T[] => (block === undefined ? [] : [block]);

const strong = (text: string): readonly RichText[] =>
  text === '' ? [] : [{ type: 'text', text: cut(text, mostInBlock), style: { bold: true } }];

const richText = (elements: readonly RichElement[]): readonly SlackBlock[] =>
  elements.length === 0 ? [] : [{ type: 'rich_text', elements: [section(elements)] }];

/** A list that is long breaks between items into several blocks; an ordered one goes on counting. */
function renderList(block: ListBlock): readonly SlackBlock[] {
  const items = block.items.map(renderItem).filter((item) => item.elements.length > 0);
  const parts: RichSection[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item.elements);
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = mostInBlock;
    }
    parts.at(-1)?.push(item);
    room -= size;
  }
  let offset = 0;
  return parts.map((elements) => {
    const start = offset;
    offset += elements.length;
    const counted = block.ordered && start > 0 ? { offset: start } : {};
    const style = block.ordered ? 'ordered' : 'bullet';
    return { type: 'rich_text', elements: [{ type: 'rich_text_list', style, ...counted, elements }] };
  });
}

/** An item's second line stands under its first, as part of the same item. */
function renderItem(item: ListItem): RichSection {
  const detail = item.detail === undefined ? [] : renderSpans(item.detail);
  const line = renderSpans(item.spans);
  const gap: readonly RichElement[] =
    detail.length > 0 && line.length > 0 ? [{ type: 'text', text: '\n' }] : [];
  return section([...line, ...gap, ...detail]);
}

const sizeOf = (elements: readonly RichElement[]): number =>
  elements.reduce((sum, each) => sum + (each.type === 'date' ? each.fallback : each.text).length, 0);

/** Verbatim words between quotation marks, then who said them. */
function renderQuote(block: QuoteBlock): readonly SlackBlock[] {
  const words = cut(clean(block.text).trim(), mostInBlock);
  if (words === '') return [];
  const attribution = renderSpans(block.attribution);
  const by: RichSection[] =
    attribution.length === 0 ? [] : [section([{ type: 'text', text: '— ' }, ...attribution])];
  const quoted = { type: 'rich_text_quote', elements: [{ type: 'text', text: `“${words}”` }] } as const;
  return [{ type: 'rich_text', elements: [quoted, ...by] }];
}

/**
 * Rows as items, the cells set apart by dots: Slack's own tables may stand only once in a message, at its end, and a
 * phone has no room for columns.
 */
function renderTable(block: TableBlock): readonly SlackBlock[] {
  const head = richText(strong(block.head.map(cleanLine).filter(Boolean).join(' · ')));
  return [
    ...head,
    ...renderList({ type: 'list', items: block.rows.map((row) => ({ spans: joinCells(row) })) }),
  ];
}

const joinCells = (row: TableBlock['rows'][number]): readonly Span[] =>
  row
    .filter((cell) => cell.length > 0)
    .flatMap((cell, index): readonly Span[] =>
      index === 0 ? cell : [{ type: 'text', text: ' · ' }, ...cell],
    );
