import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../../src/platforms/clean-text.ts';
import { escapeLine, maskedLink, safeUrl } from '../../../../src/platforms/discord/escape.ts';
import { renderSpans } from '../../../../src/platforms/discord/render-spans.ts';
import { anyUrl, hostileText } from '../../../support/discord/arbitrary-documents.ts';
import { readMarkdown } from '../../../support/discord/read-markdown.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('text is data', () => {
  it.each([
    [
      '**bold** _em_ ~~gone~~ ||spoiler|| `code`',
      '\\*\\*bold\\*\\* \\_em\\_ \\~\\~gone\\~\\~ \\|\\|spoiler\\|\\| \\`code\\`',
    ],
    ['<@123> <#4> </ask:5> <t:0:R>', '\\<@123\\> \\<\\#4\\> \\</ask:5\\> \\<t\\:0\\:R\\>'],
    ['@everyone', '@\u200beveryone'],
    ['[gift](https://evil.example)', '\\[gift\\]\\(https\\://evil.example)'],
    ['join discord.gg/evil', 'join discord\\.gg/evil'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['2001. A year', '2001\\. A year'],
    [':smile:', '\\:smile:'],
  ])('%s is shown as it stands', (text, markdown) => {
    expect(escapeLine(text)).toBe(markdown);
    expect(readMarkdown(markdown)).toEqual({ text, links: [], marks: [] });
  });

  it.each([
    'On this day: 15 June',
    '28–29 May (one source)',
    '10:30',
    'Sino-Russian',
    '1.5 billion',
    'a+b',
    '50 %',
  ])('leaves %s alone', (text) => expect(escapeLine(text)).toBe(text));

  it('gives nothing to the client but text, and the reader every character of it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = renderSpans([{ type: 'text', text }], 'paragraphs');
        const reading = readMarkdown(markdown);
        expect(reading.marks).toEqual([]);
        expect(reading.links).toEqual([]);
        expect(flat(reading.text)).toBe(flat(clean(text)));
        expect(markdown).not.toMatch(/<@[!&]?\d+>|@(everyone|here)/i);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps the words of styled and plain runs apart from their marks', () => {
    const style = fc.constantFrom(undefined, 'strong' as const, 'emphasis' as const, 'code' as const);
    const run = fc.tuple(hostileText, style);
    fc.assert(
      fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
        const spans = runs.map(([text, look]) =>
          look === undefined ? { type: 'text' as const, text } : { type: 'text' as const, text, style: look },
        );
        const reading = readMarkdown(renderSpans(spans, 'line'));
        expect(reading.links).toEqual([]);
        expect(new Set(reading.marks).difference(new Set(['strong', 'emphasis', 'code']))).toEqual(new Set());
        // Each run is cleaned by itself: a joiner at its end joins nothing of the next one.
        expect(flat(reading.text)).toBe(flat(runs.map(([text]) => clean(text)).join('')));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('links', () => {
  it.each(['javascript:alert(1)', 'ftp://a.example', '/relative', 'https://u:p@a.example/'])(
    'does not link %s',
    (url) => {
      expect(safeUrl(url)).toBeUndefined();
      expect(readMarkdown(maskedLink('label', url))).toEqual({ text: 'label', links: [], marks: [] });
    },
  );

  it('lets no label end the link or pretend to be another address', () => {
    fc.assert(
      fc.property(hostileText, anyUrl, (label, url) => {
        const reading = readMarkdown(renderSpans([{ type: 'link', text: label, url }], 'line'));
        expect(reading.marks).toEqual([]);
        expect(reading.links.length).toBeLessThanOrEqual(1);
        for (const each of reading.links) {
          expect(each.url).toBe(safeUrl(url));
          expect(each.label).not.toMatch(/:\/\/|discord\.gg/);
        }
        const words = flat(clean(label)).replace(/[[\]()]/g, '');
        expect(flat(reading.text).replace(/[[\]()]/g, '')).toContain(words);
      }),
      { numRuns: 1500 },
    );
  });
});
