import { paragraph, type SourceList, text } from '../document/build.ts';
import type { TableBlock } from '../document/model.ts';
import { citeUnits } from '../lookup/cited.ts';
import type { FigureUnit } from '../lookup/shelf.ts';
import { dateWords } from '../text/date-words.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';

/** What was measured, how much it was, and as of when; the latest first. */
export function numbers({ holdings }: Material, sizes: FileSizes, sources: SourceList): readonly Piece[] {
  const shown = holdings.figures.slice(0, sizes.figures);
  if (shown.length === 0) return [];
  const citing = citeUnits(sources);
  const table: TableBlock = {
    type: 'table',
    head: ['As of', 'What', 'How much', 'Source'],
    rows: shown.map((unit) => [
      [text(dateWords(unit.source.figure.asOf))],
      [text(unit.source.figure.measure)],
      [text(amountOf(unit))],
      [citing(unit)],
    ]),
  };
  const hidden = holdings.figures.length - shown.length;
  return hidden === 0 ? [table] : [table, { ...paragraph(`+${hidden} more in the data.`), tone: 'quiet' }];
}

/** `about 60 billion US dollars`: the record's words without what it measures. */
const amountOf = ({ text: words, source: { figure } }: FigureUnit): string =>
  words.startsWith(`${figure.measure}: `) ? words.slice(figure.measure.length + 2) : words;
