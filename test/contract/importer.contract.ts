import { describe, expect, test } from 'vitest';
import type { KnowledgeData } from '../../src/knowledge/model.ts';
import type { KnowledgeReader, KnowledgeStore } from '../../src/store/ports.ts';
import { entity, event } from '../support/memory-knowledge.ts';
import { article, knowledge } from '../support/store/records.ts';

const nothing = { added: 0, changed: 0, removed: 0 };

/** What every store of the article data must do beyond reading; `make` gives an empty one. */
export function importerContract(name: string, make: () => Promise<KnowledgeStore>): void {
  describe(`${name}: importing`, () => {
    test('counts what was added, changed and removed, and zeros where nothing was', async () => {
      const store = await make();
      expect(await store.replaceAll('', shipped)).toEqual({ added: 3, changed: 0, removed: 0 });
      expect(await store.replaceAll('', shipped)).toEqual(nothing);
      const next = { ...shipped, events: [event('new', '2002-02-02', 'New', 'New.')], articles: [changed] };
      expect(await store.replaceAll('', next)).toEqual({ added: 1, changed: 1, removed: 1 });
      expect(await store.replaceAll('', knowledge({}))).toEqual({ added: 0, changed: 0, removed: 3 });
    });

    test('a changed record replaces its old self: no day, word or entity leads to that any more', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      const moved = event('pact', '2001-07-16', 'Pact', 'Signed in Yekaterinburg.');
      await store.replaceAll('', { ...shipped, events: [moved] });
      expect(await store.eventsOn('', '06-15')).toEqual([]);
      expect(await store.eventsOf('', 'russia')).toEqual([]);
      expect(await store.candidates('', { words: ['shanghai'], entities: ['russia'], limit: 9 })).toEqual([]);
      expect(await store.eventsOn('', '07-16')).toEqual([moved]);
      expect(await store.monthDays('')).toEqual(['07-16']);
      expect(await store.candidates('', { words: ['yekaterinburg'], entities: [], limit: 9 })).toHaveLength(
        1,
      );
    });

    test('a record that takes the place of the last one inherits nothing from it', async () => {
      const store = await make();
      await store.replaceAll('', knowledge({ events: shipped.events }));
      const other = event('other', '2002-02-02', 'Other', 'Elsewhere.');
      await store.replaceAll('', knowledge({ events: [other] }));
      const asked = { words: ['shanghai'], entities: ['russia'], limit: 9 };
      expect(await store.candidates('', asked)).toEqual([]);
      expect(await store.monthDays('')).toEqual(['02-02']);
    });

    test('a removed record is found by nothing', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      await store.replaceAll('', knowledge({}));
      expect(await everything(store, '')).toEqual(await everything(await make(), ''));
    });

    test('the version comes back with the data, in whatever order that is given', async () => {
      const store = await make();
      const empty = await store.version('');
      await store.replaceAll('', shipped);
      const first = await store.version('');
      expect(first).not.toBe(empty);
      await store.replaceAll('', { ...shipped, articles: [changed] });
      expect(await store.version('')).not.toBe(first);
      await store.replaceAll('', shipped);
      expect(await store.version('')).toBe(first);
      await store.replaceAll('', knowledge({}));
      expect(await store.version('')).toBe(empty);
    });

    test('entities read before an import are not given out after it', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      expect(await store.entities('W')).toHaveLength(1);
      await store.replaceAll('', { ...shipped, entities: [entity('china', 'country', 'China')] });
      expect((await store.entities('W')).map(({ id }) => id)).toEqual(['china']);
    });

    test('data that cannot be stored changes nothing', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      const before = await everything(store, '');
      const twice = [event('same', '2005-05-05', 'One', 'One.'), event('same', '2005-05-06', 'Two', 'Two.')];
      await expect(store.replaceAll('', { ...shipped, events: twice })).rejects.toThrow();
      expect(await everything(store, '')).toEqual(before);
    });
  });

  describe(`${name}: scopes`, () => {
    test('a workspace sees what ships and its own, and nobody else sees that', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      const before = { shipped: await everything(store, ''), other: await everything(store, 'Y') };
      await store.replaceAll('X', own);
      expect(await everything(store, '')).toEqual(before.shipped);
      expect(await everything(store, 'Y')).toEqual(before.other);
      const seen = await everything(store, 'X');
      expect(seen.counts).toMatchObject({ articles: 2, events: 2, entities: 2 });
      for (const key of [
        'events',
        'articles',
        'entities',
        'on',
        'of',
        'articlesOf',
        'byWord',
        'byEntity',
        'all',
      ] as const) {
        expect(JSON.stringify(seen[key]), key).toContain('secret');
        expect(JSON.stringify(before.other[key]), key).not.toContain('secret');
      }
      expect(seen.days).toEqual(['06-15', '09-09']);
    });

    test('a version changes for those who see the change and for nobody else', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      const version = async (): Promise<readonly string[]> => Promise.all(['', 'X', 'Y'].map(store.version));
      const [atFirst, xAtFirst, yAtFirst] = await version();
      expect(xAtFirst).toBe(atFirst);
      await store.replaceAll('X', own);
      const [then, xThen, yThen] = await version();
      expect([then, yThen]).toEqual([atFirst, yAtFirst]);
      expect(xThen).not.toBe(xAtFirst);
      await store.replaceAll('', { ...shipped, articles: [changed] });
      const [last, xLast, yLast] = await version();
      expect(new Set([atFirst, then, last]).size).toBe(2);
      expect(yLast).not.toBe(yThen);
      expect(xLast).not.toBe(xThen);
    });

    test('the same data in two workspaces is two sets: emptying one leaves the other', async () => {
      const store = await make();
      await store.replaceAll('X', own);
      await store.replaceAll('Y', own);
      expect(await store.replaceAll('X', knowledge({}))).toEqual({ added: 0, changed: 0, removed: 3 });
      expect(await store.eventsOn('X', '09-09')).toEqual([]);
      expect(await store.eventsOn('Y', '09-09')).toHaveLength(1);
    });

    test('a record of the workspace stands in for the shipped one of its id, there alone', async () => {
      const store = await make();
      await store.replaceAll('', shipped);
      const corrected = event('pact', '2001-06-16', 'Pact, corrected', 'Signed a day later.');
      await store.replaceAll('X', knowledge({ events: [corrected] }));
      expect(await store.events('X', ['pact'])).toEqual([corrected]);
      expect(await store.eventsOn('X', '06-15')).toEqual([]);
      expect(await store.monthDays('X')).toEqual(['06-16']);
      expect(await store.candidates('X', { words: ['shanghai'], entities: [], limit: 9 })).toEqual([]);
      expect((await store.counts('X')).events).toBe(1);
      expect(await store.events('Y', ['pact'])).toEqual(shipped.events);
    });

    test('words of another workspace do not weigh: what a reader gets does not tell of them', async () => {
      const store = await make();
      const talks = (id: string, date: string, text: string) => event(id, date, 'Talks', text);
      const ours = [talks('one', '2001-01-01', 'On silk.'), talks('two', '2001-01-02', 'On tea.')];
      await store.replaceAll('', knowledge({ events: ours }));
      const query = { words: ['silk', 'tea', 'talks'], entities: [], limit: 1 };
      const before = await store.candidates('', query);
      const theirs = Array.from({ length: 30 }, (_, index) =>
        talks(`t${index}`, '2003-01-01', 'On tea, tea and tea.'),
      );
      await store.replaceAll('Z', knowledge({ events: theirs }));
      expect(await store.candidates('', query)).toEqual(before);
      expect(await store.candidates('Y', query)).toEqual(before);
    });

    test('a scope that is written like a pattern or a quotation is only a name', async () => {
      const store = await make();
      await store.replaceAll('X', own);
      for (const scope of ["' or 1=1 --", '%', '*', 'x', 'X ']) {
        expect(await store.events(scope, ['secret-meeting']), scope).toEqual([]);
      }
    });
  });
}

