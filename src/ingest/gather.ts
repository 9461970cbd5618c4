import { readFile, stat } from 'node:fs/promises';
import { ReaderError } from '../errors.ts';
import { shorten } from '../options.ts';
import type { FeedRead } from './feeds/model.ts';
import { bareHost } from './fetch/check-url.ts';
import { type FetchRules, fetchSafely } from './fetch/fetch-safely.ts';
import type { PageRead } from './read/model.ts';
import { charsetOf, kindOfContent, kindOfName } from './read/page-kind.ts';
import { createReader, type Reader } from './read/read-safely.ts';

/** Where articles come from. Each refusal is a ReaderError of one sentence. */
export interface Gatherer extends AsyncDisposable {
  /** The articles of a page on the web. @param today ISO day of the reader */
  readonly fromLink: (address: string, today: string, stop?: AbortSignal) => Promise<readonly PageRead[]>;
  /** The articles of a file, by its ending. */
  readonly fromFile: (path: string, today: string) => Promise<readonly PageRead[]>;
  readonly fromText: (text: string, today: string) => Promise<readonly PageRead[]>;
  /** A feed, or that it has not changed. */
  readonly feed: (address: string, known: FeedKnown, stop?: AbortSignal) => Promise<FeedAnswer>;
}

/** What the last answer of a feed said, for a conditional request. */
export interface FeedKnown {
  readonly etag?: string;
  readonly modified?: string;
}

export type FeedAnswer =
  | { readonly state: 'same' }
  | { readonly state: 'read'; readonly feed: FeedRead; readonly known: FeedKnown }
  /** The site asks to be left alone for so many seconds. */
  | { readonly state: 'busy'; readonly status: number; readonly seconds?: number }
  /** It will not come back: 404, 410. */
  | { readonly state: 'gone'; readonly status: number };

/** Milliseconds for one page, redirects and all. */
const within = 15_000;
/** Bytes of a page, a PDF and a feed, decompressed; of a file of the operator's own. */
const pageBytes = 3_000_000;
const pdfBytes = 10_000_000;
const feedBytes = 2_000_000;
const fileBytes = 500_000_000;

const accepts =
  'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,application/ld+json;q=0.8';
const acceptsFeeds =
  'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1';

/**
 * The edge of ingestion: fetches, reads files, and hands all of it to the thread that parses.
 * @param allow `host:port` pairs that may be fetched although they are private
 */
export function createGatherer(allow: ReadonlySet<string>, more: Partial<FetchRules> = {}): Gatherer {
  const reader = createReader();
  const rules = (bytes: number): FetchRules => ({ within, bytes, allow, ...more });
  return {
    async fromLink(address, today, stop) {
      const bytes = /\.pdf(?:$|[?#])/i.test(address) ? pdfBytes : pageBytes;
      const fetched = await fetchSafely(address, rules(bytes), { accept: accepts }, stop);
      const host = bareHost(new URL(fetched.url));
      if (fetched.status !== 200) throw new ReaderError(refusedBy(host, fetched.status));
      const type = fetched.headers['content-type'] ?? '';
      const kind = kindOfContent(type, fetched.body);
      if (kind === undefined)
        throw new ReaderError(
          `${host} sent no page, text or PDF but ${shorten(type, 40)}; give the article itself.`,
        );
      const charset = charsetOf(type);
      const about = { kind, url: fetched.url, today, ...(charset === undefined ? {} : { charset }) };
      return reader.page(fetched.body, about);
    },
    async fromFile(path, today) {
      const kind = kindOfName(path);
      if (kind === undefined)
        throw new ReaderError(
          `${path} is none of .txt, .html, .md, .pdf, .json and .jsonl; only those are read.`,
        );
      return reader.page(await readBytes(path), { kind, today });
    },
    fromText: (text, today) =>
      reader.page(new TextEncoder().encode(text), { kind: 'text', today, charset: 'utf-8' }),
    feed: (address, known, stop) => readFeed(address, known, reader, rules(feedBytes), stop),
    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  };
}

async function readFeed(
  address: string,
  known: FeedKnown,
  reader: Reader,
  rules: FetchRules,
  stop?: AbortSignal,
): Promise<FeedAnswer> {
  const asked = {
    accept: acceptsFeeds,
    ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known.modified === undefined ? {} : { 'if-modified-since': known.modified }),
  };
  const { status, headers, body } = await fetchSafely(address, rules, asked, stop);
  if (status === 304) return { state: 'same' };
  if (status === 404 || status === 410) return { state: 'gone', status };
  if (status !== 200) {
    const seconds = Number(headers['retry-after']);
    return { state: 'busy', status, ...(Number.isFinite(seconds) && seconds > 0 ? { seconds } : {}) };
  }
  const feed = await reader.feed(body, charsetOf(headers['content-type'] ?? ''));
  const { etag, 'last-modified': modified } = headers;
  return {
    state: 'read',
    feed,
    known: {
      ...(etag === undefined ? {} : { etag: etag.slice(0, 300) }),
      ...(modified === undefined ? {} : { modified: modified.slice(0, 100) }),
    },
  };
}

function refusedBy(host: string, status: number): string {
  if (status === 404 || status === 410)
    return `${host} has no such page (${status}); look at the link again.`;
  if (status === 401 || status === 402 || status === 403)
    return `${host} does not show that page to us (${status}); paste the text instead.`;
  return `${host} did not send the page (${status}); try again later.`;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > fileBytes)
      throw new ReaderError(`${path} is larger than ${fileBytes / 1e6} MB; cut it in parts.`);
    return new Uint8Array(await readFile(path));
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ENOENT') throw new ReaderError(`There is no file ${path}; write the path of an article.`);
    if (code === 'EISDIR') throw new ReaderError(`${path} is a folder; write the path of an article.`);
    if (code === 'EACCES' || code === 'EPERM') throw new ReaderError(`${path} may not be read by this user.`);
    throw fault;
  }
}
