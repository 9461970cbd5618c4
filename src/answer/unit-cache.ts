import type { Entity } from '../knowledge/model.ts';
import { shortId } from '../short-id.ts';
import type { Candidate } from '../store/ports.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { candidateUnits, type UnitParts } from './library.ts';
import type { Unit } from './unit.ts';

/** Name lists kept at once: that of the shipped data, and those of workspaces with names of their own. */
const mostLists = 2;
/** Units of records that no library of late holds are dropped when there are so many times more than it has. */
const slack = 3;

interface Made {
  readonly gazetteer: Gazetteer;
  readonly units: Map<string, readonly Unit[]>;
}

/**
 * Units made before, by what their record says: a workspace that gets one article more is indexed anew without reading all
 * the others again, and workspaces share the units of what ships.
 */
export function createUnitCache(): (
  entities: readonly Entity[],
  candidates: readonly Candidate[],
) => UnitParts {
  const lists = new Map<string, Made>();
  return (entities, candidates) => {
    const key = shortId(JSON.stringify(entities));
    const made = lists.get(key) ?? { gazetteer: buildGazetteer(entities), units: new Map() };
    lists.delete(key);
    lists.set(key, made);
    const oldest = lists.keys().next();
    if (lists.size > mostLists && !oldest.done) lists.delete(oldest.value);
    return { gazetteer: made.gazetteer, units: unitsOf(candidates, made) };
  };
}

function unitsOf(candidates: readonly Candidate[], { gazetteer, units }: Made): readonly Unit[] {
  const used = new Map<string, readonly Unit[]>();
  const all = candidates.flatMap((candidate) => {
    const key = shortId(JSON.stringify(candidate));
    const made = units.get(key) ?? candidateUnits(candidate, gazetteer);
    used.set(key, made);
    return made;
  });
  if (units.size > used.size * slack) units.clear();
  for (const [key, made] of used) units.set(key, made);
  return all;
}
