import { dateWords, rangeWords } from '../../../text/date-words.ts';
import { entityEvidence, unitEvidence } from '../../evidence.ts';
import type { Library } from '../../library.ts';
import type { Evidence, NonEmpty } from '../../model.ts';
import type { Unit } from '../../unit.ts';
import { compare } from '../relations.ts';
import type { Tenure } from './tenure.ts';

export const clean = (title: string): string => title.replace(/ \(.*\)/, '');

export const officeWords = (tenure: Tenure): string => {
  const title = clean(tenure.title);
  const plain =
    /^(?:Acting|Interim|Caretaker|Deputy|First|Vice|Foreign|Prime|Defence|External|Affairs|Interior|Finance|Health|Education|Energy|Culture|Minister|President|Premier|King|Chief|Secretary|Vice-President|,|then|later|full|of|and|the| )+$/.test(
      title,
    )
      ? title.toLowerCase()
      : title;
  return tenure.organisation === ''
    ? plain
    : `${plain} of ${tenure.organisation.replace(/^(Shanghai Cooperation Organisation)$/, 'the $1')}`;
};

export function termWords(tenure: Tenure): string {
  if (tenure.from === undefined) return tenure.to === undefined ? '' : ` until ${dateWords(tenure.to)}`;
  return tenure.to === undefined
    ? ` since ${dateWords(tenure.from)}`
    : `, ${rangeWords(tenure.from, tenure.to)}`;
}

export const evidenceOf = (tenure: Tenure): NonEmpty<Evidence> => [
  entityEvidence(
    tenure.person,
    `${tenure.person.name}: ${clean(tenure.title)}${tenure.organisation === '' ? '' : `, ${tenure.organisation}`}${termWords(tenure)}`,
    tenure.from,
  ),
];

export type Told = readonly [string, NonEmpty<Evidence>];

/** One sentence on a tenure; its evidence is the event nearest to the day asked about, then the person's record. */
export const tell = (tenure: Tenure, verb: string, library: Library, day?: string): Told => [
  `${tenure.person.name} ${verb} ${officeWords(tenure)}${termWords(tenure)}.`,
  withEvent(tenure, library, day),
];

export function withEvent(tenure: Tenure, library: Library, day = tenure.from ?? ''): NonEmpty<Evidence> {
  const [from, to] = [tenure.from ?? '', tenure.to ?? '9999'];
  const inOffice = (library.entities.get(tenure.person.id) ?? [])
    .filter(([, weight]) => weight >= 0.9)
    .flatMap(([at]) => library.units[at] ?? [])
    .filter((unit) => unit.source.type === 'event' && unit.from >= from && unit.from <= to);
  const nearestTo = (then: string): Unit | undefined =>
    [...inOffice].sort(
      (left, right) => distance(left.from, then) - distance(right.from, then) || compare(left.id, right.id),
    )[0];
  const nearest = nearestTo(day);
  if (nearest === undefined) return evidenceOf(tenure);
  const last = tenure.to === undefined ? undefined : nearestTo(tenure.to);
  const end = last === undefined || last === nearest ? [] : [unitEvidence(last)];
  return [unitEvidence(nearest), ...evidenceOf(tenure), ...end];
}

/** Days between two dates, roughly; only to compare. */
function distance(left: string, right: string): number {
  const days = (date: string): number =>
    Number(date.slice(0, 4)) * 372 + Number(date.slice(5, 7) || 1) * 31 + Number(date.slice(8, 10) || 1);
  return Math.abs(days(left) - days(right));
}

/** An open term is told as running, whatever day was asked about. */
export const holderVerb = (holder: Tenure): string => (holder.to === undefined ? 'has been' : 'was');
