import { describe, expect, it } from 'vitest';
import { councilOf } from '../../../src/answer/council.ts';

describe('which council a text is about', () => {
  it.each([
    ['Who hosted the premiers in 2016?', 'government'],
    ['SCO prime ministers hold 24th meeting in Moscow', 'government'],
    ['SCO foreign ministers meet in Tashkent', 'foreign'],
    ['the defence chiefs', 'defence'],
    ['SCO security council secretaries meet', 'security'],
  ])('%s → %s', (text, council) => {
    expect(councilOf(text)).toBe(council);
  });
  it.each([
    'Prime minister Li Qiang arrives',
    'Foreign ministers prepare the summit of the heads of state',
    'A marathon is run in Kunming',
  ])('says nothing of one minister, of two councils, or of none: %s', (text) => {
    expect(councilOf(text)).toBeUndefined();
  });
});
