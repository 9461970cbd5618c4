import { fontFiles } from '../pictures/font-files.ts';
import { openPictures } from '../pictures/open-pictures.ts';
import type { Pictures } from '../pictures/port.ts';
import type { Briefing } from './model.ts';
import { pdfDefinition } from './pdf-content.ts';
import type { PrintPictures } from './pdf-pieces.ts';
import { drawingsOf, type Press } from './press.ts';

/** What a desk needs to draw and to set type. Nothing is loaded before it is used. */
export function openStudio(): { readonly pictures: Pictures; readonly press: Press } {
  const pictures = openPictures();
  return { pictures, press: openPress(pictures) };
}

/** A press that sets the pictures of these. */
function openPress(pictures: Pictures): Press {
  return {
    pdf: async (briefing) => {
      const drawn = drawingsOf(briefing).map(
        async (drawing) => [drawing, await pictures.print(drawing)] as const,
      );
      return typeset(briefing, new Map(await Promise.all(drawn)));
    },
  };
}

/** A briefing as PDF. The same briefing gives the same bytes: it is dated by its own day and not by the clock. */
async function typeset(briefing: Briefing, pictures: PrintPictures): Promise<Uint8Array> {
  const { edition } = briefing;
  const made = (await openTypesetter()).createPdf({
    ...pdfDefinition(briefing, pictures),
    info: {
      title: briefing.title,
      subject: `Edition ${edition.id}, data version ${edition.dataVersion}`,
      creator: 'Dateline',
      producer: 'Dateline',
      // The library takes a Date and nothing else.
      creationDate: new Date(`${edition.asOf}T00:00:00Z`),
    },
  });
  return new Uint8Array(await made.getBuffer());
}

const known: ReadonlySet<string> = new Set(Object.values(fontFiles));

/** The library with the fonts that ship. Nothing is fetched, and no other file is read, whatever a text says. */
async function openTypesetter() {
  const pdfmake = (await import('pdfmake')).default;
  pdfmake.setFonts({
    Western: { normal: fontFiles.regular, bold: fontFiles.bold },
    Devanagari: { normal: fontFiles.devanagari, bold: fontFiles.devanagari },
    Chinese: { normal: fontFiles.chinese, bold: fontFiles.chinese },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => known.has(path));
  return pdfmake;
}
