import type { Candidate, KnowledgeReader, Scope } from '../store/ports.ts';
import { allTenures } from './facts/offices.ts';
import { allTies } from './facts/relations.ts';
import { buildLibrary, type Library } from './library.ts';
import { createUnitCache } from './unit-cache.ts';

/** Most records that are held indexed in memory. Beyond it only the newest are, until candidates are drawn per question. */
const most = 20_000;

/** Libraries held at once: that of the shipped data, and those of the workspaces with articles of their own used last. */
const mostHeld = 4;

/**
 * Most statements, quotations and figures of articles that are held: some 10 KB each. Beyond it those of the newest
 * articles are.
 */
const mostParts = 40_000;

interface Held {
  readonly libraries: Map<string, Promise<Library>>;
  readonly partsOf: ReturnType<typeof createUnitCache>;
}

const held = new WeakMap<KnowledgeReader, Held>();

/**
 * The indexed evidence of a scope. Reads the data once for each version of it, whoever asks first; workspaces without
 * records of their own share one. The only place of the answer engine that does I/O.
 */
export async function libraryOf(
  knowledge: KnowledgeReader,
  scope: Scope,
): Promise<{ readonly library: Library; readonly version: string }> {
  const version = await knowledge.version(scope);
  const shelf: Held = held.get(knowledge) ?? { libraries: new Map(), partsOf: createUnitCache() };
  held.set(knowledge, shelf);
  const { libraries, partsOf } = shelf;
  const reading = libraries.get(version) ?? readLibrary(knowledge, scope, partsOf);
  // Taken out and put in again: the oldest entry is the one used longest ago.
  libraries.delete(version);
  libraries.set(version, reading);
  const oldest = libraries.keys().next();
  if (libraries.size > mostHeld && !oldest.done) libraries.delete(oldest.value);
  try {
    return { library: await reading, version };
  } catch (fault) {
    libraries.delete(version);
    throw fault;
  }
}

async function readLibrary(
  knowledge: KnowledgeReader,
  scope: Scope,
  partsOf: Held['partsOf'],
): Promise<Library> {
  const entities = await knowledge.entities(scope);
  const everything = { entities: [], words: [], from: '0001-01-01', until: '9999-12-31', limit: most };
  const candidates = withinBounds(await knowledge.candidates(scope, everything));
  const library = buildLibrary(entities, candidates, partsOf(entities, candidates));
  prepare(library);
  return library;
}

/** Reads what the first question would have to wait for: the relations that events tell, and who held which office. */
function prepare(library: Library): void {
  allTies(library);
  allTenures(library);
}

/** All events, and the newest articles that there is room for; in the order in which they came. */
function withinBounds(candidates: readonly Candidate[]): readonly Candidate[] {
  let parts = 0;
  return candidates
    .toReversed()
    .filter((candidate) => {
      if (candidate.type === 'event') return true;
      const { statements, quotations, figures } = candidate.article;
      parts += statements.length + quotations.length + figures.length;
      return parts <= mostParts;
    })
    .reverse();
}
