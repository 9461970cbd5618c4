import { describe, expect, test } from 'vitest';
import type { ArticleQuery, KnowledgeStore } from '../../src/store/ports.ts';
import { article, knowledge } from '../support/store/records.ts';

/** What every store must do with the articles that a workspace has of its own; `make` gives an empty one. */
export function ownArticlesContract(name: string, make: () => Promise<KnowledgeStore>): void {
  describe(`${name}: a workspace’s own articles`, () => {
    const ids = async (
      query: Partial<ArticleQuery>,
      scope = 'X',
      store?: KnowledgeStore,
    ): Promise<readonly string[]> => {
      const full = { words: [], entities: [], until: '2026-01-01', limit: 10, ...query };
      const { articles } = await (store ?? (await filled(make))).ownArticles(scope, full);
      return articles.map(({ id }) => id);
    };

    test('by words in whatever inflection, those with more and rarer ones first', async () => {
      expect(await ids({ words: ['resign', 'lighthouse'] })).toEqual(['keeper', 'mayor']);
      expect(await ids({ words: ['resigning'] })).toEqual(['mayor', 'keeper']);
      expect(await ids({ words: ['lighthouses'] })).toEqual(['keeper']);
    });
    test('no other word, no half a word, and nothing where nothing is asked for', async () => {
      expect(await ids({ words: ['resort', 'light'] })).toEqual([]);
      expect(await ids({})).toEqual([]);
    });
    test('by an entity', async () => {
      expect(await ids({ entities: ['gullport'] })).toEqual(['keeper']);
    });
    test('neither what ships nor what another workspace has', async () => {
      expect(await ids({ words: ['herring'] })).toEqual([]);
      expect(await ids({ words: ['resigned'] }, 'Y')).toEqual(['theirs']);
      expect(await ids({ words: ['herring'] }, '')).toEqual([]);
    });
    test('nothing that was published later than is asked', async () => {
      expect(await ids({ words: ['resigned'], until: '2024-03-01' })).toEqual(['keeper']);
      expect(await ids({ words: ['resigned'], until: '2024-02-28' })).toEqual([]);
    });
    test('counts each word among those articles alone', async () => {
      const store = await filled(make);
      const query = { words: ['resign', 'herring', 'mayor'], entities: [], until: '2026-01-01', limit: 1 };
      const { articles, total, frequencies } = await store.ownArticles('X', query);
      expect([articles.length, total]).toEqual([1, 3]);
      expect(Object.fromEntries(frequencies)).toEqual({ resign: 2, herring: 0, mayor: 1 });
    });
    test('the oldest of many is found where it alone holds what is asked', async () => {
      const store = await make();
      const newer = Array.from({ length: 60 }, (_, at) =>
        article(`n${at}`, '2025-05-05', 'Harbour news', ['The mayor spoke of the harbour again.']),
      );
      const old = article('old', '1999-01-01', 'Harbour news', ['The mayor opened an observatory.']);
      await store.replaceAll('X', knowledge({ articles: [...newer, old] }));
      expect(await ids({ words: ['mayor', 'observatory'], limit: 3 }, 'X', store)).toEqual([
        'old',
        'n9',
        'n8',
      ]);
    });
    test('as it is now, after it was changed', async () => {
      const store = await filled(make);
      await store.ownArticles('X', { words: ['mayor'], entities: [], until: '2026-01-01', limit: 9 });
      const changed = article('mayor', '2024-03-02', 'Mayor stays', ['The mayor did not resign after all.']);
      await store.replaceAll('X', knowledge({ articles: [changed] }));
      const query = { words: ['mayor'], entities: [], until: '2026-01-01', limit: 9 };
      expect((await store.ownArticles('X', query)).articles).toEqual([changed]);
    });
    test('are left out of candidates where that is said, and nothing else is', async () => {
      const store = await filled(make);
      const query = { words: [], entities: [], limit: 100 };
      const found = async (scope: string, more: { readonly ownArticles?: false } = {}) =>
        (await store.candidates(scope, { ...query, ...more })).map((each) =>
          each.type === 'article' ? each.article.id : each.event.id,
        );
      expect(await found('X', { ownArticles: false })).toEqual(['shipped']);
      expect(await found('X')).toEqual(['shipped', 'keeper', 'mayor', 'other']);
    });
  });
}

async function filled(make: () => Promise<KnowledgeStore>): Promise<KnowledgeStore> {
  const store = await make();
  await store.replaceAll(
    '',
    knowledge({ articles: [article('shipped', '2020-01-01', 'Herring', ['The herring resigned.'])] }),
  );
  await store.replaceAll(
    'X',
    knowledge({
      articles: [
        article('keeper', '2024-03-01', 'A lighthouse without a keeper', ['The keeper resigned.'], {
          entities: ['gullport'],
        }),
        article('mayor', '2024-03-02', 'Mayor goes', ['The mayor resigns today.']),
        article('other', '2024-03-03', 'Weather', ['It rained.']),
      ],
    }),
  );
  await store.replaceAll(
    'Y',
    knowledge({ articles: [article('theirs', '2024-03-01', 'Theirs', ['Somebody resigned.'])] }),
  );
  return store;
}
