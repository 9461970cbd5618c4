import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Source } from '../document/model.ts';
import { dateWords } from '../text/date-words.ts';
import { editionWords, leftOutWords } from './footing.ts';
import type { Briefing, BriefingSection } from './model.ts';
import { type PrintPictures, pieceContent } from './pdf-pieces.ts';
import { linked, runs } from './pdf-runs.ts';
import { pdfColours } from './pdf-style.ts';

/** Margins of the page in points. */
const page = { side: 56, top: 56, bottom: 62 } as const;

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
      heading: { fontSize: 12.5, bold: true, color: pdfColours.blue, margin: [0, 15, 0, 4] },
      quiet: { fontSize: 8.5, color: pdfColours.soft },
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

/** Text that begins a node of its own, so that a citation can lead to it. */
function sourceContent(source: Source, index: number): Content {
  const publisher = [source.publisher, source.published].filter(Boolean).join(', ');
  const words = [source.date, source.statement].filter((part) => part !== '').join(' · ');
  return {
    columns: [
      { text: `[${index + 1}]`, width: 26, color: pdfColours.soft, id: `source-${index + 1}` },
      { text: [...runs(`${words} · `), ...linked(publisher, source.url)], width: '*' },
    ],
    style: 'source',
    unbreakable: true,
  };
}

const closing = (briefing: Briefing): Content[] => {
  const { link } = briefing.edition;
  const lines = [leftOutWords(briefing), editionWords(briefing)].filter((line) => line !== '').map(runs);
  const address = link === undefined ? [] : [[...runs('Its page: '), ...linked(link, link)]];
  return [...lines, ...address].map((text): Content => ({ text, style: 'quiet', margin: [0, 8, 0, 0] }));
};

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
  color: pdfColours.soft,
});
