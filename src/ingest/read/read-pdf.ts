import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { ReaderError } from '../../errors.ts';
import { cleanLine } from './clean-text.ts';
import type { PageRead } from './model.ts';
import { readMoment } from './read-moment.ts';
import { readPlain } from './read-plain.ts';

const mostPages = 200;

/**
 * The text of a PDF and what its head says of it. Lines are joined to paragraphs.
 * @throws ReaderError for one that is broken, locked, too long, or holds pictures alone
 */
export async function readPdf(bytes: Uint8Array, today: Temporal.PlainDate): Promise<PageRead> {
  const document = await open(bytes);
  if (document.numPages > mostPages)
    throw new ReaderError(`The PDF has more than ${mostPages} pages; give the article alone.`);
  const { text: pages } = await extractText(document, { mergePages: false });
  const text = paragraphs(pages.join('\n'));
  if (!/\p{L}{2}/u.test(text))
    throw new ReaderError('The PDF holds no text, only pictures; paste its text instead.');
  const { info } = await getMeta(document);
  const plain = readPlain(text, today);
  const title = cleanLine(String(info.Title ?? ''));
  const published = plain.published ?? readMoment(String(info.CreationDate ?? ''));
  return {
    ...plain,
    ...(title === '' ? {} : { headline: title }),
    ...(published === undefined ? {} : { published }),
  };
}

async function open(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof getDocumentProxy>>> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : '';
    if (name === 'PasswordException')
      throw new ReaderError('The PDF is locked with a password; give one that is open.');
    throw new ReaderError('The PDF is broken and cannot be read.', { cause: fault });
  }
}

/** A line that ends within a sentence goes on in the next; a word that is divided is put together. */
const paragraphs = (lines: string): string =>
  lines
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
    .replace(/([^.!?”"’\n:])\n(?=\S)/g, '$1 ')
    .replace(/([.!?]["”’]?)\n(?=\S)/g, '$1\n\n');
