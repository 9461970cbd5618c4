import type { ListItem, Source, Span, TableBlock } from '../document/model.ts';
import { escapeMarkdown, markdownAddress } from './escape-markdown.ts';
import { editionWords, leftOutWords } from './footing.ts';
import type { Briefing, BriefingSection, Piece } from './model.ts';

/** A briefing as Markdown: plain to read as it stands, pictures told in words. */
export function renderMarkdown(briefing: Briefing): string {
  const parts = [
    `# ${escapeMarkdown(briefing.title)}`,
    ...briefing.sections.flatMap(renderSection),
    '## Sources',
    briefing.sources.map(renderSource).join('\n'),
    '---',
    ...[leftOutWords(briefing), editionWords(briefing)].filter((line) => line !== '').map(escapeMarkdown),
    ...(briefing.edition.link === undefined
      ? []
      : [`Its page: ${renderLink(briefing.edition.link, briefing.edition.link)}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const renderSection = ({ heading, pieces }: BriefingSection): readonly string[] => [
  `## ${escapeMarkdown(heading)}`,
  ...pieces.map(renderPiece),
];

function renderPiece(piece: Piece): string {
  switch (piece.type) {
    case 'paragraph':
      return renderSpans(piece.spans);
    case 'list':
      return [...piece.items.map(renderItem), ...more(piece.hidden)].join('\n');
    case 'quote':
      return `> “${escapeMarkdown(piece.text)}”\n>\n> — ${renderSpans(piece.attribution)}`;
    case 'table':
      return renderTable(piece);
    case 'drawing':
      return `*In a picture:* ${escapeMarkdown(piece.drawing.alt)}`;
  }
}

const renderItem = (item: ListItem): string =>
  `- ${renderSpans(item.spans)}${item.detail ? `  \n  ${renderSpans(item.detail)}` : ''}`;

const more = (hidden: number | undefined): readonly string[] =>
  hidden === undefined ? [] : [`- *+${hidden} more in the data*`];

const renderSpans = (spans: readonly Span[]): string => spans.map(renderSpan).join('').trim();

function renderSpan(span: Span): string {
  switch (span.type) {
    case 'text':
      return span.style === 'strong' ? `**${escapeMarkdown(span.text)}**` : escapeMarkdown(span.text);
    case 'time':
      return escapeMarkdown(span.text);
    case 'link':
      return renderLink(span.text, span.url);
    case 'cite':
      return `[${span.source}]`;
  }
}

function renderLink(words: string, url: string | undefined): string {
  const address = url === undefined ? undefined : markdownAddress(url);
  return address === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](<${address}>)`;
}

function renderTable(table: TableBlock): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(table.head.map(escapeMarkdown)),
    row(table.head.map(() => '---')),
    ...table.rows.map((cells) => row(cells.map(renderSpans))),
  ].join('\n');
}

/** `[3] 9 June 2017 · statement · Xinhua, 9 June 2017`: numbered by hand, as renderers count lists as they like. */
function renderSource(source: Source, index: number): string {
  const publisher = [source.publisher, source.published].filter(Boolean).join(', ');
  const parts = [
    escapeMarkdown(source.date),
    escapeMarkdown(source.statement),
    renderLink(publisher, source.url),
  ];
  return `- \\[${index + 1}\\] ${parts.filter((part) => part !== '').join(' · ')}`;
}
