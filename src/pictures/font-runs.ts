/** A stretch of text set in one font. */
export interface FontRun<Name> {
  readonly font: Name;
  readonly text: string;
}

/** What a font can draw. */
export interface Coverage<Name> {
  readonly name: Name;
  readonly covers: (codePoint: number) => boolean;
}

/** Goes with what stands before it: spaces, marks, joiners. */
const clinging = /^[\p{M}\p{Z}\u200c\u200d]$/u;

/**
 * Cuts a text where another font is needed: each character is set in the first font that has it, in the first of all
 * where none has. At least one font is given.
 */
export function fontRuns<Name>(
  text: string,
  fonts: readonly [Coverage<Name>, ...Coverage<Name>[]],
): readonly FontRun<Name>[] {
  const runs: { font: Name; text: string }[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const stays =
      last !== undefined &&
      clinging.test(character) &&
      (fonts.find((each) => each.name === last.font)?.covers(point) ?? false);
    const font = stays ? last.font : (fonts.find((each) => each.covers(point)) ?? fonts[0]).name;
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}
