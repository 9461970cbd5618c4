import { entityEvidence } from '../answer/evidence.ts';
import type { Library } from '../answer/library.ts';
import { paragraph, SourceList } from '../document/build.ts';
import type { Action, Block, Document, Span } from '../document/model.ts';
import type { Entity } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { button, buttons } from './buttons.ts';
import { citeEvent, citeEvidence, sentence } from './cited.ts';
import { nameFor } from './find-entity.ts';
import { narrow } from './narrow.ts';
import { runsOn, tenuresOf, tenureWords } from './office-words.ts';
import { periodWords } from './read-period.ts';
import {
  articleSection,
  asOf,
  cardSizes,
  eventSections,
  figureSection,
  listSection,
  readAs,
  saidSections,
} from './sections.ts';
import type { Holdings } from './shelf.ts';
import { belongingItems, standingSpans, tieItems } from './standing.ts';
import type { Subject } from './subject.ts';

/** What the desk has of a person, organisation, country, place or topic: what it is, its ties, dates, words and figures. */
export function subjectCard(subject: Subject, today: string, library: Library): Document {
  const sources = new SourceList();
  const { entity } = subject;
  const holdings = ownWords(narrow(subject.holdings, subject.period), entity);
  const head =
    entity === undefined
      ? topicHead(subject, holdings, sources)
      : entityHead(entity, today, library, sources);
  return {
    kind: 'answer',
    title: subject.label,
    blocks: [
      ...head,
      ...readAs(subject),
      ...eventSections(holdings, cardSizes, library, sources, entity?.id),
      ...saidSections(holdings.quotations, cardSizes.quotations, library, sources),
      ...figureSection(holdings, cardSizes.figures, sources),
      ...articleSection(holdings, cardSizes.articles, sources),
      asOf(today),
      ...buttons(...nextSteps(subject, holdings, library)),
    ],
    sources: sources.all,
  };
}

/** Of a person the card shows what they said themselves, not what was said to them. */
function ownWords(holdings: Holdings, entity: Entity | undefined): Holdings {
  if (entity?.kind !== 'person') return holdings;
  const quotations = holdings.quotations.filter(({ source: { quotation } }) => {
    return 'entity' in quotation.speaker && quotation.speaker.entity === entity.id;
  });
  return { ...holdings, quotations };
}

function topicHead(subject: Subject, { events }: Holdings, sources: SourceList): readonly Block[] {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined)
    return [paragraph(`No event here is on ${subject.label}; this is what else the desk has.`)];
  const span =
    first === last
      ? `${dateWords(first.date)}.`
      : `the first of ${dateWords(first.date)}, the last of ${dateWords(last.date)}.`;
  const count = events.length === 1 ? 'One event' : `${events.length} events`;
  const when = periodWords(subject.period);
  const cites = [...new Set([first, last])].map((event) => citeEvent(event, sources));
  return [
    paragraph(
      ...sentence(`${count} here on ${subject.label}${when === '' ? '' : ` ${when}`}: ${span}`, cites),
    ),
  ];
}

function entityHead(entity: Entity, today: string, library: Library, sources: SourceList): readonly Block[] {
  const record = citeEvidence(entityEvidence(entity, `${entity.name}: ${entity.description}`), sources);
  const description = paragraph(...sentence(entity.description, [record]));
  const standing = standingSpans(entity, today, library, sources);
  const ties = tieItems(entity, library, sources);
  return [
    ...officeHead(entity, today, library, sources),
    ...(standing === undefined ? [] : [paragraph(...standing)]),
    description,
    ...(ties.length > (standing === undefined ? 0 : 1) ? listSection('Ties', ties) : []),
    ...listSection(
      `Who belongs to it on ${dateWords(today)}`,
      entity.kind === 'organisation' ? belongingItems(entity, today, library, sources) : [],
    ),
  ];
}

/** The offices of today first, as the answer; earlier ones in a list. */
function officeHead(person: Entity, today: string, library: Library, sources: SourceList): readonly Block[] {
  const all = tenuresOf(person, library).toReversed();
  const now = all.filter((tenure) => runsOn(tenure, today));
  const others = all.filter((tenure) => !now.includes(tenure));
  const spans = (words: string): readonly Span[] =>
    sentence(words, [citeEvidence(entityEvidence(person, `${person.name}: ${words}`), sources)]);
  const listed = others.map((tenure) => ({ spans: spans(tenureWords(tenure, today)) }));
  return [
    ...now.map((tenure) => paragraph(...spans(`${tenureWords(tenure, today)}.`))),
    ...listSection(now.length > 0 ? 'Earlier offices' : 'Offices', listed),
  ];
}

function nextSteps(subject: Subject, holdings: Holdings, library: Library): readonly (Action | undefined)[] {
  const { entity } = subject;
  const name = entity === undefined ? subject.typed : nameFor(entity, library);
  const { events, quotations } = holdings;
  return [
    events.length === 0 ? undefined : button(`Timeline (${events.length})`, 'timeline', { subject: name }),
    events.length === 0 ? undefined : button('Brief', 'brief', { topic: name }),
    entity?.kind === 'person' && quotations.length > 0
      ? button(`Quotations (${quotations.length})`, 'quote', { speaker: name })
      : undefined,
  ];
}
