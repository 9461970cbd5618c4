import { relatedTable } from './related-table.ts';

/**
 * Stems that general English relates to a stem, each with its worth (0.38 … 0.7): broader and noisier than the lexicon, so
 * that a question in words that nobody foresaw still finds its evidence. The table is searched as the text that it is: an
 * index of it would take several times its room, for a few words a question.
 */
export function relatedTo(stemmed: string): readonly (readonly [string, number])[] {
  const at = relatedTable.indexOf(`\n${stemmed} `);
  if (at < 0) return [];
  const from = at + stemmed.length + 2;
  const row = relatedTable.slice(from, relatedTable.indexOf('\n', from));
  return row.split(' ').map((each) => [each.slice(0, -2), Number(each.slice(-2)) / 100]);
}
