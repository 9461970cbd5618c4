import { ReaderError } from '../../errors.ts';
import { decodeText } from './decode-text.ts';
import type { PageAbout, PageKind, PageRead } from './model.ts';
import { readJsonLd, readJsonLines } from './read-json.ts';
import { readMarkdown, readPlain } from './read-plain.ts';

/** Characters of one article at most; a book is none. */
const longestText = 300_000;

const htmlParser = () => import('./read-html.ts');
const pdfParser = () => import('./read-pdf.ts');

/** Loads what a kind of page needs, so that reading one does not have to. */
export async function loadParser(kind: PageKind): Promise<void> {
  if (kind === 'html') await htmlParser();
  if (kind === 'pdf') await pdfParser();
}

/**
 * The articles that some bytes hold: one, or those of a file of many.
 * @throws ReaderError with one sentence when there is none
 */
export async function readPage(bytes: Uint8Array, about: PageAbout): Promise<readonly PageRead[]> {
  const read = await readKind(bytes, about);
  if (read.some(({ text }) => text.length > longestText))
    throw new ReaderError(
      `An article of more than ${longestText.toLocaleString('en-GB')} characters is not read; give a part of it.`,
    );
  return read;
}

async function readKind(bytes: Uint8Array, about: PageAbout): Promise<readonly PageRead[]> {
  const today = Temporal.PlainDate.from(about.today);
  const text = (): string => decodeText(bytes, about.charset);
  switch (about.kind) {
    case 'html':
      return [withHeadDate((await htmlParser()).readHtml(text(), about), today)];
    case 'text':
      return [{ ...readPlain(text(), today), ...linkOf(about) }];
    case 'markdown':
      return [readMarkdown(text(), today)];
    case 'pdf':
      return [{ ...(await (await pdfParser()).readPdf(bytes, today)), ...linkOf(about) }];
    case 'json':
      return readJsonLd(text(), today);
    case 'json lines':
      return readJsonLines(text(), today);
  }
}

const linkOf = ({ url }: PageAbout): { readonly link?: string } => (url === undefined ? {} : { link: url });

/** A page that does not say when it was published may say so at the beginning of its text. */
function withHeadDate(page: PageRead, today: Temporal.PlainDate): PageRead {
  const { text, published } = readPlain(page.text, today);
  if (page.published !== undefined || published === undefined) return page;
  return { ...page, published, text: page.text.endsWith(text) ? text : page.text };
}
