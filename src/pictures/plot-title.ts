import * as Plot from '@observablehq/plot';
import type { Theme } from './theme.ts';
import { pictureWidth } from './theme.ts';
import { margin, titleSize } from './timeline-layout.ts';
import { wrapText } from './wrap-text.ts';

const titleLine = 20;

/** The lines of a title, as wide as a picture. */
export const titleLines = (title: string): readonly string[] =>
  wrapText(title, titleSize * 1.08, pictureWidth - 2 * margin);

/** Room that a title of so many lines takes at the top. */
export const titleRoom = (lines: readonly string[]): number => lines.length * titleLine + 14;

/** The title at the top left of a picture with these margins. */
export function titleMark(
  lines: readonly string[],
  margins: { readonly marginTop: number; readonly marginLeft: number },
  theme: Theme,
): Plot.Markish {
  return Plot.text([lines.join('\n')], {
    frameAnchor: 'top-left',
    dx: margin - margins.marginLeft,
    dy: margin - margins.marginTop,
    lineAnchor: 'top',
    lineHeight: titleLine / titleSize,
    fontSize: titleSize,
    fontWeight: 'bold',
    fill: theme.ink,
  });
}
