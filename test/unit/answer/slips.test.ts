import { beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/answer/fetch.ts';
import type { Library } from '../../../src/answer/library.ts';
import { capitalised, putRight } from '../../../src/answer/slips.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';
import { smallWorld } from './small-world.ts';

let library: Library;
beforeAll(async () => {
  library = (await libraryOf(memoryKnowledge(smallWorld), '')).library;
});
const right = (question: string): string => putRight(question.toLowerCase(), library, capitalised(question));

describe('slips of the keyboard', () => {
  it.each([
    ['gullport ferry dat', 'gullport ferry date'],
    ['whre was the regatta', 'where was the regatta'],
    ['premeirs in norhaven', 'premiers in norhaven'],
    ['pipeline lenght', 'pipeline length'],
  ])('%s → %s', (typed, meant) => {
    expect(right(typed)).toBe(meant);
  });

  it.each([
    // A word that English knows is meant as it stands, even beside a commoner one.
    'who wore what at the regatta',
    // A name with a capital is nobody's slip.
    'Who is Premeirs?',
    // Near to several words: nobody knows which.
    'xyzzy at the regatta',
  ])('%s stays', (typed) => {
    expect(right(typed)).toBe(typed.toLowerCase());
  });
});
