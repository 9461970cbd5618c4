import { relatedTable } from './related-table.ts';

/** Where the row of each stem begins and ends in the table; made at first use, as most of the table is never read. */
let places: ReadonlyMap<string, readonly [number, number]> | undefined;

function placesOf(): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (let from = 1; from < relatedTable.length; ) {
    const until = relatedTable.indexOf('\n', from);
    found.set(relatedTable.slice(from, relatedTable.indexOf(' ', from)), [from, until]);
    from = until + 1;
  }
  return found;
}

/**
 * Stems that general English relates to a stem, each with its worth (0.3 … 0.7): broader and noisier than the lexicon, so
 * that a question in words that nobody foresaw still finds its evidence.
 */
export function relatedTo(stemmed: string): readonly (readonly [string, number])[] {
  places ??= placesOf();
  const place = places.get(stemmed);
  if (place === undefined) return [];
  const [, ...others] = relatedTable.slice(...place).split(' ');
  return others.map((each) => [each.slice(0, -2), Number(each.slice(-2)) / 100]);
}
