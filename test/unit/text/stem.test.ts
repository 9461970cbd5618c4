import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/text/stem.ts';

describe('stemming', () => {
  it.each([
    ['met', 'meeting'],
    ['signed', 'signatory'],
    ['elections', 'elected'],
    ['took', 'takes'],
    ['ministers', 'minister'],
    ['cities', 'city'],
    ['fourteen', '14'],
    ['condemned', 'condemns'],
  ])('brings %s and %s together', (left, right) => {
    expect(stem(left)).toBe(stem(right));
  });
  it.each([
    ['president', 'precedent'],
    ['stable', 'stage'],
    ['first', '1'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(stem(left)).not.toBe(stem(right));
  });
});
