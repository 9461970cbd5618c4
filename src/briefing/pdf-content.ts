import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ListItem, Source, Span, TableBlock } from '../document/model.ts';
import { webAddress } from '../pictures/escape-html.ts';
import { fontRuns } from '../pictures/font-runs.ts';
import type { Drawing } from '../pictures/model.ts';
import { printable } from '../pictures/printable.ts';
import { chinese, indian } from '../pictures/scripts.ts';
import { dateWords } from '../text/date-words.ts';
import { editionWords, leftOutWords } from './footing.ts';
import { glueCites } from './glue-cites.ts';
import type { Briefing, BriefingSection, Piece } from './model.ts';

/** Pictures already drawn, as `<svg>` elements in the fonts that ship. One that is missing is told in words. */
export type PrintPictures = ReadonlyMap<Drawing, string>;

/** Families of the fonts that ship, as the typesetter is told them. */
export type Family = 'Western' | 'Devanagari' | 'Chinese';

const soft = '#625d54';
const rule = '#d5cec2';
const blue = '#1d4f80';
/** Margins of the page in points. */
const page = { side: 56, top: 56, bottom: 62 } as const;
const pictureWidth = 290;

/** What the typesetter sets: the sections, then the sources, with a footer on every page. */
export function pdfDefinition(briefing: Briefing, pictures: PrintPictures): TDocumentDefinitions {
  const { edition } = briefing;
  return {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    language: 'en-GB',
    displayTitle: true,
    content: [
      { text: runs(briefing.title), style: 'title' },
      { text: `As of ${dateWords(edition.asOf)}`, style: 'quiet' },
      ...briefing.sections.flatMap((section) => sectionContent(section, pictures)),
      heading('Sources'),
      ...briefing.sources.map(sourceContent),
      ...closing(briefing),
    ],
    footer: (current, pages) => footer(briefing, current, pages),
    pageBreakBefore: standsAlone,
    defaultStyle: { font: 'Western', fontSize: 9.5, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 19, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 3] },
      heading: { fontSize: 12.5, bold: true, color: blue, margin: [0, 15, 0, 4] },
      quiet: { fontSize: 8.5, color: soft },
      source: { fontSize: 8, margin: [0, 0, 0, 2.5] },
    },
  };
}

function sectionContent({ heading: words, pieces }: BriefingSection, pictures: PrintPictures): Content[] {
  return [heading(words), ...pieces.map((piece) => pieceContent(piece, pictures))];
}

const heading = (words: string): Content => ({
  text: runs(words),
  style: 'heading',
  outline: true,
  outlineText: words,
  headlineLevel: 1,
});

/** A heading never stands at the foot of a page, nor two of them one under the other. */
const standsAlone: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (node, query) =>
  node.headlineLevel !== undefined &&
  query.getPreviousNodesOnPage().length > 0 &&
  query.getFollowingNodesOnPage().every((next) => next.headlineLevel !== undefined);

function pieceContent(piece: Piece, pictures: PrintPictures): Content {
  switch (piece.type) {
    case 'paragraph':
      return {
        text: spansContent(piece.spans),
        margin: [0, 2, 0, 2],
        ...(isSubheading(piece) ? { headlineLevel: 2 } : {}),
        ...(piece.tone === 'quiet' ? { style: 'quiet' } : {}),
      };
    case 'list':
      return {
        stack: [...piece.items.map(itemContent), ...moreContent(piece.hidden)],
      };
    case 'quote':
      return quoteContent(piece.text, piece.attribution);
    case 'table':
      return tableContent(piece);
    case 'drawing':
      return drawingContent(piece.drawing, pictures);
  }
}

/** A paragraph that is one run of strong text heads what comes after it. */
const isSubheading = ({ spans }: { readonly spans: readonly Span[] }): boolean =>
  spans.length > 0 && spans.every((span) => span.type === 'text' && span.style === 'strong');

const moreContent = (hidden: number | undefined): Content[] =>
  hidden === undefined
    ? []
    : [{ text: `+${hidden} more in the data`, style: 'quiet', margin: [10, 0, 0, 2] }];

const itemContent = (item: ListItem): Content => ({
  columns: [
    { text: '–', width: 10, color: soft },
    {
      width: '*',
      stack: [
        { text: spansContent(item.spans) },
        ...(item.detail === undefined ? [] : [{ text: spansContent(item.detail), style: 'quiet' } as const]),
      ],
    },
  ],
  margin: [0, 1.5, 0, 1.5],
  unbreakable: true,
});

