import pdfmake from 'pdfmake';
import { fontFiles } from '../pictures/font-files.ts';
import type { Briefing } from './model.ts';
import { pdfDefinition } from './pdf-content.ts';
import type { PrintPictures } from './pdf-pieces.ts';

/** A briefing as PDF. The same briefing gives the same bytes: it is dated by its own day and not by the clock. */
export async function typeset(briefing: Briefing, pictures: PrintPictures): Promise<Uint8Array> {
  const { edition } = briefing;
  const made = pdfmake.createPdf({
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

// The fonts that ship. Nothing is fetched, and no other file is read, whatever a text says.
pdfmake.setFonts({
  Western: { normal: fontFiles.regular, bold: fontFiles.bold },
  Devanagari: { normal: fontFiles.devanagari, bold: fontFiles.devanagari },
  Chinese: { normal: fontFiles.chinese, bold: fontFiles.chinese },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => known.has(path));
