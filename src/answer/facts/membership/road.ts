import { dateWords } from '../../../text/date-words.ts';
import type { Evidence, NonEmpty } from '../../model.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { shortName, tieEvidence } from '../relations.ts';
import { type Asked, statusTies } from './asked.ts';

/** The steps of a country on its way in, in the order of time. */
export function readRoad(asked: Asked): Fact | undefined {
  const country = asked.countries[0];
  if (country === undefined) return undefined;
  const name = shortName(asked.organisation);
  const steps = asked.library.units
    .flatMap((unit) => (unit.source.type === 'event' ? [{ unit, event: unit.source.event }] : []))
    .filter(
      ({ unit, event }) =>
        (event.kind === 'membership' ||
          /\b(accession|membership|observer|dialogue partner)\b/i.test(event.title)) &&
        unit.entities.has(country.id) &&
        (unit.stems.get('sco') ?? 0) >= 0.9,
    )
    .filter(({ event }) => new RegExp(country.name, 'i').test(`${event.title} ${event.summary}`));
  const ties = statusTies(asked, country);
  const dated = [
    ...ties.map((tie) => ({
      date: tie.relation.from ?? '',
      text: tie.status === 'member' ? 'full member' : tie.status,
      evidence: tieEvidence(tie, asked.library),
      id: tie.relation.event,
    })),
    ...steps
      .filter(
        ({ event }) =>
          !ties.some((tie) => tie.relation.event === event.id || tie.relation.from === event.date),
      )
      .map(({ unit, event }) => ({
        date: event.date,
        text: event.title,
        evidence: tieEvidenceOfUnit(unit, asked),
        id: event.id,
      })),
  ].sort((left, right) => (left.date < right.date ? -1 : 1));
  if (dated.length < 2) return undefined;
  const list = dated.map((step) => `${dateWords(step.date)}: ${step.text}`).join('; ');
  const evidence = dated.map((step) => step.evidence) as unknown as NonEmpty<Evidence>;
  return factAnswer(
    [[`${country.name} and the ${name}, step by step. ${list}.`, evidence]],
    'relations: road',
  );
}

const tieEvidenceOfUnit = (unit: { readonly id: string }, asked: Asked): Evidence =>
  tieEvidence(
    { subject: asked.organisation, relation: { kind: 'member of', of: '', event: unit.id } },
    asked.library,
  );