const quoteContent = (words: string, attribution: readonly Span[]): Content => ({
  table: {
    widths: ['*'],
    body: [
      [
        {
          stack: [
            { text: runs(`“${words}”`), fontSize: 11 },
            { text: spansContent(attribution), style: 'quiet' },
          ],
        },
      ],
    ],
    dontBreakRows: true,
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (index) => (index === 0 ? 2 : 0),
    vLineColor: () => blue,
    paddingLeft: () => 9,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  },
  margin: [0, 4, 0, 5],
});

/** Of figures: as of when, what, how much, source. */
const columnWidths = [70, '*', 95, 'auto'] as const;

const tableContent = (table: TableBlock): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: table.head.map((_, index) => columnWidths[index] ?? '*'),
    body: [
      table.head.map((cell) => ({ text: runs(cell), bold: true, color: soft, fontSize: 8.5 })),
      ...table.rows.map((row) => row.map((cell) => ({ text: spansContent(cell) }))),
    ],
  },
  layout: {
    hLineWidth: (index) => (index === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => rule,
    paddingLeft: (index) => (index === 0 ? 0 : 6),
    paddingRight: () => 6,
    paddingTop: () => 2.5,
    paddingBottom: () => 2,
  },
  margin: [0, 2, 0, 4],
});

function drawingContent(drawing: Drawing, pictures: PrintPictures): Content {
  const svg = pictures.get(drawing);
  if (svg === undefined) return { text: runs(`In a picture: ${drawing.alt}`), style: 'quiet' };
  return { svg, font: 'Western', width: pictureWidth, margin: [0, 6, 0, 6] };
}

/** Text that begins a node of its own, so that a citation can lead to it. */
function sourceContent(source: Source, index: number): Content {
  const publisher = [source.publisher, source.published].filter(Boolean).join(', ');
  const words = [source.date, source.statement].filter((part) => part !== '').join(' · ');
  return {
    columns: [
      { text: `[${index + 1}]`, width: 26, color: soft, id: `source-${index + 1}` },
      { text: [...runs(`${words} · `), ...linked(publisher, source.url)], width: '*' },
    ],
    style: 'source',
    unbreakable: true,
  };
}

const closing = (briefing: Briefing): Content[] =>
  [leftOutWords(briefing), editionWords(briefing)]
    .filter((line) => line !== '')
    .map((line): Content => ({ text: runs(line), style: 'quiet', margin: [0, 8, 0, 0] }));

const footer = ({ about, edition }: Briefing, current: number, pages: number): Content => ({
  columns: [
    {
      text: runs(
        `${about} · edition ${edition.id} · data ${edition.dataVersion} · as of ${dateWords(edition.asOf)}`,
      ),
      width: '*',
    },
    { text: `${current} / ${pages}`, width: 'auto', alignment: 'right' },
  ],
  columnGap: 12,
  margin: [page.side, 22, page.side, 0],
  fontSize: 7.5,
  color: soft,
});

interface Run {
  readonly text: string;
  readonly font: Family;
  readonly bold?: boolean;
  readonly color?: string;
  readonly link?: string;
  readonly linkToDestination?: string;
}

const spansContent = (spans: readonly Span[]): Run[] => glueCites(spans).flatMap(spanRuns);

function spanRuns(span: Span): Run[] {
  switch (span.type) {
    case 'text':
      return span.style === 'strong'
        ? runs(span.text).map((run) => ({ ...run, bold: true }))
        : runs(span.text);
    case 'time':
      return runs(span.text);
    case 'link':
      return linked(span.text, span.url);
    case 'cite':
      return [
        {
          text: `[${span.source}]`,
          font: 'Western',
          color: blue,
          linkToDestination: `source-${span.source}`,
        },
      ];
  }
}

function linked(words: string, url: string | undefined): Run[] {
  const address = url === undefined ? undefined : webAddress(url);
  return address === undefined
    ? runs(words)
    : runs(words).map((run) => ({ ...run, color: blue, link: address }));
}

const families: Parameters<typeof fontRuns<Family>>[1] = [
  {
    name: 'Western',
    covers: (point) =>
      !indian.test(String.fromCodePoint(point)) && !chinese.test(String.fromCodePoint(point)),
  },
  { name: 'Devanagari', covers: (point) => indian.test(String.fromCodePoint(point)) },
  { name: 'Chinese', covers: () => true },
];

/** A text in the fonts that have its characters. */
const runs = (words: string): Run[] => fontRuns(printable(words), families).map((run) => ({ ...run }));
