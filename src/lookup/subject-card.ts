import { entityEvidence } from '../answer/evidence.ts';
import type { Tenure } from '../answer/facts/offices.ts';
import type { Library } from '../answer/library.ts';
import { paragraph, SourceList } from '../document/build.ts';
import type { Action, Block, CiteSpan, Document } from '../document/model.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { button, buttons } from './buttons.ts';
import { citeEvent, citeEvidence, citeUnits, sentence } from './cited.ts';
import { nameFor } from './find-entity.ts';
import { firstFitting } from './first-fitting.ts';
import { narrow } from './narrow.ts';
import { openEnd, runsOn, tenuresOf, tenureWords } from './office-words.ts';
import { periodWords } from './read-period.ts';
import {
  articleSection,
  asOf,
  cardSizes,
  eventSections,
  figureSection,
  listSection,
  readAs,
  type Sizes,
  saidSections,
} from './sections.ts';
import { type Holdings, holdingsOf } from './shelf.ts';
import { belongingSection, standingSpans, tieItems } from './standing.ts';
import type { Subject } from './subject.ts';

/** What the desk has of a person, organisation, country, place or topic: what it is, its ties, dates, words and figures. */
export function subjectCard(subject: Subject, today: string, library: Library): Document {
  const holdings = ownWords(narrow(subject.holdings, subject.period), subject.entity);
  return firstFitting(cardSizes, (sizes) => compose(subject, holdings, sizes, today, library));
}

function compose(
  subject: Subject,
  holdings: Holdings,
  sizes: Sizes,
  today: string,
  library: Library,
): Document {
  const sources = new SourceList();
  const { entity } = subject;
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
      ...eventSections(holdings, sizes, library, sources, entity?.id),
      ...saidSections(holdings.quotations, sizes.quotations, library, citeUnits(sources)),
      ...figureSection(holdings, sizes.figures, citeUnits(sources)),
      ...articleSection(holdings, sizes.articles, sources),
      asOf(today, leftOut(holdings, sizes)),
      ...buttons(...nextSteps(subject, holdings, library)),
    ],
    sources: sources.all,
  };
}

/** `also here: 3 figures, 12 articles`: whole sections that there is no room for. */
function leftOut({ quotations, figures, articles }: Holdings, sizes: Sizes): string {
  const missing: readonly (readonly [number, number, string])[] = [
    [sizes.quotations, quotations.length, 'quotation'],
    [sizes.figures, figures.length, 'figure'],
    [sizes.articles, articles.length, 'article'],
  ];
  const told = missing.flatMap(([shown, count, what]) =>
    shown > 0 || count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`],
  );
  return told.length === 0 ? '' : `also here: ${told.join(', ')}`;
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
  const record = citeEvidence(entityEvidence(entity, recordWords(entity, library)), sources);
  const standing = standingSpans(entity, today, library, sources);
  const ties = tieItems(entity, library, sources);
  const offices = officeHead(entity, today, library, record, sources);
  return [
    ...offices.running,
    ...(standing === undefined ? [] : [paragraph(...standing)]),
    paragraph(...sentence(entity.description, [record])),
    ...offices.others,
    ...(ties.length > (standing === undefined ? 0 : 1) ? listSection('Ties', ties) : []),
    ...(entity.kind === 'organisation' ? belongingSection(entity, today, library, sources) : []),
  ];
}

/** All that the record of an entity says of it: offices and description. */
function recordWords(entity: Entity, library: Library): string {
  const offices = tenuresOf(entity, library).map(tenureWords).join('; ');
  return `${entity.name}: ${offices === '' ? '' : `${offices}. `}${entity.description}`;
}

/** The offices of today, which are the answer, and the others as a list. */
function officeHead(
  person: Entity,
  today: string,
  library: Library,
  record: CiteSpan,
  sources: SourceList,
): { readonly running: readonly Block[]; readonly others: readonly Block[] } {
  const all = tenuresOf(person, library).toReversed();
  const now = all.filter((tenure) => runsOn(tenure, today));
  const cites = (tenure: Tenure): readonly CiteSpan[] => [
    ...appointments(tenure, library).map((event) => citeEvent(event, sources)),
    record,
  ];
  const listed = all
    .filter((tenure) => !now.includes(tenure))
    .map((tenure) => ({ spans: sentence(tenureWords(tenure), cites(tenure)) }));
  return {
    running: now.map((tenure) =>
      paragraph(...sentence(`${tenureWords(tenure)}${openEnd(tenure, today)}.`, cites(tenure))),
    ),
    others: listSection(now.length > 0 ? 'Earlier offices' : 'Offices', listed),
  };
}

/** The event that put a person in office, where the data has it. */
const appointments = ({ person, from }: Tenure, library: Library): readonly Event[] =>
  holdingsOf(library, person.id)
    .events.filter((event) => event.kind === 'appointment' && event.date === from)
    .slice(0, 1);

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
