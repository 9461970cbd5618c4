import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryOf } from '../../../src/answer/fetch.ts';
import { buildLibrary } from '../../../src/answer/library.ts';
import { createUnitCache } from '../../../src/answer/unit-cache.ts';
import type { Store } from '../../../src/store/ports.ts';
import { entity } from '../../support/memory-knowledge.ts';
import { act, incoming, known, openWorld, report } from './desk-world.ts';

let store: Store;
beforeEach(async () => {
  store = await openWorld();
});
afterEach(() => store[Symbol.asyncDispose]());

const everything = { entities: [], words: [], limit: 20_000 };
const place = (id: string, text: string) =>
  store.desk.place('w1', [incoming({ id, text, link: `https://gazette.example.org/${id}` })], act, true);
const other =
  'Something else was told in Gullport on Friday by people whom nobody knew, about a lighthouse that had been dark for many years and was lit again that night.';

test('a library made with what was known before is the one made from nothing', async () => {
  const partsOf = createUnitCache();
  for (const [id, text] of [
    ['a1', report],
    ['a2', other],
    ['a1', `${report} And that was all.`],
  ] as const) {
    await place(id, text);
    const [entities, candidates] = [
      await store.knowledge.entities('w1'),
      await store.knowledge.candidates('w1', everything),
    ];
    expect(buildLibrary(entities, candidates, partsOf(entities, candidates))).toEqual(
      buildLibrary(entities, candidates),
    );
  }
});

test('units are kept while names are the same, and made anew when a name is added', async () => {
  await place('a1', report);
  const candidates = await store.knowledge.candidates('w1', everything);
  const partsOf = createUnitCache();
  const first = partsOf(known, candidates).units[0];
  expect(partsOf(known, candidates).units[0]).toBe(first);
  const more = [...known, entity('piet-moss', 'person', 'Piet Moss')];
  expect(partsOf(more, candidates).units[0]).not.toBe(first);
  expect([...(partsOf(more, candidates).units[0]?.entities.keys() ?? [])]).toContain('piet-moss');
});

test('what one workspace brings in is in no other’s library', async () => {
  await place('a1', report);
  const own = await libraryOf(store.knowledge, 'w1');
  const others = await libraryOf(store.knowledge, 'w2');
  const articles = (library: typeof own) =>
    library.library.units.filter(({ source }) => source.type === 'statement').length;
  expect([articles(own) > 0, articles(others)]).toEqual([true, 0]);
});
