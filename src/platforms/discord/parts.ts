import type {
  AttachedFile,
  Block,
  Document,
  PictureBlock,
  QuoteBlock,
  Source,
  Span,
} from '../../document/model.ts';
import { cut } from '../clean-text.ts';
import { limits, type PayloadFile } from './components.ts';
import { escapeLine } from './escape.ts';
import { longestLine, prefixed } from './lines.ts';
import { renderList } from './render-list.ts';
import { renderSpans } from './render-spans.ts';
import { renderTable } from './render-table.ts';

/** What a message is packed from: nothing in it is parted any further. */
export type Part = TextPart | FilePart | RulePart;

/** Lines that make one text display; where room ends, the lines from there go to the next message. */
export interface TextPart {
  readonly type: 'text';
  readonly lines: readonly string[];
  /** A heading: it stands in the same message as what follows it. */
  readonly leads?: boolean;
}

export interface FilePart {
  readonly type: 'file';
  readonly file: PayloadFile;
  /** The words that say what a picture shows; without them it is a file to download. */
  readonly alt?: string;
}

export interface RulePart {
  readonly type: 'rule';
}

const longestHeading = 250;

/** The parts of a document in their order, without buttons. */
export function partsOf(document: Document): readonly Part[] {
  const title = document.title === undefined ? [] : heading('## ', document.title);
  const files = (document.files ?? []).flatMap(filePart);
  const sources = document.sources.flatMap(renderSource);
  return [...title, ...document.blocks.flatMap(blockParts), ...files, ...textPart(sources)];
}

function blockParts(block: Block): readonly Part[] {
  switch (block.type) {
    case 'heading':
      return heading('### ', block.text);
    case 'paragraph':
      return textPart(
        block.tone === 'quiet'
          ? prefixed(block.spans, 'lines', '-# ')
          : prefixed(block.spans, 'paragraphs', ''),
      );
    case 'list':
      return textPart(renderList(block));
    case 'quote':
      return textPart(renderQuote(block));
    case 'table':
      return textPart(renderTable(block));
    case 'picture':
      return picturePart(block);
    case 'divider':
      return [{ type: 'rule' }];
    case 'actions':
      return [];
  }
}

const textPart = (lines: readonly string[]): readonly TextPart[] =>
  lines.length === 0 ? [] : [{ type: 'text', lines }];

function heading(mark: string, text: string): readonly TextPart[] {
  const words = escapeLine(cut(text, longestHeading));
  return words === '' ? [] : [{ type: 'text', lines: [mark + words], leads: true }];
}

/** Verbatim words between quotation marks, then who said them. */
function renderQuote(block: QuoteBlock): readonly string[] {
  const words = block.text.trim();
  const quoted = words === '' ? [] : prefixed([{ type: 'text', text: `“${words}”` }], 'lines', '> ');
  const by = renderSpans(block.attribution, 'line') === '' ? [] : attribution(block.attribution);
  const lines = [...quoted, ...by];
  const whole = lines.join('\n');
  return whole.length <= longestLine && whole !== '' ? [whole] : lines;
}

const attribution = (spans: readonly Span[]): readonly string[] =>
  prefixed([{ type: 'text', text: '— ' }, ...spans], 'line', '> ');

/** `[n] date · statement · publisher, published` as small print; the publisher is the link. */
function renderSource(source: Source, index: number): readonly string[] {
  const who = [source.publisher, source.published].filter(Boolean).join(', ');
  const words = [source.date, source.statement].filter(Boolean).join(' · ');
  const spans: Span[] = [
    { type: 'cite', source: index + 1 },
    { type: 'text', text: ` ${words}` },
  ];
  if (who !== '' || source.url !== undefined) spans.push({ type: 'text', text: words === '' ? '' : ' · ' });
  spans.push(
    source.url === undefined
      ? { type: 'text', text: who }
      : { type: 'link', text: who || 'link', url: source.url },
  );
  return prefixed(spans, 'line', '-# ');
}

function picturePart(block: PictureBlock): readonly Part[] {
  if (block.png.byteLength > limits.file) return textPart(prefixed([textOf(block.alt)], 'lines', '-# '));
  const file = { name: fileName(block.name, 'picture.png'), contentType: 'image/png', data: block.png };
  return [{ type: 'file', file, alt: cut(block.alt, limits.altText) }];
}

function filePart(file: AttachedFile): readonly Part[] {
  const name = fileName(file.name, 'file');
  if (file.content.byteLength <= limits.file) {
    return [{ type: 'file', file: { name, contentType: file.mediaType, data: file.content } }];
  }
  return textPart([`-# ${escapeLine(`${name} is larger than the 10 MiB that Discord takes.`)}`]);
}

const textOf = (text: string): Span => ({ type: 'text', text });

/** A name that Discord leaves as it is. A name that begins with SPOILER_ would hide the file. */
const fileName = (name: string, otherwise: string): string =>
  name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-._]+|^(SPOILER_)+/g, '')
    .slice(-80) || otherwise;
