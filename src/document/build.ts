import type { Evidence } from '../answer/model.ts';
import type { Event, SourceRecord } from '../knowledge/model.ts';
import { unknownPublisher } from '../knowledge/publisher.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import type { CiteSpan, Document, LinkSpan, ParagraphBlock, Source, Span, TextSpan } from './model.ts';

/** A run of plain text. */
export const text = (value: string, style?: TextSpan['style']): TextSpan =>
  style === undefined ? { type: 'text', text: value } : { type: 'text', text: value, style };

export const link = (label: string, url: string): LinkSpan => ({ type: 'link', text: label, url });

export const cite = (source: number): CiteSpan => ({ type: 'cite', source });

export const paragraph = (...spans: readonly (Span | string)[]): ParagraphBlock => ({
  type: 'paragraph',
  spans: spans.map((span) => (typeof span === 'string' ? text(span) : span)),
});

/** Small print. */
export const quiet = (...spans: readonly (Span | string)[]): ParagraphBlock => ({
  ...paragraph(...spans),
  tone: 'quiet',
});

/** A message of one sentence to the reader alone: errors, refusals, confirmations. */
export const notice = (sentence: string, kind: 'notice' | 'error' | 'nothing' = 'notice'): Document => ({
  kind,
  blocks: [paragraph(sentence)],
  sources: [],
  private: true,
});

/** Collects sources and hands out their citation numbers; the same source gets the same number. */
export class SourceList {
  readonly #sources: Source[] = [];
  readonly #numbers = new Map<string, number>();

  /** The 1-based number of a source. */
  add(source: Source): number {
    const key = JSON.stringify([source.url, source.publisher, source.date, source.statement]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#sources.push(source);
    this.#numbers.set(key, this.#sources.length);
    return this.#sources.length;
  }

  get all(): readonly Source[] {
    return [...this.#sources];
  }
}

/** The source line of a piece of evidence. */
export function evidenceSource(evidence: Evidence): Source {
  return {
    date: rangeWords(evidence.date, evidence.endDate),
    statement: evidence.quote,
    publisher: publisherWords(evidence),
    ...(evidence.published === undefined ? {} : { published: dateWords(evidence.published) }),
    ...(evidence.url === null ? {} : { url: evidence.url }),
  };
}

/** An article without a publisher is told by its title, unless that is how the quoted words begin. */
function publisherWords({ publisher, title, quote }: Evidence): string {
  if (publisher !== unknownPublisher || title === undefined) return publisher;
  return quote.startsWith(title.replace(/…$/, '')) ? publisher : `“${title}”, ${publisher}`;
}

/** The title; of an event that an article here tells, the article's own words, whatever an editor has called it. */
const quoteOf = ({ title, summary }: Event, source: SourceRecord | undefined): string =>
  source?.article === undefined || summary.includes(title) ? title : summary;

/** The evidence of an event: its first source that has a link, else its first. */
export function eventEvidence(event: Event): Evidence {
  const source = event.sources.find((each) => each.url !== undefined) ?? event.sources[0];
  return {
    id: event.id,
    article: source?.article ?? null,
    ...(source?.article === undefined ? {} : { title: source.title }),
    quote: quoteOf(event, source),
    date: event.date,
    ...(event.endDate === undefined ? {} : { endDate: event.endDate }),
    publisher: source?.publisher ?? '',
    ...(source?.published === undefined ? {} : { published: source.published }),
    url: source?.url ?? null,
  };
}
