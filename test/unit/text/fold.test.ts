import { describe, expect, it } from 'vitest';
import { fold, words } from '../../../src/text/fold.ts';

describe('folding names and words', () => {
  it('makes accented, curly and capital forms alike', () => {
    expect(fold('Türkiye’s  “Çankaya”')).toBe('turkiye\'s "cankaya"');
  });
  it('keeps the letters of other scripts', () => {
    expect(words('Лавров и 习近平')).toEqual(['лавров', 'и', '习', '近', '平']);
  });
  it('drops possessives and joins the thousands of a number', () => {
    expect(words("Xi's 136,000 km, 86.82 percent; U.S. ministers' talks")).toEqual([
      'xi',
      '136000',
      'km',
      '86.82',
      'percent',
      'us',
      'ministers',
      'talks',
    ]);
  });
});
