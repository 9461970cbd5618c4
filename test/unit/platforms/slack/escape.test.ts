import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clean,
  cleanLine,
  cut,
  entities,
  hostLabel,
  hostLink,
  safeUrl,
} from '../../../../src/platforms/slack/escape.ts';
import { hostileText, hostileUrl } from '../../../support/slack/hostile-text.ts';

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

  test('leaves nothing that hides or turns text, and is done in one pass', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cleaned = clean(text);
        expect(cleaned.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
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

  test('a grapheme longer than the limit goes whole', () => {
    const tower = `e${'\u0301'.repeat(500)}`;
    expect(cut(`a${tower}b`, 100)).toBe('a…');
    expect(cut(tower, 100)).toBe('…');
  });
});

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//https://',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example/x',
    'slack://open',
    'not an address',
    `https://example.org/${'x'.repeat(3000)}`,
  ])('%.40s is not linked', (url) => {
    expect(safeUrl(url)).toBeUndefined();
    expect(hostLink(url)).toBeUndefined();
  });

  test('no character of a linked address can end the link', () => {
    expect(safeUrl('https://example.org/a|b>c<d e"f\'g`h')).toBe(
      'https://example.org/a%7Cb%3Ec%3Cd%20e%22f%27g%60h',
    );
    fc.assert(
      fc.property(hostileUrl, (url) => {
        const link = hostLink(url);
        if (link !== undefined) expect(link.text).toMatch(/^<https?:\/\/[^\s<>|"'`]+\|[a-z0-9.:-]+>$/);
      }),
    );
  });

  test('the label is the host that the link leads to, whatever else the address says', () => {
    expect(hostLabel('https://www.xinhua.example:8443/x')).toBe('xinhua.example:8443');
    expect(hostLabel('https://apple.com@evil.example/')).toBe('evil.example');
    expect(hostLabel('https://аpple.example/')).toBe('xn--pple-43d.example');
  });
});

test('only Slack’s three entities are written, each once', () => {
  expect(entities('<!channel> & <@U1> &lt; *b* `c`')).toBe(
    '&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;lt; *b* `c`',
  );
});
