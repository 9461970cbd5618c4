import type { Article, Figure, Quotation, Statement } from '../../knowledge/model.ts';
import type { DeskArticle, DeskRecords } from '../../store/desk-ports.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';
import type { EventFound, Extraction, FigureFound, QuotationFound } from '../model.ts';
import { headlineOf, publishedOf, publisherOf, sourceOf } from './article-words.ts';
import { eventRecord, isTold, participant } from './event-record.ts';
import { eventsOf, type Keyed, namesOf, quotationsOf } from './found-things.ts';
import { isDate } from './is-date.ts';
import { entitiesGiven, namesTold, newNamesOf } from './new-names.ts';
import { withEntities } from './with-entities.ts';
import { createDatelineCut } from './without-dateline.ts';

/** Most of each that a record holds. */
const mostStatements = 600;
const mostEvents = 40;
const mostFigures = 60;
const mostEntities = 30;

/**
 * The records that answer questions, made of an article's own words: each statement, quotation and event stands in it
 * word for word. Events are made of accepted articles alone, so that nothing unreviewed gets into digests.
 */
export function toRecords(article: DeskArticle, extraction: Extraction): DeskRecords {
  const isAccepted = article.state === 'accepted';
  const all = isAccepted || article.extras === undefined ? extraction : withoutProposed(extraction);
  const { linked, told } = withNames(article, all);
  const kept = eventsOf(linked, article.edits);
  const happened = isAccepted ? kept.filter(isTold).slice(0, mostEvents) : [];
  return {
    article: articleRecord(article, linked, kept, happened),
    events: happened.map((each) => eventRecord(article, linked, each)),
    names: namesTold(article, told, sourceOf(article)),
  };
}

/** The find with the names put in that the article brings along or that an editor has joined; of most there are none. */
function withNames(article: DeskArticle, extraction: Extraction) {
  if (article.state !== 'accepted' && article.edits.names === undefined)
    return { linked: extraction, told: [] };
  const names = namesOf(extraction, article.edits);
  const told = article.state === 'accepted' ? newNamesOf(names) : [];
  return { linked: withEntities(extraction, entitiesGiven(names, told)), told };
}

/** What a model proposed answers nothing before somebody has accepted it. */
const withoutProposed = (extraction: Extraction): Extraction => ({
  ...extraction,
  mentions: extraction.mentions.filter(({ proposed }) => !proposed),
  quotations: extraction.quotations.filter(({ proposed }) => !proposed),
  figures: extraction.figures.filter(({ proposed }) => !proposed),
  events: extraction.events.filter(({ proposed }) => !proposed),
});

function articleRecord(
  article: DeskArticle,
  extraction: Extraction,
  events: readonly Keyed<EventFound>[],
  happened: readonly Keyed<EventFound>[],
): Article {
  const { id, link, byline } = article;
  const { place } = extraction.dateline;
  return {
    id,
    title: headlineOf(article),
    publisher: publisherOf(article),
    ...(link === undefined ? {} : { url: link }),
    published: publishedOf(article),
    ...(place === null ? {} : { dateline: place }),
    statements: statementsOf(article, extraction, events, happened),
    quotations: quotationsOf(extraction, article.edits).flatMap(
      (each) => quotationRecord(article, each) ?? [],
    ),
    figures: extraction.figures
      .slice(0, mostFigures)
      .flatMap((each, at) => figureRecord(article, each, at) ?? []),
    entities: namesOf(extraction, article.edits)
      .flatMap(({ found }) => found.entity ?? [])
      .slice(0, mostEntities),
    ...(byline === undefined ? {} : { note: `By ${byline}.` }),
  };
}

function statementsOf(
  article: DeskArticle,
  extraction: Extraction,
  events: readonly Keyed<EventFound>[],
  happened: readonly Keyed<EventFound>[],
): Statement[] {
  const { text, id } = article;
  const mentions = new Cursor(extraction.mentions);
  const dates = new Cursor(extraction.dates);
  return sentenceSpans(text)
    .map(createDatelineCut(text))
    .filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)))
    .slice(0, mostStatements)
    .map(({ start, end }, at) => {
      const told = events.filter(({ found }) => found.evidence.start < end && found.evidence.end > start);
      const dated = told.find(({ found }) => found.on !== undefined)?.found.on?.start;
      const date = dated ?? onlyDay(dates.within(start, end));
      const event = happened.find(({ key }) => told.some((each) => each.key === key));
      const claimed = told.find(({ found }) => found.modality === 'claimed')?.found.attribution;
      const entities = [...new Set(mentions.within(start, end).flatMap((each) => each.entity ?? []))];
      return {
        id: `${id}-s${at + 1}`,
        text: text.slice(start, end),
        ...(date === undefined ? {} : { date }),
        entities,
        ...(event === undefined ? {} : { event: `${id}-${event.key}` }),
        ...(claimed === undefined ? {} : { attributedTo: claimed }),
      };
    });
}

/** Found things by where they stand; asked for sentence after sentence. */
class Cursor<T extends { readonly start: number; readonly end: number }> {
  readonly #sorted: readonly T[];
  #at = 0;

  constructor(found: readonly T[]) {
    this.#sorted = found.toSorted((one, other) => one.start - other.start);
  }

  within(start: number, end: number): readonly T[] {
    while ((this.#sorted[this.#at]?.start ?? end) < start) this.#at += 1;
    const first = this.#at;
    while ((this.#sorted[this.#at]?.start ?? end) < end) this.#at += 1;
    return this.#sorted.slice(first, this.#at);
  }
}

/** The date that a sentence names, where it names one and no other. */
function onlyDay(found: Extraction['dates']): string | undefined {
  const values = new Set(
    found.filter(({ type }) => type === 'DATE' || type === 'TIME').map(({ value }) => value.slice(0, 10)),
  );
  const [value] = values;
  return values.size === 1 && value !== undefined && isDate(value) ? value : undefined;
}

const marks = /^[\s"“”„«»‘’']+|[\s"“”«»‘’']+$/g;

/** The words alone: the comma before the closing mark belongs to the sentence around, and not to what was said. */
export const wordsSaid = ({ text }: QuotationFound): string =>
  text.replace(marks, '').replace(/,$/, '').trim();

function quotationRecord(article: DeskArticle, { key, found }: Keyed<QuotationFound>): Quotation | undefined {
  const text = wordsSaid(found);
  if (text === '' || found.speaker === null) return undefined;
  return {
    id: `${article.id}-${key}`,
    form: 'direct',
    text,
    speaker: participant(found.speaker.name ?? found.speaker.text, found.speaker.entity, 'speaker'),
    ...(found.addressee === undefined
      ? {}
      : { addressee: participant(found.addressee.text, found.addressee.entity, 'participant') }),
    ...(found.cue === null || found.cue.text.trim() === '' ? {} : { cue: found.cue.text }),
    date: publishedOf(article),
  };
}

function figureRecord(article: DeskArticle, found: FigureFound, at: number): Figure | undefined {
  const [measure, unit] = [found.measure.trim(), found.unit.trim()];
  if (measure === '' || unit === '' || !Number.isFinite(found.value)) return undefined;
  return { id: `${article.id}-f${at + 1}`, measure, value: found.value, unit, asOf: publishedOf(article) };
}
