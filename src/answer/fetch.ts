import type { KnowledgeReader, Scope } from '../store/ports.ts';
import { buildLibrary, type Library } from './library.ts';

/** Most records that are held indexed in memory. Beyond it only the newest are, until candidates are drawn per question. */
const most = 20_000;

/** Libraries held at once: that of the shipped data, and those of the workspaces with articles of their own used last. */
const mostHeld = 4;

type Held = Map<string, Promise<Library>>;

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
  const libraries: Held = held.get(knowledge) ?? new Map();
  held.set(knowledge, libraries);
  const reading = libraries.get(version) ?? readLibrary(knowledge, scope);
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

async function readLibrary(knowledge: KnowledgeReader, scope: Scope): Promise<Library> {
  const entities = await knowledge.entities(scope);
  const everything = { entities: [], words: [], from: '0001-01-01', until: '9999-12-31', limit: most };
  return buildLibrary(entities, await knowledge.candidates(scope, everything));
}
