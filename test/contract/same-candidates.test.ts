import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { CandidateQuery, KnowledgeReader, Store } from '../../src/store/ports.ts';
import { memoryKnowledge } from '../support/memory-knowledge.ts';
import { describePostgres, emptyDatabase } from '../support/store/postgres-store.ts';

describe('SQLite', () => agreeWithMemory(() => openStore(':memory:')));
describePostgres('PostgreSQL', () => agreeWithMemory(async () => openStore(await emptyDatabase())));

/** With the data that ships: what a question is answered from must not depend on where the data lies. */
function agreeWithMemory(open: () => Promise<Store>): void {
  let store: Store;
  let memory: KnowledgeReader;
  beforeAll(async () => {
    const data = await loadKnowledge('data');
    memory = memoryKnowledge(data);
    store = await open();
    await store.knowledge.replaceAll('', data);
    return () => store[Symbol.asyncDispose]();
  });

  const queries: readonly Partial<CandidateQuery>[] = [
    {},
    { limit: 30 },
    { words: ['rupee', 'trade', 'settlement', 'of', 'the'], limit: 10 },
    { words: ['лавров', '上', '86.82', '136000', 'bilawal'] },
    { words: ['summit'], entities: ['uzbekistan'], limit: 25 },
    { entities: ['sergey-lavrov', 'india', 'no-such'], from: '2023-05', until: '2023-05-05' },
    { words: ['summit'], from: '2001', until: '2001' },
    { words: ['xyzzy'] },
    // A number is not found by a part of it.
    { words: ['86'] },
    { words: ['49.5', '82', '400'] },
  ];
  test.each(queries)('gives the candidates of the reader in memory for %j', async (part) => {
    const query = { words: [], entities: [], limit: 20_000, ...part };
    expect(await store.knowledge.candidates('', query)).toEqual(await memory.candidates('', query));
  });

  test('counts, entities, days, and the events of each day and of each entity', async () => {
    const { knowledge } = store;
    expect(await knowledge.counts('')).toEqual(await memory.counts(''));
    const entities = await memory.entities('');
    expect(await knowledge.entities('')).toEqual(entities);
    const days = await memory.monthDays('');
    expect(await knowledge.monthDays('')).toEqual(days);
    const title = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    for (const day of [...days, '02-30', '6-15']) {
      expect(title(await knowledge.eventsOn('', day)), day).toEqual(title(await memory.eventsOn('', day)));
    }
    for (const { id } of entities) {
      expect(title(await knowledge.eventsOf('', id)), id).toEqual(title(await memory.eventsOf('', id)));
      expect(title(await knowledge.articlesOf('', id)), id).toEqual(title(await memory.articlesOf('', id)));
    }
  });
}
