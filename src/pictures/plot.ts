import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Drawing } from './model.ts';
import { outlineText, type SvgNode } from './outline-text.ts';
import { plotCounts } from './plot-counts.ts';
import { plotMeetings } from './plot-meetings.ts';
import { plotMembership } from './plot-membership.ts';
import { plotTimeline } from './plot-timeline.ts';
import { pictureWidth, type Theme } from './theme.ts';
import type { Typefaces } from './typefaces.ts';

/** A page that is never shown: the plotting library builds its elements in one. */
const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * A drawing as an `<svg>` element; text in it is escaped by the document that serialises it.
 * @param typefaces given where the text is to be drawn as outlines
 */
export function drawSvg(drawing: Drawing, theme: Theme, typefaces?: Typefaces): string {
  const options = optionsOf(drawing, theme);
  const svg = Plot.plot({
    width: pictureWidth,
    ...options,
    document,
    ariaLabel: drawing.alt,
    style: { fontFamily: fonts, color: theme.ink, background: 'none', fontSize: '12px' },
  }) as unknown as SvgElement;
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  // Its rules are for pages that show many plots; these name all they need themselves.
  svg.querySelector('style')?.remove();
  if (typefaces !== undefined) outlineText(svg, typefaces);
  return svg.toString();
}

const fonts = '"Noto Sans", "Noto Sans Devanagari", "Noto Sans SC", "Helvetica Neue", Arial, sans-serif';

interface SvgElement extends SvgNode {
  querySelector(selector: string): { remove(): void } | null;
  toString(): string;
}

function optionsOf(drawing: Drawing, theme: Theme): Plot.PlotOptions {
  switch (drawing.type) {
    case 'timeline':
      return plotTimeline(drawing, theme);
    case 'counts':
      return plotCounts(drawing, theme);
    case 'membership':
      return plotMembership(drawing, theme);
    case 'meetings':
      return plotMeetings(drawing, theme);
  }
}
