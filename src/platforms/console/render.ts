import type {
  Action,
  AttachedFile,
  Block,
  Document,
  ListBlock,
  ListItem,
  PictureBlock,
  Source,
  Span,
  TableBlock,
} from '../../document/model.ts';
import type { Invocation } from '../../invocation.ts';
import { encodeInvocation } from '../../invocation-codec.ts';
import { escapeHtml, escapeWords, safeAddress } from './escape.ts';

/** Where the HTML stands: `id` makes its anchors unique on the page, `file` gives the address of its nth file. */
export interface Frame {
  readonly id: string;
  readonly file: (index: number) => string;
}

const lone: Frame = { id: 'message', file: (index) => `files/${index}` };

/**
 * A document as one `<article>` of semantic HTML. Everything in it is escaped; it holds no style, no script and no
 * address but http(s) links, its own anchors and the files of the frame. Buttons carry `data-invocation`.
 */
export function renderConsole(document: Document, frame: Frame = lone): string {
  const parts = [
    document.private ? '<p class="only-you">Only you see this</p>' : '',
    document.title ? `<h2>${escapeWords(document.title)}</h2>` : '',
    ...document.blocks.map((block) => renderBlock(block, document, frame)),
    renderFiles(document, frame),
    renderSources(document.sources, frame),
  ];
  const inside = parts.filter((part) => part !== '').join('\n');
  return `<article class="document" data-kind="${document.kind}">\n${inside}\n</article>`;
}

/** What the command line prints for this platform: one payload, its HTML. */
export const renderConsolePayloads = (document: Document): readonly unknown[] => [
  { html: renderConsole(document) },
];

/** The files of a document in the order of their addresses: its pictures, then what is attached. */
export function documentFiles(document: Document): readonly AttachedFile[] {
  const pictures = picturesOf(document).map(({ name, png }) => ({
    name,
    mediaType: 'image/png',
    content: png,
  }));
  return [...pictures, ...(document.files ?? [])];
}

const picturesOf = (document: Document): readonly PictureBlock[] =>
  document.blocks.filter((block) => block.type === 'picture');

