import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/text/edit-distance.ts';
import { numberOf, ordinalOf } from '../../../src/text/number-words.ts';
import { sentences } from '../../../src/text/sentences.ts';

describe('small text tools', () => {
  it('does not end a sentence at an initial', () => {
    expect(sentences('S. Jaishankar spoke. Lavrov left at 5 p.m. Nobody asked.')).toHaveLength(3);
  });
  it('counts a swap of neighbours as one slip and stops counting early', () => {
    expect(editDistance('lenght', 'length', 2)).toBe(1);
    expect(editDistance('cricket', 'summit', 2)).toBe(3);
  });
  it('reads numbers in words', () => {
    expect([
      numberOf('nine'),
      numberOf('couple'),
      numberOf('tea'),
      ordinalOf('tenth'),
      ordinalOf('9th'),
    ]).toEqual([9, 2, undefined, 10, 9]);
  });
});
