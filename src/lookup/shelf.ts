import type { Library } from '../answer/library.ts';
import type { Unit } from '../answer/unit.ts';
import type { Article, Event } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';

type Sourced<T extends Unit['source']['type']> = Unit & {
  readonly source: Extract<Unit['source'], { readonly type: T }>;
};
export type QuotationUnit = Sourced<'quotation'>;
export type FigureUnit = Sourced<'figure'>;

/** Records about one thing. Events oldest first; the others newest first. */
export interface Holdings {
  readonly events: readonly Event[];
  readonly articles: readonly Article[];
  readonly quotations: readonly QuotationUnit[];
  readonly figures: readonly FigureUnit[];
}

/** A topic word of the events with the events that carry it. */
export interface Topic {
  readonly label: string;
  readonly events: readonly Event[];
}

/** Everything in a library, sorted for look-up. */
export interface Shelf extends Holdings {
  /** By the folded topic. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** How many records each entity has; an entity with none is not in it. */
  readonly content: ReadonlyMap<string, number>;
}

/** An entity this strongly in a unit is what it is about: named in title or text, its place, or a main participant. */
const aboutIt = 0.75;

const shelves = new WeakMap<Library, Shelf>();
const perEntity = new WeakMap<Library, Map<string, Holdings>>();

/** The shelf of a library; sorted once. */
export function shelfOf(library: Library): Shelf {
  const known = shelves.get(library);
  if (known !== undefined) return known;
  const all = holdingsIn(library.units);
  const fresh = { ...all, topics: topicsOf(all.events), content: contentOf(library, all.articles) };
  shelves.set(library, fresh);
  return fresh;
}

/** What the desk has of one entity. */
export function holdingsOf(library: Library, id: string): Holdings {
  const known = perEntity.get(library) ?? new Map<string, Holdings>();
  perEntity.set(library, known);
  const held = known.get(id) ?? readHoldings(library, id);
  known.set(id, held);
  return held;
}

function readHoldings(library: Library, id: string): Holdings {
  const units = (library.entities.get(id) ?? []).flatMap(([at, weight]) => {
    const unit = library.units[at];
    return unit !== undefined && (weight >= aboutIt || takesPart(unit, id)) ? [unit] : [];
  });
  const inUnits = holdingsIn(units.filter((unit) => unit.source.type !== 'statement'));
  const articles = shelfOf(library).articles.filter((article) => article.entities.includes(id));
  return { ...inUnits, articles };
}

function takesPart(unit: Unit, id: string): boolean {
  if (unit.source.type !== 'event') return false;
  return unit.source.event.participants.some((each) => 'entity' in each && each.entity === id);
}

/** The records that units stand for, each once. */
export function holdingsIn(units: readonly Unit[]): Holdings {
  const events = new Map<string, Event>();
  const articles = new Map<string, Article>();
  const quotations: QuotationUnit[] = [];
  const figures: FigureUnit[] = [];
  for (const unit of units) {
    if (unit.source.type === 'event') events.set(unit.id, unit.source.event);
    if (unit.source.type === 'statement') articles.set(unit.source.article.id, unit.source.article);
    if (unit.source.type === 'quotation') quotations.push(unit as QuotationUnit);
    if (unit.source.type === 'figure') figures.push(unit as FigureUnit);
  }
  return {
    events: [...events.values()].sort(byDate),
    articles: [...articles.values()].sort((left, right) => compare(right.published, left.published)),
    quotations: quotations.sort(newestFirst),
    figures: figures.sort(newestFirst),
  };
}

/** The events with these ids, and what was said and measured at them. */
export const holdingsOfEvents = (ids: ReadonlySet<string>, library: Library): Holdings =>
  holdingsIn(
    library.units.filter((unit) => {
      const { source } = unit;
      return source.type === 'event'
        ? ids.has(unit.id)
        : (source.type === 'quotation' || source.type === 'figure') &&
            source.event !== undefined &&
            ids.has(source.event.id);
    }),
  );

/** The records of both, each once. */
export function union(left: Holdings, right: Holdings): Holdings {
  const both = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])];
  return {
    events: both(left.events, right.events).toSorted(byDate),
    articles: both(left.articles, right.articles).toSorted((one, other) =>
      compare(other.published, one.published),
    ),
    quotations: both(left.quotations, right.quotations).toSorted(newestFirst),
    figures: both(left.figures, right.figures).toSorted(newestFirst),
  };
}

const byDate = (left: Event, right: Event): number => compare(left.date + left.id, right.date + right.id);
const newestFirst = (left: Unit, right: Unit): number => compare(right.from, left.from);

function topicsOf(events: readonly Event[]): ReadonlyMap<string, Topic> {
  const pairs = events.flatMap((event) => event.topics.map((topic) => [topic, event] as const));
  const grouped = Map.groupBy(pairs, ([topic]) => fold(topic));
  return new Map(
    [...grouped].map(([key, list]) => [
      key,
      { label: list[0]?.[0] ?? key, events: [...new Set(list.map(([, event]) => event))] },
    ]),
  );
}

function contentOf(library: Library, articles: readonly Article[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (id: string): void => {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const [id, postings] of library.entities) {
    for (const [at, weight] of postings) {
      const unit = library.units[at];
      if (unit === undefined || unit.source.type === 'entity' || unit.source.type === 'statement') continue;
      if (weight >= aboutIt || takesPart(unit, id)) count(id);
    }
  }
  for (const article of articles) for (const id of new Set(article.entities)) count(id);
  return counts;
}

/** Order by code unit: the same everywhere. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
