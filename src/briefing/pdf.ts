import pdfmake from 'pdfmake';
import { fontFiles } from '../pictures/typefaces.ts';
import type { Briefing } from './model.ts';
import { type PrintPictures, pdfDefinition } from './pdf-content.ts';

const known: ReadonlySet<string> = new Set(Object.values(fontFiles));

pdfmake.setFonts({
  Western: { normal: fontFiles.regular, bold: fontFiles.bold },
  Devanagari: { normal: fontFiles.devanagari, bold: fontFiles.devanagari },
  Chinese: { normal: fontFiles.chinese, bold: fontFiles.chinese },
});
// Nothing is fetched, and no file is read but the fonts that ship, whatever a text says.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => known.has(path));

/** A briefing as PDF. The same briefing gives the same bytes: it is dated by its own day and not by the clock. */
export async function renderPdf(briefing: Briefing, pictures: PrintPictures): Promise<Uint8Array> {
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
