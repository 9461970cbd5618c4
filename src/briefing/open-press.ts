import { openPictures } from '../pictures/open-pictures.ts';
import type { Pictures } from '../pictures/port.ts';
import { drawingsOf, type Press } from './press.ts';

/** What a desk needs to draw and to set type. Nothing is loaded before it is used. */
export function openStudio(): { readonly pictures: Pictures; readonly press: Press } {
  const pictures = openPictures();
  return { pictures, press: openPress(pictures) };
}

/** A press that sets the pictures of these. */
export function openPress(pictures: Pictures): Press {
  return {
    pdf: async (briefing) => {
      const { renderPdf } = await import('./pdf.ts');
      const drawn = drawingsOf(briefing).map(
        async (drawing) => [drawing, await pictures.print(drawing)] as const,
      );
      return renderPdf(briefing, new Map(await Promise.all(drawn)));
    },
  };
}
