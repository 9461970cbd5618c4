import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { ReaderError } from '../../errors.ts';
import { cleanLine, cleanText } from '../read/clean-text.ts';
import { decodeText } from '../read/decode-text.ts';
import { readMoment } from '../read/read-moment.ts';
import { refuseMarkup } from '../read/refuse-markup.ts';
import type { FeedItem, FeedRead } from './model.ts';

/** Signs `<` that begin nothing, at most: the parser looks through all that follows for the end of each. */
const mostStray = 5_000;

/** Entries of one feed at most: the newest stand first. */
const mostItems = 200;

/**
 * A feed of any kind: RSS, Atom, RDF or JSON Feed.
 * @throws ReaderError with one sentence for anything else
 */
export function parseFeedText(bytes: Uint8Array, charset?: string): FeedRead {
  const source = decodeText(bytes, charset);
  refuseMarkup(source);
  if ((source.match(/<(?![a-z/!?])/gi)?.length ?? 0) > mostStray)
    throw new ReaderError('That feed is full of “<” that begin nothing, and is not read.');
  const { format, feed } = parse(source);
  const title = plain(textOf(field(feed, 'title')));
  const language = textOf(field(feed, 'language')) ?? textOf(field(field(feed, 'xml'), 'lang'));
  const entries = listOf(field(feed, format === 'atom' ? 'entries' : 'items')).slice(0, mostItems);
  return {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language: language.slice(0, 20) }),
    items: entries.flatMap((entry) => itemOf(entry) ?? []),
  };
}

function parse(source: string): { readonly format: string; readonly feed: unknown } {
  try {
    return parseFeed(source);
  } catch (fault) {
    // A feed that nests without end overflows the parser's stack: that is told apart by the caller.
    if (fault instanceof RangeError) throw fault;
    throw new ReaderError('That is no RSS, Atom or JSON feed that can be read.', { cause: fault });
  }
}

function itemOf(entry: unknown): FeedItem | undefined {
  const link = linkOf(entry);
  const title = plain(textOf(field(entry, 'title')));
  const key = textOf(field(entry, 'guid')) ?? textOf(field(entry, 'id')) ?? link ?? title;
  if (key === undefined) return undefined;
  const published = momentOf(entry);
  const text = bodyOf(entry);
  return {
    key: key.slice(0, 500),
    ...(link === undefined ? {} : { link }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(text === undefined ? {} : { text }),
  };
}

function linkOf(entry: unknown): string | undefined {
  const links = listOf(field(entry, 'links'));
  const alternate = links.find((each) => (textOf(field(each, 'rel')) ?? 'alternate') === 'alternate');
  const guid = field(entry, 'guid');
  const said = [
    textOf(field(entry, 'link')),
    textOf(field(entry, 'url')),
    textOf(field(alternate, 'href')),
    field(guid, 'isPermaLink') === false ? undefined : textOf(guid),
    textOf(field(entry, 'id')),
  ];
  return said.find((each) => each !== undefined && /^https?:\/\//i.test(each) && URL.canParse(each));
}

function momentOf(entry: unknown): string | undefined {
  const dc = field(entry, 'dc');
  const said = [
    field(entry, 'pubDate'),
    field(entry, 'published'),
    field(entry, 'date_published'),
    field(entry, 'updated'),
    ...listOf(field(dc, 'date')),
    ...listOf(field(dc, 'dates')),
  ];
  return said
    .map((each) => textOf(each))
    .map((each) => (each === undefined ? undefined : readMoment(each)))
    .find((each) => each !== undefined);
}

function bodyOf(entry: unknown): string | undefined {
  const content = field(entry, 'content');
  const said = [
    textOf(field(content, 'encoded')),
    textOf(field(entry, 'content_html')),
    textOf(content),
    textOf(field(entry, 'content_text')),
    textOf(field(entry, 'description')),
    textOf(field(entry, 'summary')),
  ].filter((each) => each !== undefined);
  const longest = said.toSorted((one, other) => other.length - one.length)[0];
  const text = longest === undefined ? '' : withoutMarkup(longest);
  return text === '' ? undefined : text;
}

/** Text of a value that may be bare, `{ value }`, or a number. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value === 'number') return String(value);
  const inner = field(value, 'value');
  return inner === undefined ? undefined : textOf(inner);
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function plain(said: string | undefined): string | undefined {
  const line = said === undefined ? '' : cleanLine(withoutMarkup(said)).slice(0, 400);
  return line === '' ? undefined : line;
}

/** Text of a piece of markup; paragraphs and line breaks stay. */
function withoutMarkup(markup: string): string {
  if (!/[<&]/.test(markup)) return cleanText(markup);
  refuseMarkup(markup);
  const broken = markup.replace(/<(?:br|\/p|\/div|\/li|\/h[1-6])\b[^<>]*>/gi, '$&\n\n');
  const { document } = parseHTML(`<html><body>${broken}</body></html>`);
  for (const each of document.querySelectorAll('script,style')) each.remove();
  return cleanText(document.body.textContent ?? '');
}
