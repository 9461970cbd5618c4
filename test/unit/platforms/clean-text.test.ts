import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, cleanLine, cut } from '../../../src/platforms/clean-text.ts';
import { hostileText } from '../../support/slack/hostile-text.ts';

describe('clean', () => {
  test.each([
    ['bidi \u202eeviL\u202c', 'bidi eviL'],
    ['zero\u200bwidth\u200d\u2060\ufeff', 'zerowidth'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['tag\u{e0041}', 'tag'],
    ['null\0 bell\u0007', 'null bell'],
    ['line\r\nline\u2028line\ttab', 'line\nline\nline tab'],
    ['lone \ud800', 'lone \ufffd'],
  ])('%j becomes %j', (text, cleaned) => expect(clean(text)).toBe(cleaned));

  test.each(['Türkiye', 'हिन्दी', '上海合作组织', '❤️', 'e\u0301', '*bold* _it_ `code` ~no~'])(
    '%s stays as it is, markup being no business of it',
    (text) => expect(clean(text)).toBe(text),
  );

  test.each([
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['a\u200db\u200c', 'ab'],
    ['👩\u200d\u200d👩', '👩👩'],
  ])('%j keeps joiners that belong to the spelling or to an emoji, and no others', (text, cleaned) =>
    expect(clean(text)).toBe(cleaned),
  );

  test('leaves nothing that hides or turns text, and is done in one pass', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cleaned = clean(text);
        expect(cleaned.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?<![^\x20-\x7f])[\u200c\u200d]/u,
        );
        expect(cleaned.isWellFormed()).toBe(true);
        expect(clean(cleaned)).toBe(cleaned);
        expect(cleanLine(text)).not.toMatch(/\n|^\s|\s$/);
      }),
    );
  });
});

describe('cut', () => {
  const graphemes = (text: string) =>
    Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);

  test('keeps within the limit, between graphemes, and marks what is missing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, most) => {
          const short = cut(text, most);
          expect(short.length).toBeLessThanOrEqual(Math.max(most, 1));
          expect(short === text).toBe(text.length <= most);
          if (text.length <= most) return;
          expect(short.endsWith('…')).toBe(true);
          const kept = short.slice(0, -1);
          expect(text.startsWith(kept)).toBe(true);
          const whole = graphemes(text);
          const parts = graphemes(kept);
          expect(parts).toEqual(whole.slice(0, parts.length));
        },
      ),
    );
  });

  test('a family stays together', () => {
    expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toBe('👩‍👩‍👧‍👦…');
    expect(cut('short', 12)).toBe('short');
  });

  test('a grapheme longer than the limit goes whole', () => {
    const tower = `e${'\u0301'.repeat(500)}`;
    expect(cut(`a${tower}b`, 100)).toBe('a…');
    expect(cut(tower, 100)).toBe('…');
  });
});
