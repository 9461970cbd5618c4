import { type Event, eventKinds, type Participant } from '../../knowledge/model.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import type { EventFound, Extraction } from '../model.ts';
import { publishedOf, sourceOf } from './article-words.ts';
import type { Keyed } from './found-things.ts';
import { isDate } from './is-date.ts';
import { createDatelineCut } from './without-dateline.ts';

/** Events with higher numbers are none of the records that go when an article is rejected; see desk-rows.ts. */
const highestNumber = 150;

/** Dated, and neither denied, nor only possible, nor one side's claim. */
export const isTold = ({ key, found }: Keyed<EventFound>): boolean =>
  Number(key.slice(1)) <= highestNumber &&
  found.on !== undefined &&
  isDate(found.on.start) &&
  found.polarity === 'positive' &&
  (found.modality === 'asserted' || found.modality === 'planned');

/** Somebody by entity where she is known, else by name. */
export const participant = (name: string, entity: string | null, role: Participant['role']): Participant =>
  entity === null ? { name, role } : { entity, role };

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

/** The record of an event that an accepted article tells. */
export function eventRecord(
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
