import { sentenceSpans } from '../text/sentence-spans.ts';
import { tokenise } from '../text/tokens.ts';
import type { ArticleText, Extraction } from './model.ts';
import { readDateline } from './recognise/dateline.ts';
import { findDates } from './recognise/dates.ts';
import { findEvents } from './recognise/events.ts';
import { findFigures } from './recognise/figures.ts';
import { findMentions, type Link } from './recognise/mentions.ts';
import { findQuotations } from './recognise/quotations.ts';
import { standsFor, withMeant } from './recognise/references.ts';

/** Longer headlines are no headlines. */
const longestHeadline = 400;

/**
 * Reads everything that Dateline can tell from an article's words. Each step sees what the ones before it found: words of
 * dates are no names, names speak and take part, events have dates, names and places. The same input gives the same record.
 * @param link finds the known entity of a name
 */
export function extract(article: ArticleText, link: Link): Extraction {
  const { text, published } = article;
  const headline = article.headline?.trim().slice(0, longestHeadline) ?? '';
  const dates = findDates(text, published);
  const tokens = tokenise(text);
  const sentences = sentenceSpans(text);
  const mentions = findMentions(text, tokens, dates, link);
  const quotations = findQuotations(text, tokens, sentences, mentions).map((quotation) =>
    withMeant(quotation, text, sentences, mentions),
  );
  const dateline = readDateline(text);
  const cast = { text, mentions, standsFor: (start: number) => standsFor(text, sentences, mentions, start) };
  const lead = { headline, cast, sentences, dates, published, dateline: dateline.place };
  return {
    headline: headline === '' ? null : headline,
    dateline: { place: dateline.place },
    published: published.toString(),
    mentions,
    dates,
    quotations,
    figures: findFigures(text, dates),
    events: findEvents(lead, tokens),
  };
}
