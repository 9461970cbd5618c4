import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflections } from '../../../src/text/inflections.ts';
import { stem } from '../../../src/text/stem.ts';

describe('inflections', () => {
  it.each([
    ['resign', ['resigns', 'resigned', 'resigning', 'resignation']],
    ['voted', ['vote', 'votes', 'voting']],
    ['studies', ['study', 'studied', 'studying']],
    ['planning', ['plan', 'planned', 'plans']],
    ['won', ['win']],
    ['crashes', ['crash', 'crashed']],
    ['ministry', ['ministries']],
  ])('of %s', (word, forms) => {
    expect(inflections(word)).toEqual(expect.arrayContaining(forms));
  });
  it('leaves numbers, short words and other scripts as they are', () => {
    for (const word of ['2001', 'us', 'лавров', '上', 'w5']) expect(inflections(word)).toEqual([word]);
  });
  it('gives no word with another stem, few at all, and the word itself first', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        const forms = inflections(word);
        expect(forms[0]).toBe(word);
        expect(forms.length).toBeLessThan(40);
        for (const form of forms) expect(stem(form)).toBe(stem(word));
      }),
    );
  });
});
