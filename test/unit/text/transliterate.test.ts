import { describe, expect, it } from 'vitest';
import { soundOfHan } from '../../../src/text/han-names.ts';
import { transliterate } from '../../../src/text/transliterate.ts';

describe('names in other letters', () => {
  it.each([
    ['Лавров', 'lavrov'],
    ['путин', 'putin'],
    ['Мирзиёев', 'mirziyoev'],
    ['जयशंकर', 'jayshankar'],
    ['मोदी', 'modi'],
  ])('%s → %s', (typed, expected) => {
    expect(transliterate(typed)).toBe(expected);
  });
  it('leaves Latin and other letters alone', () => {
    expect(transliterate('Who met 王毅 and Şahin?')).toBe('Who met 王毅 and Şahin?');
  });
  it('reads names in Han letters, and only where it knows every letter', () => {
    expect(soundOfHan('习近平')).toBe('xijinping');
    expect(soundOfHan('王毅')).toBe('wangyi');
    expect(soundOfHan('习龘平')).toBeUndefined();
    expect(soundOfHan('王')).toBeUndefined();
  });
});
