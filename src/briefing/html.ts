import type { ListItem, Source, Span, TableBlock } from '../document/model.ts';
import { escapeHtml, webAddress } from '../pictures/escape-html.ts';
import type { Drawing } from '../pictures/model.ts';
import { dateWords } from '../text/date-words.ts';
import { editionWords, leftOutWords } from './footing.ts';
import { glueCites } from './glue-cites.ts';
import type { Briefing, BriefingSection, Piece } from './model.ts';
import { pageStyle } from './page-style.ts';

/** Pictures already drawn, as `<svg>` elements that hold escaped text. One that is missing is told in words. */
export type DrawnPictures = ReadonlyMap<Drawing, string>;

/** A briefing as one page that needs no other file and runs nothing. */
export function renderHtml(briefing: Briefing, pictures: DrawnPictures): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(briefing.title)}</title>
<style>${pageStyle}</style>
</head>
<body id="edition-${escapeHtml(briefing.edition.id)}">
<header>
<h1>${escapeHtml(briefing.title)}</h1>
<p class="quiet">As of ${escapeHtml(dateWords(briefing.edition.asOf))}</p>
</header>
<main>
${briefing.sections.map((section) => renderSection(section, pictures)).join('\n')}
<section>
<h2 id="sources">Sources</h2>
<ul class="sources">
${briefing.sources.map(renderSource).join('\n')}
</ul>
</section>
</main>
<footer>
${[leftOutWords(briefing), editionWords(briefing)]
  .filter((line) => line !== '')
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join('\n')}${renderAddress(briefing.edition.link)}
</footer>
</body>
</html>
`;
}

/** Printed in full: on paper nobody can press a link. */
const renderAddress = (link: string | undefined): string =>
  link === undefined ? '' : `\n<p>Its page: ${renderLink(link, link)}</p>`;

const renderSection = ({ heading, pieces }: BriefingSection, pictures: DrawnPictures): string =>
  `<section>\n${heading === '' ? '' : `<h2>${escapeHtml(heading)}</h2>\n`}${pieces.map((piece) => renderPiece(piece, pictures)).join('\n')}\n</section>`;

function renderPiece(piece: Piece, pictures: DrawnPictures): string {
  switch (piece.type) {
    case 'paragraph':
      return `<p${piece.tone === 'quiet' ? ' class="quiet"' : ''}>${renderSpans(piece.spans)}</p>`;
    case 'list':
      return `<ul>\n${piece.items.map(renderItem).join('\n')}\n</ul>${renderMore(piece.hidden)}`;
    case 'quote':
      return `<blockquote>\n<p>“${escapeHtml(piece.text)}”</p>\n<footer>${renderSpans(piece.attribution)}</footer>\n</blockquote>`;
    case 'table':
      return renderTable(piece);
    case 'drawing':
      return renderDrawing(piece.drawing, pictures);
  }
}

function renderDrawing(drawing: Drawing, pictures: DrawnPictures): string {
  const words = escapeHtml(drawing.alt);
  const svg = pictures.get(drawing);
  if (svg === undefined) return `<p class="quiet">In a picture: ${words}</p>`;
  return `<figure>\n${svg}\n<details><summary>The picture in words</summary>${words}</details>\n</figure>`;
}

function renderItem(item: ListItem): string {
  const detail = item.detail ? `<span class="detail">${renderSpans(item.detail)}</span>` : '';
  return `<li>${renderSpans(item.spans)}${detail}</li>`;
}

const renderMore = (hidden: number | undefined): string =>
  hidden === undefined ? '' : `\n<p class="more">+${hidden} more in the data</p>`;

const renderSpans = (spans: readonly Span[]): string => glueCites(spans).map(renderSpan).join('').trim();

function renderSpan(span: Span): string {
  switch (span.type) {
    case 'text':
      return span.style === 'strong' ? `<strong>${escapeHtml(span.text)}</strong>` : escapeHtml(span.text);
    case 'time':
      return escapeHtml(span.text);
    case 'link':
      return renderLink(span.text, span.url);
    case 'cite':
      return `<a class="cite" href="#source-${span.source}">[${span.source}]</a>`;
  }
}

function renderLink(words: string, url: string | undefined): string {
  const address = url === undefined ? undefined : webAddress(url);
  if (address === undefined) return escapeHtml(words);
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeHtml(words)}</a>`;
}

function renderTable(table: TableBlock): string {
  const head = table.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${renderSpans(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="table"><table class="numbers">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
}

function renderSource(source: Source, index: number): string {
  const publisher = [source.publisher, source.published].filter(Boolean).join(', ');
  const parts = [escapeHtml(source.date), escapeHtml(source.statement), renderLink(publisher, source.url)];
  const line = parts.filter((part) => part !== '').join(' · ');
  return `<li id="source-${index + 1}"><span class="number">[${index + 1}]</span>${line}</li>`;
}
