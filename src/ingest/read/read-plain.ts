import { ReaderError } from '../../errors.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { headDate, withoutHeader } from './head-date.ts';
import type { PageRead } from './model.ts';
import { readMoment } from './read-moment.ts';

/** A first line of at most so many characters, without a full stop and with an empty line after it, is a headline. */
const longestHeadline = 180;
const headlineFirst = /^([^\n]{8,180})\n\n(?=\S)/;

/**
 * An article as plain text: a headline where the first line looks like one, the date of a header `date 2023-05-04` or of
 * an agency's dateline.
 * @throws ReaderError for a text without words
 */
export function readPlain(raw: string, today: Temporal.PlainDate): PageRead {
  const whole = cleanText(raw);
  if (!/\p{L}{2}.*\p{L}{2}/su.test(whole)) throw new ReaderError('There are no words in that text.');
  const headline = headlineOf(whole);
  const body = headline === undefined ? whole : whole.slice(headline.length).trim();
  const published = headDate(body, today) ?? headDate(whole, today);
  return {
    text: withoutHeader(body),
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
  };
}

function headlineOf(text: string): string | undefined {
  const line = headlineFirst.exec(text)?.[1];
  if (line === undefined || line.length > longestHeadline || /[.:;,]["”’]?$/.test(line)) return undefined;
  return /^date\s\d/i.test(line) ? undefined : line;
}

/** Fields of the block between `---` at the head of a Markdown file. */
const frontMatter = /^---\n([\s\S]{0,4000}?)\n---\n/;
const field = /^([A-Za-z_]{2,20}):\s*["']?(.*?)["']?\s*$/gm;

/** An article as Markdown: fields of its head, its first heading as the headline, and its text without marks. */
export function readMarkdown(raw: string, today: Temporal.PlainDate): PageRead {
  const source = raw.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const head = frontMatter.exec(source);
  const fields = Object.fromEntries(
    [...(head?.[1] ?? '').matchAll(field)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const body = source.slice(head?.[0].length ?? 0);
  const heading = /^\s*#\s+(.+?)\s*#*\s*$/m.exec(body)?.[1];
  const text = withoutMarks(heading === undefined ? body : body.replace(/^\s*#\s+.+$/m, ''));
  const plain = readPlain(text, today);
  const headline = fields.title || (heading === undefined ? undefined : cleanLine(withoutMarks(heading)));
  const published = readMoment(fields.date ?? fields.published ?? '') ?? plain.published;
  const told = {
    headline,
    published,
    publisher: fields.publisher ?? fields.source,
    byline: fields.author,
    link: fields.url ?? fields.link,
  };
  const known = Object.entries(told).filter(([, value]) => value !== undefined && value !== '');
  // What looked like a headline in the body is a line of the text where the file names another.
  const kept =
    headline !== undefined && plain.headline !== undefined
      ? `${plain.headline}\n\n${plain.text}`
      : plain.text;
  return { ...plain, ...Object.fromEntries(known), text: kept };
}

const withoutMarks = (markdown: string): string =>
  markdown
    .replace(/^```[^\n]*$/gm, '')
    .replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/^[ \t]{0,3}#{1,6}\s+(.*?)\s*#*$/gm, '$1\n')
    .replace(/^[ \t]{0,3}>\s?/gm, '')
    .replace(/^[ \t]{0,3}(?:[-*+]|\d{1,3}[.)])\s+/gm, '\n')
    .replace(/^[ \t]{0,3}(?:[-*_]\s?){3,}$/gm, '')
    .replace(/(\*\*|__)(?=\S)(.{1,2000}?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,1000}?\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_\n]{1,1000}?\S)_(?![\w_])/g, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/<(https?:[^>\s]{1,2000})>/g, '$1')
    .replace(/([^\n])\n(?=[^\n])/g, '$1 ');
