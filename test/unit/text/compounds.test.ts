import { describe, expect, it } from 'vitest';
import { compoundsIn, joinCompounds } from '../../../src/text/compounds.ts';

describe('compounds', () => {
  it.each([
    ['the stand-off on the lake', 'the standoff on the lake'],
    ['a presidential run-off', 'a presidential runoff'],
    ['the s-400 deal', 'the s400 deal'],
    ['a river-sharing deal', 'a river deal'],
  ])('%s → %s', (written, joined) => {
    expect(joinCompounds(written)).toBe(joined);
  });

  it.each([
    'his swearing-in',
    'the secretary-general',
    'a good-neighbourly treaty',
    'on 18-19 july',
    '2019-20',
  ])('leaves %s alone, of which each half says something', (written) => {
    expect(joinCompounds(written)).toBe(written);
    expect(compoundsIn(written)).toEqual([]);
  });

  it('finds in evidence what a question may write as one word', () => {
    expect(compoundsIn('the stand-off ended and the s-400 came')).toEqual(['standoff', 's400']);
  });
});
