import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { ReaderError } from '../../errors.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { ownLink } from './link-key.ts';
import type { PageAbout, PageRead } from './model.ts';
import { newsArticles } from './news-article.ts';
import { readMoment } from './read-moment.ts';
import { refuseMarkup } from './refuse-markup.ts';

/** Fewest characters that are an article; below it a page is a menu or a notice. */
const shortest = 80;

/**
 * The article of a web page: its text by Mozilla's Readability, what is known of it by schema.org, Open Graph and the
 * page's own head, in this order.
 * @throws ReaderError with one sentence when the page holds no article or is not safe to parse
 */
export function readHtml(html: string, { url }: PageAbout): PageRead {
  refuseMarkup(html);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const told = schemaParts(document);
  const meta = metaOf(document);
  const headline = told.headline ?? meta('og:title', 'twitter:title') ?? titleOf(document);
  const language = told.language ?? document.documentElement.getAttribute('lang') ?? meta('og:locale');
  const link = ownLink(canonical(document) ?? meta('og:url') ?? told.link, url);
  const published = told.published ?? momentOf(document, meta);
  const publisher =
    told.publisher ?? meta('og:site_name', 'application-name', 'twitter:site') ?? hostOf(link);
  const byline = told.byline ?? meta('author', 'article:author', 'parsely-author', 'dc.creator');
  const text = longer(articleText(document), told.text ?? '');
  if (text.length < shortest)
    throw new ReaderError('No article was found on that page; paste its text instead.');
  return withParts({
    text,
    headline: headline && withoutSite(headline, publisher),
    byline,
    publisher,
    published,
    link,
    language,
  });
}

/** Leaves out what is not known. */
const withParts = (parts: { readonly text: string } & Record<string, string | undefined>): PageRead =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as PageRead;

type Meta = (...names: readonly string[]) => string | undefined;

function metaOf(document: Document): Meta {
  const found = new Map<string, string>();
  for (const each of document.querySelectorAll('meta')) {
    const name = each.getAttribute('property') ?? each.getAttribute('name') ?? each.getAttribute('itemprop');
    const content = cleanLine(each.getAttribute('content') ?? '');
    if (name !== null && content !== '' && !found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), content.slice(0, 400));
  }
  return (...names) => names.map((name) => found.get(name)).find((value) => value !== undefined);
}

const dateNames = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'date',
] as const;

function momentOf(document: Document, meta: Meta): string | undefined {
  const said = [
    ...dateNames.map((name) => meta(name)),
    ...['time[itemprop=datePublished]', 'time[pubdate]', 'article time[datetime]', 'time[datetime]'].map(
      (selector) => document.querySelector(selector)?.getAttribute('datetime') ?? undefined,
    ),
  ];
  return said
    .map((each) => (each === undefined ? undefined : readMoment(each)))
    .find((each) => each !== undefined);
}

function schemaParts(document: Document): Partial<PageRead> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const [found] = newsArticles(parsed(script.textContent ?? ''));
    if (found !== undefined) return found;
  }
  return {};
}

/** JSON, or undefined: a page whose data is broken still has its text. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

const canonical = (document: Document): string | undefined =>
  document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? undefined;

const titleOf = (document: Document): string | undefined => {
  const said = document.querySelector('h1')?.textContent ?? document.querySelector('title')?.textContent;
  return said ? cleanLine(said).slice(0, 400) : undefined;
};

const hostOf = (link: string | undefined): string | undefined =>
  link === undefined ? undefined : URL.parse(link)?.hostname.replace(/^www\./, '');

/** `Title | Site` → `Title`. */
function withoutSite(headline: string, publisher: string | undefined): string {
  const [, before = '', after = ''] = /^(.{15,}?)\s+[|–—-]\s+([^|]{2,40})$/.exec(headline) ?? [];
  return before !== '' && publisher !== undefined && publisher.toLowerCase().includes(after.toLowerCase())
    ? before
    : headline;
}

const longer = (one: string, other: string): string => (other.length > one.length * 1.2 ? other : one);

const blocks: ReadonlySet<string> = new Set(
  'P,DIV,SECTION,ARTICLE,LI,UL,OL,H1,H2,H3,H4,H5,H6,BLOCKQUOTE,PRE,TR,TABLE,FIGURE,MAIN,HEADER,FOOTER,DL,DT,DD'.split(
    ',',
  ),
);
const silent: ReadonlySet<string> = new Set(
  'SCRIPT,STYLE,NOSCRIPT,TEMPLATE,SVG,BUTTON,FORM,FIGCAPTION,IFRAME,ASIDE,NAV'.split(','),
);

/** The article's own text, one paragraph a block. */
function articleText(document: Document): string {
  const article = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    charThreshold: shortest,
    keepClasses: false,
    maxElemsToParse: 40_000,
  }).parse();
  const lines: string[] = [];
  if (article?.content) gather(article.content, lines);
  return cleanText(lines.join(''));
}

function gather(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) lines.push((child.textContent ?? '').replace(/\s+/g, ' '));
    if (child.nodeType !== 1) continue;
    const name = child.nodeName.toUpperCase();
    if (silent.has(name)) continue;
    if (name === 'BR') lines.push('\n');
    if (blocks.has(name)) lines.push('\n\n');
    gather(child, lines);
    if (blocks.has(name)) lines.push('\n\n');
  }
}
