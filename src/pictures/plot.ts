import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom/worker';
import { escapeHtml } from './escape-html.ts';
import type { Drawing } from './model.ts';
import { outlineText, type SvgNode } from './outline-text.ts';
import { plotCounts } from './plot-counts.ts';
import { plotMeetings } from './plot-meetings.ts';
import { plotMembership } from './plot-membership.ts';
import { plotTimeline } from './plot-timeline.ts';
import { printable } from './printable.ts';
import { pictureWidth, type Theme } from './theme.ts';
import type { Typefaces } from './typefaces.ts';

/** A page that is never shown: the plotting library builds its elements in one. */
const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * A drawing as an `<svg>` element; text in it is escaped by the document that serialises it.
 * @param typefaces given where the text is to be drawn as outlines
 */
export function drawSvg(given: Drawing, theme: Theme, typefaces?: Typefaces): string {
  const drawing = cleaned(given);
  const options = optionsOf(drawing, theme);
  const svg = Plot.plot({
    width: pictureWidth,
    ...options,
    document,
    style: { fontFamily: fonts, color: theme.ink, background: 'none', fontSize: '12px' },
  }) as unknown as SvgElement;
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  // Its rules are for pages that show many plots; these name all they need themselves.
  svg.querySelector('style')?.remove();
  if (typefaces !== undefined) outlineText(svg, typefaces);
  // The document writes attributes as HTML has them, which is not XML: the one that holds words of others is written here.
  return svg.toString().replace('<svg ', () => `<svg aria-label="${escapeHtml(drawing.alt)}" `);
}

/** The same with every text of it fit to be set. */
const cleaned = (drawing: Drawing): Drawing =>
  JSON.parse(JSON.stringify(drawing), (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ) as Drawing;

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
