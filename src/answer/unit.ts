import type {
  Article,
  Entity,
  Event,
  Figure,
  Participant,
  Quotation,
  Statement,
} from '../knowledge/model.ts';
import { words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { daysOf } from '../text/time-expressions.ts';
import type { Gazetteer } from './gazetteer.ts';
import { joinPhrases } from './lexicon/phrases.ts';
import { UnitIndex } from './unit-index.ts';

/** What an answer can rest on, with the words and entities by which it is found. Weights are 0..1. */
export interface Unit {
  readonly id: string;
  readonly source:
    | { readonly type: 'event'; readonly event: Event }
    | { readonly type: 'entity'; readonly entity: Entity }
    | { readonly type: 'statement'; readonly article: Article; readonly statement: Statement }
    | {
        readonly type: 'quotation';
        readonly quotation: Quotation;
        readonly article?: Article;
        readonly event?: Event;
      }
    | {
        readonly type: 'figure';
        readonly figure: Figure;
        readonly article?: Article;
        readonly event?: Event;
      };
  readonly title: string;
  readonly text: string;
  readonly from: string;
  readonly until: string;
  readonly stems: ReadonlyMap<string, number>;
  readonly entities: ReadonlyMap<string, number>;
  /** Years (and other numbers) that the text itself names. */
  readonly numbers: ReadonlySet<string>;
  /** Words of the title or of the sentence itself: agreement here says what it is about. */
  readonly heads: ReadonlySet<string>;
  /** Who said it, for a quotation. */
  readonly by?: string;
}

const headsOf = (text: string): ReadonlySet<string> => new Set(joinPhrases(words(text)).map(stem));

/** Acts that an event of a kind implies without a word for them: who meets attends, who is appointed replaces somebody. */
const impliedBy: Readonly<Partial<Record<Event['kind'], readonly string[]>>> = {
  appointment: ['replace', 'appoint', 'succeed'],
  meeting: ['attend', 'represent', 'meet'],
  summit: ['attend', 'represent', 'meet'],
  treaty: ['sign'],
  visit: ['visit', 'travel'],
  exercise: ['train', 'participate'],
};
/** Worth of a word that is only implied: just enough to hold it. */
const implied = 0.58;

/** The units of an event: itself, and each of its quotations and figures. */
export function eventUnits(event: Event, gazetteer: Gazetteer): readonly Unit[] {
  const index = new UnitIndex(gazetteer).text(event.title, 1).text(event.summary, 1);
  index.text(event.topics.join(' . '), 0.7);
  index.text([event.place?.city, event.place?.country].filter(Boolean).join(' , '), 0.9);
  index.place(event.place?.city);
  index.people(event.participants);
  for (const each of event.quotations) index.text(each.text, 0.8);
  for (const each of event.figures) index.text(`${each.measure} ${each.value} ${each.unit}`, 0.8);
  if (event.note !== undefined) index.text(event.note, 0.4);
  index.offices(event.date);
  index.stem(stem(event.kind), 0.9);
  for (const word of impliedBy[event.kind] ?? []) index.stem(stem(word), implied);
  const unit: Unit = {
    id: event.id,
    source: { type: 'event', event },
    title: event.title,
    text: event.summary,
    ...daysOf(event.date, event.endDate),
    stems: index.stems,
    entities: index.entities,
    numbers: index.numbers,
    heads: headsOf(event.title),
  };
  return [
    unit,
    ...event.quotations.map((quotation) => quotationUnit({ event }, quotation, gazetteer)),
    ...event.figures.map((figure) => figureUnit({ event }, figure, gazetteer)),
  ];
}

/** What the record of a country, organisation, place or person says of it. Undated. */
export function entityUnit(entity: Entity, gazetteer: Gazetteer): Unit {
  const index = new UnitIndex(gazetteer).text(entity.name, 1).text(entity.description, 1);
  index.entity(entity.id, 1);
  for (const role of entity.roles) index.text(`${role.title} ${role.organisation ?? ''}`, 0.7);
  return {
    id: entity.id,
    source: { type: 'entity', entity },
    title: entity.name,
    text: entity.description,
    from: '',
    until: '',
    stems: index.stems,
    entities: index.entities,
    numbers: index.numbers,
    heads: headsOf(entity.description),
  };
}

/** The units of an article: each statement, quotation and figure, in the light of the whole. */
export function articleUnits(article: Article, gazetteer: Gazetteer): readonly Unit[] {
  return [
    ...article.statements.map((statement, at) => statementUnit(article, statement, at, gazetteer)),
    ...article.quotations.map((quotation) => quotationUnit({ article }, quotation, gazetteer)),
    ...article.figures.map((figure) => figureUnit({ article }, figure, gazetteer)),
  ];
}

/** Where a quotation or a figure stands. */
type Home =
  | { readonly article: Article; readonly event?: never }
  | { readonly event: Event; readonly article?: never };

function surroundings(home: Home, index: UnitIndex): void {
  if (home.article === undefined) {
    index.text(home.event.title, 0.7).text(home.event.summary, 0.6).people(home.event.participants);
    return;
  }
  index.text(home.article.title, 0.6).text(home.article.publisher ?? '', 0.7);
  for (const id of home.article.entities) index.entity(id, 0.45);
  if (home.article.dateline !== undefined) index.text(home.article.dateline, 0.6);
}

function statementUnit(article: Article, statement: Statement, at: number, gazetteer: Gazetteer): Unit {
  const index = new UnitIndex(gazetteer).text(statement.text, 1);
  if (statement.attributedTo !== undefined) index.text(statement.attributedTo, 0.8);
  for (const id of statement.entities) index.entity(id, 0.9);
  surroundings({ article }, index);
  const first = article.statements[0];
  if (first !== undefined && at > 0) index.text(first.text, 0.6);
  const before = article.statements[at - 1];
  if (before !== undefined && at > 1) index.text(before.text, 0.6);
  const date = statement.date ?? article.published;
  index.offices(date);
  return {
    id: statement.id,
    source: { type: 'statement', article, statement },
    title: article.title,
    text: statement.text,
    ...daysOf(date, statement.endDate),
    stems: index.stems,
    entities: index.entities,
    numbers: index.numbers,
    heads: headsOf(statement.text),
  };
}

function quotationUnit(home: Home, quotation: Quotation, gazetteer: Gazetteer): Unit {
  const index = new UnitIndex(gazetteer).text(quotation.text, 1).text(quotation.occasion ?? '', 0.8);
  index.people([quotation.speaker, ...(quotation.addressee ? [quotation.addressee] : [])]);
  index.stem(stem('said'), 0.8);
  surroundings(home, index);
  index.offices(quotation.date);
  return {
    id: quotation.id,
    source: { type: 'quotation', quotation, ...home },
    title: home.article?.title ?? home.event?.title ?? '',
    text: quotation.text,
    ...daysOf(quotation.date),
    stems: index.stems,
    entities: index.entities,
    numbers: index.numbers,
    heads: headsOf(quotation.text),
    by: nameOf(quotation.speaker, gazetteer),
  };
}

const nameOf = (who: Participant, gazetteer: Gazetteer): string =>
  'entity' in who ? (gazetteer.entities.get(who.entity)?.name ?? who.entity) : who.name;

function figureUnit(home: Home, figure: Figure, gazetteer: Gazetteer): Unit {
  const unit = figure.value === 1 ? figure.unit : plural(figure.unit);
  const text =
    `${figure.measure}: ${figure.qualifier ?? ''} ${figure.value.toLocaleString('en-GB')} ${unit}`.replace(
      / +/g,
      ' ',
    );
  const index = new UnitIndex(gazetteer).text(text, 1);
  surroundings(home, index);
  return {
    id: figure.id,
    source: { type: 'figure', figure, ...home },
    title: home.article?.title ?? home.event?.title ?? '',
    text,
    ...daysOf(figure.asOf),
    stems: index.stems,
    entities: index.entities,
    numbers: index.numbers,
    heads: headsOf(figure.measure),
  };
}

/** Units that are the same for one and for many. */
const invariable = /(?:s|percent|cent|people|rank|yuan|[A-Z]{2}|km)$/;

/** `polling station` → `polling stations`, `country` → `countries`. */
const plural = (unit: string): string =>
  invariable.test(unit) || unit === ''
    ? unit
    : unit === 'person'
      ? 'people'
      : unit.replace(/(?<=[^aeiou])y$/, 'ie').concat('s');
