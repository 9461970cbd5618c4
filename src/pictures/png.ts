import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from './model.ts';
import { drawSvg } from './plot.ts';
import { alone } from './theme.ts';
import { typefacesFor } from './typefaces.ts';

/** Pixels for one of the drawing: sharp on a phone. */
const zoom = 2;

/** A drawing as PNG on a light ground, its letters outlined by the fonts that ship; rendered off the main thread. */
export async function drawPng(drawing: Drawing): Promise<Uint8Array> {
  const svg = drawSvg(drawing, alone, await typefacesFor(JSON.stringify(drawing)));
  const image = await renderAsync(svg, {
    background: alone.paper,
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(image.asPng());
}
