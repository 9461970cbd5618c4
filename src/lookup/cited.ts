import { unitEvidence } from '../answer/evidence.ts';
import type { Evidence } from '../answer/model.ts';
import type { Unit } from '../answer/unit.ts';
import { cite, eventEvidence, evidenceSource, link, type SourceList, text } from '../document/build.ts';
import type { CiteSpan, ListItem, Source, Span } from '../document/model.ts';
import type { Article, Event } from '../knowledge/model.ts';
import { publisherOf } from '../knowledge/publisher.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';

/** The citation of a piece of evidence. */
export const citeEvidence = (evidence: Evidence, sources: SourceList): CiteSpan =>
  cite(
    sources.add(
      evidenceSource(
        evidence.publisher === '' ? { ...evidence, publisher: 'the desk’s own record' } : evidence,
      ),
    ),
  );

/** Cites records as themselves. */
export const citeUnits =
  (sources: SourceList): ((unit: Unit) => CiteSpan) =>
  (unit) =>
    citeEvidence(unitEvidence(unit), sources);

export const citeEvent = (event: Event, sources: SourceList): CiteSpan =>
  citeEvidence(eventEvidence(event), sources);

/** The source that a whole article is. */
export const articleSource = (article: Article): Source => ({
  date: dateWords(article.published),
  statement: article.title,
  publisher: publisherOf(article),
  ...(article.url === undefined ? {} : { url: article.url }),
});

/** A sentence with its citations: spans for `paragraph`. */
export const sentence = (words: string, cites: readonly CiteSpan[]): readonly Span[] => [
  text(cites.length === 0 ? words : `${words} `),
  ...inOrder(cites),
];

/** Citations in the order of their numbers, each once. */
const inOrder = (cites: readonly CiteSpan[]): readonly CiteSpan[] =>
  [...new Map(cites.map((each) => [each.source, each])).values()].sort(
    (left, right) => left.source - right.source,
  );

/** `9 June 2017 · Astana: India and Pakistan become full members [1]`; `full` adds what the record says further. */
export function eventItem(event: Event, sources: SourceList, full = false): ListItem {
  const spans = [text(`${eventWords(event)} `), citeEvent(event, sources)];
  const detail = detailOf(event, full);
  return detail === '' ? { spans } : { spans, detail: [text(detail)] };
}

/** Date, place where the title does not name it, and title. */
export function eventWords(event: Event): string {
  const city = event.place?.city;
  const place = city === undefined || event.title.includes(city) ? '' : `${city}: `;
  return `${rangeWords(event.date, event.endDate)} · ${place}${event.title}`;
}

/** What a reader must know of the record: that it is only announced or weakly attested, and where sources differ. */
function detailOf(event: Event, full: boolean): string {
  const parts = [
    full ? event.summary : '',
    event.status === 'announced' ? 'Known from an advance notice only.' : '',
    event.confidence === 'low' ? 'Not well attested.' : '',
    event.note === undefined ? '' : `Note: ${event.note}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** An article in one line with its link or the word that there is none. */
export function articleItem(article: Article, sources: SourceList): ListItem {
  const who = [dateWords(article.published), publisherOf(article)].join(' · ');
  const without = article.url === undefined ? ' · no link recorded' : '';
  return { spans: [text(`${who} · ${article.title}${without} `), cite(sources.add(articleSource(article)))] };
}

/** `Xinhua` with its link, or the plain sentence that none is recorded. */
export const linkSpan = (article: Article): Span =>
  article.url === undefined
    ? text('no link recorded')
    : link(article.publisher ?? 'read the article', article.url);