const shipped = knowledge({
  events: [
    event('pact', '2001-06-15', 'Pact', 'Signed in Shanghai.', {
      participants: [{ entity: 'russia', role: 'signatory' }],
    }),
  ],
  articles: [article('report', '2023-05-05', 'Report', ['It was signed.'])],
  entities: [entity('russia', 'country', 'Russia')],
});

const changed = article('report', '2023-05-05', 'Report', ['It was signed, it says now.']);

const own = knowledge({
  events: [
    event('secret-meeting', '2020-09-09', 'Our meeting', 'Words that are nobody else’s: quokka.', {
      participants: [{ entity: 'secret-body', role: 'host' }],
    }),
  ],
  articles: [
    article('secret-report', '2020-09-10', 'Our report', ['The quokka again.'], {
      entities: ['secret-body'],
    }),
  ],
  entities: [entity('secret-body', 'organisation', 'Our secret body')],
});

/** What a scope sees through every way of reading. */
async function everything(store: KnowledgeReader, scope: string) {
  const none = { words: [], entities: [], limit: 100 };
  const ids = (data: KnowledgeData) => [...data.events, ...data.articles].map(({ id }) => id);
  const all = [...ids(shipped), ...ids(own)];
  return {
    version: await store.version(scope),
    counts: await store.counts(scope),
    entities: await store.entities(scope),
    events: await store.events(scope, all),
    articles: await store.articles(scope, all),
    on: await store.eventsOn(scope, '09-09'),
    days: await store.monthDays(scope),
    of: await store.eventsOf(scope, 'secret-body'),
    articlesOf: await store.articlesOf(scope, 'secret-body'),
    byWord: await store.candidates(scope, { ...none, words: ['quokka'] }),
    byEntity: await store.candidates(scope, { ...none, entities: ['secret-body'] }),
    all: await store.candidates(scope, none),
  };
}
