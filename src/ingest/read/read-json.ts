import { ReaderError } from '../../errors.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import type { PageRead } from './model.ts';
import { newsArticles } from './news-article.ts';
import { readMoment } from './read-moment.ts';
import { readPlain } from './read-plain.ts';

/** Articles of one file at most. */
const mostArticles = 50_000;

/**
 * The schema.org articles of a JSON-LD file.
 * @throws ReaderError where there is none with a text
 */
export function readJsonLd(json: string, today: Temporal.PlainDate): readonly PageRead[] {
  const found = newsArticles(parse(json, 'The file'));
  const whole = found.flatMap((parts) => withText(parts, today));
  if (whole.length > 0) return whole;
  throw new ReaderError(
    found.length === 0
      ? 'The file holds no schema.org NewsArticle.'
      : 'The NewsArticle of the file has no articleBody; give its page instead.',
  );
}

/**
 * One article a line: a schema.org NewsArticle, or `{"id","text","published","headline","url","publisher"}`.
 * @throws ReaderError naming the line that is neither
 */
export function readJsonLines(lines: string, today: Temporal.PlainDate): readonly PageRead[] {
  const filled = lines.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at }]));
  if (filled.length > mostArticles)
    throw new ReaderError(
      `The file holds more than ${mostArticles.toLocaleString('en-GB')} lines; cut it in parts.`,
    );
  return filled.map(({ line, at }) => readLine(parse(line, `Line ${at + 1}`), `Line ${at + 1}`, today));
}

function readLine(json: unknown, where: string, today: Temporal.PlainDate): PageRead {
  const [article] = newsArticles(json).flatMap((parts) => withText(parts, today));
  if (article !== undefined) return article;
  const given = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  return readGiven(given, where);
}

/**
 * An article given by its fields: `text`, and if known `id`, `published`, `headline`, `url`, `publisher`.
 * @throws ReaderError with what is wrong, after `where`
 */
export function readGiven(given: Readonly<Record<string, unknown>>, where: string): PageRead {
  const field = (name: string): string | undefined => {
    const value = given[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    throw new ReaderError(`${where}: “${name}” has to be text.`);
  };
  const text = cleanText(field('text') ?? '');
  if (text === '') throw new ReaderError(`${where}: “text” is missing; write the words of the article.`);
  const moment = field('published');
  const published = moment === undefined ? undefined : readMoment(moment);
  if (moment !== undefined && published === undefined)
    throw new ReaderError(
      `${where}: “published” is a date such as 2023-05-04, not “${moment.slice(0, 30)}”.`,
    );
  const link = field('url');
  const told = {
    id: field('id'),
    headline: field('headline') === undefined ? undefined : cleanLine(field('headline') ?? ''),
    publisher: field('publisher'),
    byline: field('byline'),
    link: link !== undefined && /^https?:$/.test(URL.parse(link)?.protocol ?? '') ? link : undefined,
    published,
  };
  const known = Object.entries(told).filter(([, value]) => value !== undefined && value !== '');
  return { text, ...Object.fromEntries(known) };
}

function withText(parts: Partial<PageRead>, today: Temporal.PlainDate): readonly PageRead[] {
  if (parts.text === undefined) return [];
  const { published, text } = readPlain(parts.text, today);
  return [{ ...(published === undefined ? {} : { published }), ...parts, text }];
}

function parse(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (fault) {
    if (fault instanceof SyntaxError) throw new ReaderError(`${where} is not JSON.`);
    throw fault;
  }
}
