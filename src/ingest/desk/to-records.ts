import {
  type Article,
  type Event,
  eventKinds,
  type Figure,
  type Participant,
  type Quotation,
  type SourceRecord,
  type Statement,
} from '../../knowledge/model.ts';
import { unknownPublisher } from '../../knowledge/publisher.ts';
import type { DeskArticle, DeskRecords } from '../../store/desk-ports.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';
import type { EventFound, Extraction, FigureFound, QuotationFound } from '../model.ts';
import { eventsOf, type Keyed, namesOf, quotationsOf } from './found-things.ts';
import { entitiesGiven, namesTold, newNamesOf, withEntities } from './new-names.ts';
import { createDatelineCut } from './without-dateline.ts';

/** Most of each that a record holds. */
const mostStatements = 600;
const mostEvents = 40;
const mostFigures = 60;
const mostEntities = 30;

/** How a source that nobody has reviewed is marked, wherever it is cited. */
export const unreviewedMark = 'unreviewed';

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

const sourceOf = (article: DeskArticle): SourceRecord => ({
  publisher: publisherOf(article),
  title: headlineOf(article),
  ...(article.link === undefined ? {} : { url: article.link }),
  published: publishedOf(article),
  article: article.id,
});

/** What a reader is told of where it comes from: with the mark, where nobody has reviewed it. */
const publisherOf = ({ publisher, edits, state }: DeskArticle): string => {
  const name = edits.publisher ?? publisher ?? unknownPublisher;
  return state === 'accepted' ? name : `${name} (${unreviewedMark})`;
};

const publishedOf = ({ published, edits }: DeskArticle): string => edits.published ?? published;
const headlineOf = ({ headline, edits }: DeskArticle): string => edits.headline ?? headline;

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

const calendar = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The date that a sentence names, where it names one and no other. */
function onlyDay(found: Extraction['dates']): string | undefined {
  const values = new Set(
    found.filter(({ type }) => type === 'DATE' || type === 'TIME').map(({ value }) => value.slice(0, 10)),
  );
  const [value] = values;
  return values.size === 1 && value !== undefined && isDate(value) ? value : undefined;
}

function isDate(value: string): boolean {
  if (!calendar.test(value)) return false;
  const padded = `${value}-01-01`.slice(0, 10);
  try {
    Temporal.PlainDate.from(padded, { overflow: 'reject' });
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
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
    speaker: participant(found.speaker.text, found.speaker.entity, 'speaker'),
    ...(found.addressee === undefined
      ? {}
      : { addressee: participant(found.addressee.text, found.addressee.entity, 'participant') }),
    ...(found.cue === null || found.cue.text.trim() === '' ? {} : { cue: found.cue.text }),
    date: publishedOf(article),
  };
}

const participant = (name: string, entity: string | null, role: Participant['role']): Participant =>
  entity === null ? { name, role } : { entity, role };

function figureRecord(article: DeskArticle, found: FigureFound, at: number): Figure | undefined {
  const [measure, unit] = [found.measure.trim(), found.unit.trim()];
  if (measure === '' || unit === '' || !Number.isFinite(found.value)) return undefined;
  return { id: `${article.id}-f${at + 1}`, measure, value: found.value, unit, asOf: publishedOf(article) };
}

/** Events with higher numbers are none of the records that go when an article is rejected; see desk-rows.ts. */
const highestNumber = 150;

/** Dated, and neither denied, nor only possible, nor one side's claim. */
const isTold = ({ key, found }: Keyed<EventFound>): boolean =>
  Number(key.slice(1)) <= highestNumber &&
  found.on !== undefined &&
  isDate(found.on.start) &&
  found.polarity === 'positive' &&
  (found.modality === 'asserted' || found.modality === 'planned');

const kinds: Readonly<Record<string, Event['kind']>> = {
  meeting: 'meeting',
  session: 'meeting',
  summit: 'summit',
  visit: 'visit',
  arrival: 'visit',
  statement: 'statement',
  founding: 'institution',
  accession: 'membership',
  appointment: 'appointment',
  agreement: 'treaty',
  signing: 'treaty',
  exercise: 'exercise',
  attack: 'incident',
};

const roles: Readonly<Record<EventFound['participants'][number]['role'], Participant['role']>> = {
  agent: 'participant',
  partner: 'participant',
  target: 'subject',
  host: 'host',
  speaker: 'speaker',
  member: 'participant',
  subject: 'subject',
};

/** The kind under which a record files it. */
export const recordKind = (found: string): Event['kind'] =>
  kinds[found] ?? eventKinds.find((kind) => kind === found) ?? 'other';

function eventRecord(
  article: DeskArticle,
  extraction: Extraction,
  { key, place, found }: Keyed<EventFound>,
): Event {
  const told = createDatelineCut(article.text)(found.evidence);
  const said = article.text.slice(told.start, told.end);
  const where = found.place === undefined ? undefined : placeOf(found.place, extraction);
  return {
    id: `${article.id}-${key}`,
    date: found.on?.start ?? publishedOf(article),
    title: article.edits.events?.[place]?.title ?? titleOf(found, said),
    summary: said,
    kind: recordKind(found.kind),
    status: found.modality === 'planned' ? 'announced' : 'held',
    ...(where === undefined ? {} : { place: where }),
    participants: found.participants.map(({ name, entity, role }) => participant(name, entity, roles[role])),
    topics: [],
    confidence: 'medium',
    sources: [sourceOf(article)],
    quotations: [],
    figures: [],
  };
}

/** Sentences up to this length are titles as they stand. */
const longestTitle = 220;

/** It is cited as evidence, and so stands in the article word for word: the sentence, or the part of it that tells. */
const titleOf = ({ title }: EventFound, said: string): string =>
  said.length > longestTitle && said.includes(title) && !title.includes('…') ? title : said;

function placeOf(name: string, { mentions }: Extraction): Event['place'] {
  const isCountry = mentions.some((each) => each.name === name && each.kind === 'country');
  return isCountry ? { country: name } : { city: name };
}
