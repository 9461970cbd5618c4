import { entityEvidence } from '../answer/evidence.ts';
import type { Tenure } from '../answer/facts/offices.ts';
import type { Library } from '../answer/library.ts';
import { paragraph, type SourceList } from '../document/build.ts';
import type { Block, CiteSpan } from '../document/model.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { citeEvent, citeEvidence, sentence } from './cited.ts';
import { openEnd, runsOn, tenuresOf, tenureWords } from './office-words.ts';
import { periodWords } from './period.ts';
import { listSection } from './sections.ts';
import { type Holdings, holdingsOf } from './shelf.ts';
import { belongingSection, standingSpans, tieItems } from './standing.ts';
import type { Subject } from './subject.ts';

/** The first lines of a topic's card: how many events, from when to when. */
export function topicHead(subject: Subject, { events }: Holdings, sources: SourceList): readonly Block[] {
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

/** The first lines of an entity's card: office or standing today, what it is, other offices, ties, members. */
export function entityHead(
  entity: Entity,
  today: string,
  library: Library,
  sources: SourceList,
): readonly Block[] {
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