function renderBlock(block: Block, document: Document, frame: Frame): string {
  switch (block.type) {
    case 'heading':
      return `<h3>${escapeWords(block.text)}</h3>`;
    case 'paragraph':
      return `<p${block.tone === 'quiet' ? ' class="quiet"' : ''}>${renderSpans(block.spans, frame)}</p>`;
    case 'list':
      return renderList(block, frame);
    case 'quote':
      return `<blockquote>\n<p>“${escapeWords(block.text)}”</p>\n<footer><cite>${renderSpans(block.attribution, frame)}</cite></footer>\n</blockquote>`;
    case 'table':
      return renderTable(block, frame);
    case 'picture':
      return renderPicture(block, frame.file(picturesOf(document).indexOf(block)));
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="actions">\n${block.actions.map(renderAction).join('\n')}\n</div>`;
  }
}

const renderSpans = (spans: readonly Span[], frame: Frame): string =>
  spans.map((span, index) => renderSpan(glued(span, spans[index + 1]), frame)).join('');

/** A citation stays on the line of the words that it is for: the space before it does not break. */
const glued = (span: Span, next: Span | undefined): Span =>
  span.type === 'text' && next?.type === 'cite' ? { ...span, text: span.text.replace(/ $/, '\u00A0') } : span;

function renderSpan(span: Span, frame: Frame): string {
  switch (span.type) {
    case 'text':
      return renderText(escapeWords(span.text), span.style);
    case 'link':
      return renderLink(span.text, span.url);
    case 'time':
      return `<time datetime="${escapeHtml(span.instant.toString())}">${escapeWords(span.text)}</time>`;
    case 'cite':
      return `<a class="citation" href="#${sourceId(span.source, frame)}" aria-label="Source ${span.source}">[${span.source}]</a>`;
  }
}

function renderText(escaped: string, style: 'strong' | 'emphasis' | 'code' | undefined): string {
  switch (style) {
    case undefined:
      return escaped;
    case 'strong':
      return `<strong>${escaped}</strong>`;
    case 'emphasis':
      return `<em>${escaped}</em>`;
    case 'code':
      return `<code>${escaped}</code>`;
  }
}

function renderLink(text: string, url: string | undefined): string {
  const address = safeAddress(url);
  if (address === undefined) return escapeWords(text);
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer" target="_blank">${escapeWords(text)}</a>`;
}

const sourceId = (number: number, frame: Frame): string => `${escapeHtml(frame.id)}-source-${number}`;

function renderList(block: ListBlock, frame: Frame): string {
  const tag = block.ordered ? 'ol' : 'ul';
  const items = block.items.map((item) => renderItem(item, frame)).join('\n');
  const list = block.items.length === 0 ? '' : `<${tag} class="items">\n${items}\n</${tag}>`;
  return [list, renderMore(block)].filter((part) => part !== '').join('\n');
}

function renderItem(item: ListItem, frame: Frame): string {
  const detail = item.detail ? `\n<p class="detail">${renderSpans(item.detail, frame)}</p>` : '';
  return `<li>${renderSpans(item.spans, frame)}${detail}</li>`;
}

function renderMore(block: ListBlock): string {
  if (!block.hidden) return '';
  const label = `+${block.hidden} more`;
  if (!block.more) return `<p class="more">${label}</p>`;
  return `<p class="more">${button(label, moreOf(block.more, block.items.length))}</p>`;
}

/** The invocation that shows what comes after the items shown here. */
function moreOf(more: Invocation, shown: number): Invocation {
  const start = String(Number(more.options.start ?? 0) + shown);
  return { ...more, options: { ...more.options, start } };
}

function renderTable(block: TableBlock, frame: Frame): string {
  const head = block.head.map((cell) => `<th scope="col">${escapeWords(cell)}</th>`).join('');
  const rows = block.rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${renderSpans(cell, frame)}</td>`).join('')}</tr>`,
  );
  return `<div class="table" role="region" aria-label="Table" tabindex="0">\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n</div>`;
}

const renderPicture = (block: PictureBlock, address: string): string =>
  `<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(block.alt)}"></figure>`;

const renderAction = (action: Action): string => button(action.label, action.invocation, action.style);

function button(label: string, invocation: Invocation, style?: Action['style']): string {
  const look = style === undefined ? '' : ` data-style="${style}"`;
  return `<button type="button" data-invocation="${escapeHtml(encodeInvocation(invocation))}"${look}>${escapeWords(label)}</button>`;
}

function renderFiles(document: Document, frame: Frame): string {
  const files = document.files ?? [];
  if (files.length === 0) return '';
  const first = picturesOf(document).length;
  const lines = files.map(
    (file, index) =>
      `<li><a href="${escapeHtml(frame.file(first + index))}" download="${escapeHtml(file.name)}">${escapeWords(file.name)}</a> ${sizeWords(file.content.byteLength)}</li>`,
  );
  return `<ul class="files" aria-label="Files">\n${lines.join('\n')}\n</ul>`;
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KiB`;

function renderSources(sources: readonly Source[], frame: Frame): string {
  if (sources.length === 0) return '';
  const lines = sources.map((source, index) => renderSource(source, index + 1, frame));
  return `<footer>\n<ol class="sources" aria-label="Sources">\n${lines.join('\n')}\n</ol>\n</footer>`;
}

function renderSource(source: Source, number: number, frame: Frame): string {
  const publisher = [source.publisher, source.published].filter(Boolean).join(', ');
  const linked = publisher === '' && source.url !== undefined ? 'Link' : publisher;
  const parts = [escapeWords(source.date), escapeWords(source.statement), renderLink(linked, source.url)];
  const line = parts.filter((part) => part !== '').join(' · ');
  return `<li id="${sourceId(number, frame)}"><span class="number">[${number}]</span> <span>${line}</span></li>`;
}
