import { andWords } from '../answer/facts/fact.ts';
import type { Library } from '../answer/library.ts';
import type { Term } from '../answer/query.ts';
import { understand } from '../answer/understand.ts';
import type { Unit } from '../answer/unit.ts';
import type { Entity } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';
import { holdingsOnDays, readDays } from './day-subject.ts';
import { type Found, findExact, guessEntity, nearEntity } from './find-entity.ts';
import type { Period } from './period.ts';
import { type Holdings, holdingsIn, holdingsOf, holdingsOfEvents, shelfOf, union } from './shelf.ts';

/** What a reader named, with what the desk has of it. */
export interface Subject {
  readonly label: string;
  /** What to type so that exactly this is meant. */
  readonly typed: string;
  readonly entity?: Entity;
  /** The time that was named together with it: `SCO 2005`. */
  readonly period: Period;
  readonly holdings: Holdings;
  /** What was typed, where it is no name that the subject has: the reader is told how it was read. */
  readonly guessedFrom?: string;
}

export type SubjectReading =
  | { readonly state: 'one'; readonly subject: Subject }
  | Exclude<Found, { readonly state: 'one' }>;

/** An entity by its name; else a topic of the records; else words that all stand in one; else a name that is near. */
export function readSubject(typed: string, today: Temporal.PlainDate, library: Library): SubjectReading {
  const exact = findExact(typed, library);
  const [only, another] = exact;
  if (only !== undefined)
    return another === undefined
      ? one(ofEntity(only, typed, library))
      : { state: 'several', entities: exact, guessed: false };
  const days = ofDays(typed, today, library);
  if (days !== undefined) return one(days);
  const named = ofTopic(typed, today, library) ?? ofWords(typed, today, library);
  if (named !== undefined && named.guessedFrom === undefined) return one(named);
  const near = nearEntity(typed, library);
  if (near.state === 'one') return one(guessedAs(near.entity, typed, library));
  if (named !== undefined) return one(named);
  const guess = near.state === 'several' ? near : guessEntity(typed, library);
  return guess.state === 'one' ? one(guessedAs(guess.entity, typed, library)) : guess;
}

const guessedAs = (entity: Entity, typed: string, library: Library): Subject => ({
  ...ofEntity(entity, typed, library),
  guessedFrom: typed.trim(),
});

const one = (subject: Subject): SubjectReading => ({ state: 'one', subject });

/** The subject that an entity is. */
export function ofEntity(entity: Entity, typed: string, library: Library): Subject {
  const named = findExact(entity.name, library);
  const name = named.length === 1 ? entity.name : entity.id;
  return {
    label: entity.name,
    typed: findExact(typed, library).length === 1 ? typed : name,
    entity,
    period: {},
    holdings: holdingsOf(library, entity.id),
  };
}

/** `15 June`, `India on 15 June`: days of the year, whatever the year. */
function ofDays(typed: string, today: Temporal.PlainDate, library: Library): Subject | undefined {
  const asked = readDays(typed);
  if (asked === undefined) return undefined;
  const topic = asked.topic === undefined ? undefined : readSubject(asked.topic, today, library);
  if (topic !== undefined && topic.state !== 'one') return undefined;
  const holdings = holdingsOnDays(asked, today, library, topic?.subject.holdings);
  if (holdings.events.length === 0) return undefined;
  const label = `${topic === undefined ? '' : `${topic.subject.label}, `}${asked.label}`;
  return { label, typed, period: {}, holdings };
}

/** Several subjects as one: everything on any of them. Undefined for none. */
export function joinSubjects(subjects: readonly Subject[]): Subject | undefined {
  const [first, ...others] = subjects;
  if (first === undefined || others.length === 0) return first;
  return {
    label: andWords(subjects.map(({ label }) => label)),
    typed: first.typed,
    period: {},
    holdings: others.reduce((sum, { holdings }) => union(sum, holdings), first.holdings),
  };
}

function ofTopic(typed: string, today: Temporal.PlainDate, library: Library): Subject | undefined {
  const topic = shelfOf(library).topics.get(fold(typed));
  if (topic === undefined) return undefined;
  const tagged = holdingsOfEvents(new Set(topic.events.map((event) => event.id)), library);
  const worded = ofWords(typed, today, library)?.holdings;
  // The tags say which events are on the topic; what was said and written on it has no tags and is found by its words.
  const holdings = worded === undefined ? tagged : { ...union(tagged, worded), events: tagged.events };
  return { label: topic.label, typed, period: {}, holdings };
}

/** How strongly a record has to hold each of the words. */
const strongly = 0.5;

/** Everything that holds all the words; undefined when nothing does, or no word says anything. */
function ofWords(typed: string, today: Temporal.PlainDate, library: Library): Subject | undefined {
  const query = understand(typed, today, library);
  const window = query.times.windows[0];
  const period = window === undefined ? {} : { from: window.from, until: window.until };
  const named = window === undefined ? [] : findExact(query.times.rest, library);
  if (named.length === 1 && named[0] !== undefined)
    return { ...ofEntity(named[0], query.times.rest, library), period };
  const guessed = query.terms.filter(
    (term) => term.ids.length > 0 && !query.mentions.some((mention) => mention.said === term.said),
  );
  if (guessed.length === query.terms.length) return undefined;
  const units = holdingAll(query.terms, library);
  if (units.length === 0) return undefined;
  const subject = { label: typed.trim(), typed, period, holdings: holdingsIn(units) };
  if (guessed.length === 0) return subject;
  const names = new Map(guessed.map((term) => [term.said, nameOf(term, library)]));
  const label = fold(typed)
    .split(' ')
    .map((word) => names.get(word) ?? word)
    .join(' ');
  return { ...subject, label, guessedFrom: typed.trim() };
}

const nameOf = (term: Term, library: Library): string =>
  library.gazetteer.entities.get(term.ids[0] ?? '')?.name ?? term.said;

/** Units other than the records of entities that hold every one of the words. */
function holdingAll(terms: readonly Term[], library: Library): readonly Unit[] {
  const [first, ...rest] = terms.map((term) => holding(term, library));
  return [...(first ?? [])]
    .filter((at) => rest.every((each) => each.has(at)))
    .flatMap((at) => library.units[at] ?? [])
    .filter((unit) => unit.source.type !== 'entity');
}

function holding(term: Term, library: Library): ReadonlySet<number> {
  const postings =
    term.ids.length === 0
      ? (library.stems.get(term.stem) ?? [])
      : term.ids.flatMap((id) => library.entities.get(id) ?? []);
  return new Set(postings.filter(([, weight]) => weight >= strongly).map(([at]) => at));
}
