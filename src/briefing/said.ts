import type { SourceList } from '../document/build.ts';
import { citeUnits } from '../lookup/cited.ts';
import { isDirect, paraphraseItem, quoteBlock } from '../lookup/said.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';
import { listOf } from './pieces.ts';
import { withoutRepeats } from './without-repeats.ts';

/** Words found verbatim in a source first, each set off; then what was said in substance, each remark once. The latest first. */
export function said(
  { holdings, library }: Material,
  sizes: FileSizes,
  sources: SourceList,
): readonly Piece[] {
  const citing = citeUnits(sources);
  const told = withoutRepeats(holdings.quotations, (unit) => unit.source.quotation.text);
  const direct = told.filter(isDirect).slice(0, sizes.quotations);
  const others = told
    .filter((unit) => !isDirect(unit))
    .slice(0, Math.max(0, sizes.quotations - direct.length));
  return [
    ...direct.map((unit) => quoteBlock(unit, library, citing)),
    ...listOf(
      others.map((unit) => paraphraseItem(unit, library, citing)),
      told.length - direct.length - others.length,
    ),
  ];
}
