import type { Source, Span } from '../../document/model.ts';
import { plainSource, plainSpan } from '../../document/plain.ts';
import { clean, cleanLine, cut } from '../clean-text.ts';
import type { ContextBlock, LinkText, PlainText, RichTextBlock } from './block-kit.ts';
import { hostLink, plain, safeUrl } from './escape.ts';
import { section } from './render-spans.ts';

/** Slack allows ten elements in a context block, each of 2,000 characters. */
const mostElements = 10;
const mostText = 2000;
type Elements = readonly (PlainText | LinkText)[];

/** A line of small print; undefined when nothing of it is visible. */
export function renderQuiet(spans: readonly Span[]): ContextBlock | undefined {
  const elements = spans.reduce<Elements>(addSpan, []);
  if (elements.length > mostElements) return quietText(spans.map(plainSpan).join(''));
  return elements.length === 0 ? undefined : { type: 'context', elements };
}

/** Small print without links. */
export function quietText(text: string): ContextBlock | undefined {
  const line = cleanLine(text);
  return line === '' ? undefined : { type: 'context', elements: [plain(line, mostText)] };
}

/** Context knows links as mrkdwn only, so the words stay plain text and the link follows them under its host's name. */
function addSpan(elements: Elements, span: Span): Elements {
  const words = addWords(elements, clean(plainSpan(span)).replace(/\s+/g, ' '));
  const link = span.type === 'link' ? hostLink(span.url) : undefined;
  return link === undefined ? words : [...words, link];
}

function addWords(elements: Elements, words: string): Elements {
  const last = elements.at(-1);
  if (last?.type === 'plain_text') return [...elements.slice(0, -1), plain(last.text + words, mostText)];
  return words.trim() === '' ? elements : [...elements, plain(words.trimStart(), mostText)];
}

/** `[n] date · statement · publisher, published` and the link, as small print. */
export function renderSource(source: Source, index: number): ContextBlock {
  const line = plain(sourceLine(source, index));
  const link = source.url === undefined ? undefined : hostLink(source.url);
  return { type: 'context', elements: link === undefined ? [line] : [line, link] };
}

/** Sources for which there is no room as blocks of their own: one block, one line each. */
export function renderSourceList(sources: readonly Source[], first: number): RichTextBlock {
  const lines = sources.map((source, index) => {
    const url = source.url === undefined ? undefined : safeUrl(source.url);
    const text = `${sourceLine(source, first + index)}\n`;
    return url === undefined ? { type: 'text' as const, text } : { type: 'link' as const, url, text };
  });
  return { type: 'rich_text', elements: [section(lines)] };
}

/** Longest source line, and longest name of a publisher in it. */
const mostLine = 600;
const mostPublisher = 150;

/** A long statement is cut, never the number, the date, or who says it and when. */
function sourceLine(source: Source, index: number): string {
  const short = {
    ...source,
    date: cut(cleanLine(source.date), 60),
    publisher: cut(cleanLine(source.publisher), mostPublisher),
    ...(source.published === undefined ? {} : { published: cut(cleanLine(source.published), 60) }),
  };
  const others = plainSource({ ...short, statement: '' }).length;
  const statement = cut(cleanLine(source.statement), mostLine - others);
  return `[${index + 1}] ${cleanLine(plainSource({ ...short, statement }))}`;
}
