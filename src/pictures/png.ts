import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from './model.ts';
import { drawSvg } from './plot.ts';
import { isWestern } from './scripts.ts';
import { alone } from './theme.ts';
import { typefacesFor } from './typefaces.ts';

/** Pixels for one of the drawing: sharp on a phone. */
const zoom = 2;

/** A drawing as `<svg>` on a light ground, its letters outlined by the fonts that ship. */
const outlinedSvg = async (drawing: Drawing): Promise<string> =>
  drawSvg(drawing, alone, await typefacesFor(JSON.stringify(drawing)));

/**
 * A drawing as `<svg>` for a typesetter that has the fonts that ship: text stays text, which is small and can be searched,
 * unless it needs more than the Western one.
 */
export const printSvg = async (drawing: Drawing): Promise<string> =>
  isWestern(JSON.stringify(drawing)) ? drawSvg(drawing, alone) : outlinedSvg(drawing);

/** A drawing as PNG, rendered off the main thread. */
export async function drawPng(drawing: Drawing): Promise<Uint8Array> {
  const image = await renderAsync(await outlinedSvg(drawing), {
    background: alone.paper,
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(image.asPng());
}
