import type { SourceList } from '../document/build.ts';
import { meetingsDrawing } from '../pictures/meetings-drawing.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';
import { involvedItem } from './people.ts';
import { drawn, listOf } from './pieces.ts';

/** People with the office they held at the time, those in the most events first; and who met whom. */
export function who(
  { people, holdings, about, library }: Material,
  sizes: FileSizes,
  sources: SourceList,
): readonly Piece[] {
  const shown = people.slice(0, sizes.people);
  const items = shown.map((each) => involvedItem(each, library, sources));
  return [
    ...listOf(items, people.length - shown.length),
    ...drawn(items.length === 0 ? undefined : meetingsDrawing(holdings.events, about, library)),
  ];
}
