import type { ArticlesFound, Candidate, KnowledgeReader, Scope } from '../store/ports.ts';
import type { ArticleQuestion } from './articles/question.ts';
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
 * What a library holds: everything that a scope sees, or all but the articles that the scope has of its own. Those are
 * many, and are looked through for each question instead.
 */
export type Contents = 'everything' | 'without own articles';

/**
 * The indexed evidence of a scope. Reads the data once for each version of it, whoever asks first; workspaces without
 * records of their own share one. With `articlesFor` the only place of the answer engine that does I/O.
 */
export async function libraryOf(
  knowledge: KnowledgeReader,
  scope: Scope,
  contents: Contents = 'everything',
): Promise<{ readonly library: Library; readonly version: string }> {
  const version = await knowledge.version(scope);
  const shelf: Held = held.get(knowledge) ?? { libraries: new Map(), partsOf: createUnitCache() };
  held.set(knowledge, shelf);
  const { libraries, partsOf } = shelf;
  // Where nothing is of the scope's own, both are the same.
  const shared = scope === '' || version === (await knowledge.version(''));
  const key = shared || contents === 'everything' ? version : `${version} ${contents}`;
  const reading = libraries.get(key) ?? readLibrary(knowledge, scope, contents, partsOf);
  // Taken out and put in again: the oldest entry is the one used longest ago.
  libraries.delete(key);
  libraries.set(key, reading);
  const oldest = libraries.keys().next();
  if (libraries.size > mostHeld && !oldest.done) libraries.delete(oldest.value);
  try {
    return { library: await reading, version };
  } catch (fault) {
    libraries.delete(key);
    throw fault;
  }
}

/** Most articles of a workspace that are read for one question; the store gives those that hold most of it. */
const mostArticles = 8;

/** The articles of a workspace's own that may answer a question, published by its present. */
export const articlesFor = (
  { terms, today }: ArticleQuestion,
  knowledge: KnowledgeReader,
  scope: Scope,
): Promise<ArticlesFound> =>
  knowledge.ownArticles(scope, {
    words: terms.map(({ word }) => word),
    entities: [...new Set(terms.flatMap(({ ids }) => ids))],
    until: today.toString(),
    limit: mostArticles,
  });

async function readLibrary(
  knowledge: KnowledgeReader,
  scope: Scope,
  contents: Contents,
  partsOf: Held['partsOf'],
): Promise<Library> {
  const entities = await knowledge.entities(scope);
  const everything = {
    entities: [],
    words: [],
    from: '0001-01-01',
    until: '9999-12-31',
    limit: most,
    ...(contents === 'everything' ? {} : { ownArticles: false as const }),
  };
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
