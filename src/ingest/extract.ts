import { sentenceSpans } from '../text/sentence-spans.ts';
import type { ArticleText, Extraction } from './model.ts';
import { readDateline } from './recognise/dateline.ts';
import { findDates } from './recognise/dates.ts';
import { findEvents } from './recognise/events.ts';
import { findFigures } from './recognise/figures.ts';
import { findMentions, type Link } from './recognise/mentions.ts';
import { findQuotations } from './recognise/quotations.ts';
import { standsFor } from './recognise/references.ts';

/**
 * Reads everything that Dateline can tell from an article's words. Each step sees what the ones before it found: words of
 * dates are no names, names speak and take part, events have dates, names and places. The same input gives the same record.
 * @param link finds the known entity of a name
 */
export function extract(article: ArticleText, link: Link): Extraction {
  const { text, published } = article;
  const headline = article.headline?.trim() ?? '';
  const dates = findDates(text, published);
  const mentions = findMentions(text, dates, link);
  const quotations = findQuotations(text, mentions);
  const sentences = sentenceSpans(text);
  const dateline = readDateline(text);
  const cast = { text, mentions, standsFor: (start: number) => standsFor(text, sentences, mentions, start) };
  const events = findEvents({ headline, cast, sentences, dates, published, dateline: dateline.place });
  return {
    headline: headline === '' ? null : headline,
    dateline: { place: dateline.place },
    published: published.toString(),
    mentions,
    dates,
    quotations,
    figures: findFigures(text, dates),
    events,
  };
}
