import type { Content } from 'pdfmake/interfaces.js';
import type { ListItem, Span, TableBlock } from '../document/model.ts';
import type { Drawing } from '../pictures/model.ts';
import type { Piece } from './model.ts';
import { runs, spansContent } from './pdf-runs.ts';
import { pdfColours } from './pdf-style.ts';

/** Pictures already drawn, as `<svg>` elements in the fonts that ship. One that is missing is told in words. */
export type PrintPictures = ReadonlyMap<Drawing, string>;

/** Points. */
const pictureWidth = 290;

/** A piece of a section as the typesetter takes it. */
export function pieceContent(piece: Piece, pictures: PrintPictures): Content {
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
    { text: '–', width: 10, color: pdfColours.soft },
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
    vLineColor: () => pdfColours.blue,
    paddingLeft: () => 9,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  },
  margin: [0, 4, 0, 5],
});

/** Of figures: as of when, what, how much, source. */
const columnWidths = [82, '*', 95, 'auto'] as const;

const tableContent = (table: TableBlock): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: table.head.map((_, index) => columnWidths[index] ?? '*'),
    body: [
      table.head.map((cell) => ({ text: runs(cell), bold: true, color: pdfColours.soft, fontSize: 8.5 })),
      ...table.rows.map((row) => row.map((cell) => ({ text: spansContent(cell) }))),
    ],
  },
  layout: {
    hLineWidth: (index) => (index === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => pdfColours.rule,
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
