import { demonymsOf } from '../answer/demonyms.ts';
import { clean, officeWords, termWords } from '../answer/facts/offices/tell.ts';
import { allTenures, type Tenure } from '../answer/facts/offices.ts';
import { shortName } from '../answer/facts/relations.ts';
import type { Library } from '../answer/library.ts';
import type { Entity, Participant } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { fold } from '../text/fold.ts';
import { daysOf } from '../text/time-expressions.ts';
import { findExact } from './find-entity.ts';
import { sentenceCase } from './sentence-case.ts';

/**
 * The office that a person surely held on a date, the one taken up last; undefined when the record is not precise
 * enough to tell, or has none.
 */
function officeOn(person: Entity, date: string, library: Library): Tenure | undefined {
  return tenuresOf(person, library)
    .filter((tenure) => surelyHeld(tenure, date))
    .at(-1);
}

/** Offices of a person, oldest first. */
export const tenuresOf = (person: Entity, library: Library): readonly Tenure[] =>
  allTenures(library).filter((tenure) => tenure.person.id === person.id);

/** `2022` to `2022-12-30` says nothing sure of May 2022 when the start is only known as a year. */
function surelyHeld(tenure: Tenure, date: string): boolean {
  if (tenure.from === undefined) return false;
  const day = daysOf(date);
  const started = daysOf(tenure.from).until <= day.from || tenure.from === date;
  return started && (tenure.to === undefined || day.until <= daysOf(tenure.to).from);
}

/** `Russian foreign minister Sergey Lavrov`, as he was on that date; the bare name where the office is not sure. */
export function personOn(person: Entity, date: string, library: Library): string {
  const tenure = officeOn(person, date, library);
  if (tenure === undefined) return person.name;
  const title = plainTitle(tenure);
  if (title.includes(','))
    return `${person.name} (${[title, tenure.organisation].filter(Boolean).join(', ')})`;
  return `${ownerWords(tenure, library)}${title} ${person.name}`;
}

/** The same for a participant, who may be a bare name, a country or an organisation. */
export function participantOn(who: Participant, date: string, library: Library): string {
  if ('name' in who) return who.name;
  const entity = library.gazetteer.entities.get(who.entity);
  if (entity === undefined) return who.entity;
  return entity.kind === 'person' ? personOn(entity, date, library) : entity.name;
}

/** Demonyms that do not stand alone before an office. */
const halfWords: ReadonlySet<string> = new Set(['zealander', 'african', 'lankan', 'korean']);

/** `Russian `, `SCO `, `Sri Lanka’s `; empty for an office of no organisation. */
function ownerWords(tenure: Tenure, library: Library): string {
  if (tenure.organisation === '') return '';
  const [owner] = findExact(tenure.organisation, library);
  const [demonym] = demonymsOf(fold(tenure.organisation));
  if (demonym !== undefined && !halfWords.has(demonym)) return `${sentenceCase(demonym)} `;
  if (owner?.kind === 'organisation') return `${shortName(owner)} `;
  return `${tenure.organisation}’s `;
}

/** A title in running text: `foreign minister`; one with a name in it keeps its capitals. */
const plainTitle = (tenure: Tenure): string =>
  officeWords({ ...tenure, organisation: '' }).replace(/^acting, (?:then|later) full /i, '');

/** `Foreign minister of Russia since 9 March 2004`: what the record says, and nothing of today. */
export function tenureWords(tenure: Tenure): string {
  const title = clean(tenure.title);
  const office = title.includes(',')
    ? [title, tenure.organisation].filter(Boolean).join(', ')
    : officeWords(tenure);
  const dates =
    tenure.from === undefined && tenure.to === undefined ? ', dates not recorded' : termWords(tenure);
  return `${sentenceCase(office)}${dates}`;
}

/** `; no end recorded as of 23 November 2026`, for an office that is still running then. */
export const openEnd = (tenure: Tenure, today: string): string =>
  tenure.to === undefined && tenure.from !== undefined
    ? `; no end recorded as of ${dateWords(today)}`
    : ` (as of ${dateWords(today)})`;

/** Whether an office had begun by a day and no end before it is recorded. */
export const runsOn = (tenure: Tenure, day: string): boolean =>
  tenure.from !== undefined &&
  tenure.from <= day &&
  (tenure.to === undefined || day.slice(0, tenure.to.length) <= tenure.to);
