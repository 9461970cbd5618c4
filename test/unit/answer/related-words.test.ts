import { describe, expect, it } from 'vitest';
import { relatedTo } from '../../../src/answer/lexicon/related-words.ts';
import { lexiconLines, synonymsOf, useLexicon } from '../../../src/answer/lexicon/synonyms.ts';
import { stem } from '../../../src/text/stem.ts';

const related = (word: string): readonly string[] => relatedTo(stem(word)).map(([other]) => other);

describe('words that general English relates', () => {
  it.each([
    ['jail', 'prison'],
    ['oath', 'swear'],
    ['nuclear', 'atomic'],
    ['rent', 'lease'],
    ['flight', 'fly'],
  ])('knows that %s is near %s', (word, other) => {
    expect(related(word)).toContain(stem(other));
  });
  it.each([
    ['win', 'lose'],
    ['open', 'close'],
    ['buy', 'sell'],
    ['import', 'export'],
    ['enemy', 'friend'],
  ])('keeps %s and its opposite %s apart, as an answer may turn on them', (word, other) => {
    expect(related(word)).not.toContain(stem(other));
  });
  it('never weighs them like the word itself', () => {
    for (const word of ['jail', 'attack', 'launch', 'meeting'])
      for (const [, worth] of relatedTo(stem(word))) {
        expect(worth).toBeGreaterThanOrEqual(0.38);
        expect(worth).toBeLessThanOrEqual(0.7);
      }
  });
  it('knows nothing of names and of words that nobody uses', () => {
    expect(related('jaishankar')).toEqual([]);
    expect(related('qwertzuiop')).toEqual([]);
  });
});

describe('the lexicon', () => {
  it('can be left out for measuring, and comes back whole', () => {
    const before = synonymsOf(stem('treaty')).size;
    expect(before).toBeGreaterThan(0);
    useLexicon([]);
    expect(synonymsOf(stem('treaty')).size).toBe(0);
    useLexicon(lexiconLines);
    expect(synonymsOf(stem('treaty')).size).toBe(before);
  });
});
