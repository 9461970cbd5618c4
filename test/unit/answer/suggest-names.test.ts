import { beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/answer/fetch.ts';
import type { Library } from '../../../src/answer/library.ts';
import { suggestNames } from '../../../src/answer/suggest-names.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';
import { smallWorld } from './small-world.ts';

let library: Library;
beforeAll(async () => {
  library = (await libraryOf(memoryKnowledge(smallWorld), '')).library;
});

describe('names that were meant', () => {
  it.each([
    ['When did Norlund join?', ['Norland']],
    ['Who met Ada Burg?', ['Ada Berg']],
    ['where is norhaaven', ['Norhaven']],
  ])('%s', (question, expected) => {
    expect(suggestNames(question, library)).toEqual(expected);
  });
  it.each(['Who is Montesquieu?', 'When did Norland join?', 'who met whom', '', '???'])(
    'none for “%s”',
    (question) => {
      expect(suggestNames(question, library)).toEqual([]);
    },
  );
});
