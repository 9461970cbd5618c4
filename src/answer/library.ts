import type { Entity } from '../knowledge/model.ts';
import type { Candidate } from '../store/ports.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { Postings } from './postings.ts';
import { articleUnits, entityUnit, eventUnits, type Unit } from './unit.ts';

/** The evidence, indexed: words and entities lead to units. Build once for each data version. */
export interface Library {
  readonly units: readonly Unit[];
  readonly gazetteer: Gazetteer;
  readonly stems: Postings;
  readonly entities: Postings;
  /** Events by id, for the sources of relations. */
  readonly byId: ReadonlyMap<string, Unit>;
  /** First and last day of anything held here. */
  readonly from: string;
  readonly until: string;
}

/** What is made of names and records before they are indexed. */
export interface UnitParts {
  readonly gazetteer: Gazetteer;
  readonly units: readonly Unit[];
}

/** The units of one record. */
export const candidateUnits = (candidate: Candidate, gazetteer: Gazetteer): readonly Unit[] =>
  candidate.type === 'event'
    ? eventUnits(candidate.event, gazetteer)
    : articleUnits(candidate.article, gazetteer);

function makeParts(entities: readonly Entity[], candidates: readonly Candidate[]): UnitParts {
  const gazetteer = buildGazetteer(entities);
  return { gazetteer, units: candidates.flatMap((candidate) => candidateUnits(candidate, gazetteer)) };
}

/**
 * Indexes candidates. Order in, order out: the same for the same data.
 * @param parts what was made of them, where it is known already
 */
export function buildLibrary(
  entities: readonly Entity[],
  candidates: readonly Candidate[],
  parts: UnitParts = makeParts(entities, candidates),
): Library {
  const { gazetteer } = parts;
  const units = [
    ...parts.units,
    ...entities.filter((entity) => entity.kind !== 'person').map((entity) => entityUnit(entity, gazetteer)),
  ];
  const stems = new Postings(units.map((unit) => unit.stems));
  const days = units
    .filter((unit) => unit.source.type === 'event')
    .map((unit) => unit.from)
    .sort();
  return {
    units,
    gazetteer,
    stems,
    entities: new Postings(units.map((unit) => unit.entities)),
    byId: new Map(units.map((unit) => [unit.id, unit])),
    from: days[0] ?? '',
    until: days.at(-1) ?? '',
  };
}
