import type { KnowledgeReader, Scope } from '../store/ports.ts';
import { buildLibrary, type Library } from './library.ts';

/** Most records that are held indexed in memory. Beyond it only the newest are, until candidates are drawn per question. */
const most = 20_000;

interface Held {
  readonly version: string;
  readonly library: Library;
}

const held = new WeakMap<KnowledgeReader, Map<Scope, Held>>();

/**
 * The indexed evidence of a scope. Reads the data once for each version of it; the only place of the answer engine that does I/O.
 */
export async function libraryOf(
  knowledge: KnowledgeReader,
  scope: Scope,
): Promise<{ readonly library: Library; readonly version: string }> {
  const version = await knowledge.version(scope);
  const scopes = held.get(knowledge) ?? new Map<Scope, Held>();
  held.set(knowledge, scopes);
  const known = scopes.get(scope);
  if (known?.version === version) return known;
  const entities = await knowledge.entities(scope);
  const everything = { entities: [], words: [], from: '0001-01-01', until: '9999-12-31', limit: most };
  const candidates = await knowledge.candidates(scope, everything);
  const fresh = { version, library: buildLibrary(entities, candidates) };
  scopes.set(scope, fresh);
  return fresh;
}
