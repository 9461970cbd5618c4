import { describe, expect, test } from 'vitest';
import { ReaderError } from '../../../src/errors.ts';
import { cleanText } from '../../../src/ingest/read/clean-text.ts';
import { decodeText } from '../../../src/ingest/read/decode-text.ts';
import { headDate } from '../../../src/ingest/read/head-date.ts';
import { linkKey, ownLink } from '../../../src/ingest/read/link-key.ts';
import { newsArticles } from '../../../src/ingest/read/news-article.ts';
import { readJsonLines } from '../../../src/ingest/read/read-json.ts';
import { readMoment } from '../../../src/ingest/read/read-moment.ts';
import { readMarkdown, readPlain } from '../../../src/ingest/read/read-plain.ts';
import { messageOf } from '../../support/one-sentence.ts';

const today = Temporal.PlainDate.from('2026-11-25');

describe('moments', () => {
  test.each([
    ['2023-05-04', '2023-05-04'],
    ['2023-05-04T18:33:00+05:30', '2023-05-04T18:33:00+05:30'],
    ['2023-05-04T18:33:00.123Z', '2023-05-04T18:33:00Z'],
    ['2023-05-04 18:33', '2023-05-04'],
    ['2023-05-04T18:33:00+0530', '2023-05-04T18:33:00+05:30'],
    ['20230504T183300Z', '2023-05-04T18:33:00Z'],
    ['Thu, 04 May 2023 13:03:00 GMT', '2023-05-04T13:03:00Z'],
    ['Thu, 4 May 2023 9:03:00 EST', '2023-05-04T09:03:00-05:00'],
    ['4 May 23 13:03 +0530', '2023-05-04T13:03:00+05:30'],
    ['Thursday, May 4, 2023', '2023-05-04'],
    ['May 4 2023', '2023-05-04'],
    ['D:20230504120000Z', '2023-05-04'],
  ])('%s is %s', (written, read) => expect(readMoment(written)).toBe(read));
  test.each([
    '',
    'yesterday',
    '2023-02-30',
    '2023-13-01',
    '31 April 2023',
    '0001-01-01',
    'Thu, 04 Foo 2023',
    '1683201780',
  ])('%j is none', (written) => expect(readMoment(written)).toBeUndefined());
});

describe('the day at the head of a text', () => {
  test.each([
    [' date 2023-05-04 Russian Foreign Minister Sergey Lavrov met', '2023-05-04'],
    ['GOA, May 4 (ANI) – Russian Foreign Minister', '2026-05-04'],
    ['NEW DELHI, Dec 4 (Reuters) - India said', '2025-12-04'],
    ['New Delhi, 4 May 2023 (PTI): India said', '2023-05-04'],
    ['BISHKEK, Kyrgyzstan, Feb. 29 (AP) -- The council', '2024-02-29'],
  ])('%s', (text, day) => expect(headDate(text, today)).toBe(day));
  test.each([
    'The council met on May 4 – as planned.',
    'date 2023-02-30 Nothing of the kind.',
    'In May 4 of them went home – the rest stayed.',
    'GOA (ANI) – Russian Foreign Minister',
  ])('%s: none', (text) => expect(headDate(text, today)).toBeUndefined());
});

describe('plain text', () => {
  test('a headline is a first line that is no sentence and stands alone', () => {
    expect(readPlain('Ministers meet in Goa\n\nThey met on Thursday.', today)).toEqual({
      headline: 'Ministers meet in Goa',
      text: 'They met on Thursday.',
    });
  });
  test('a first sentence is no headline', () => {
    expect(readPlain('They met on Thursday.\n\nThey smiled.', today).headline).toBeUndefined();
  });
  test('a header is read and is no part of what the article says', () => {
    expect(readPlain(' date 2023-05-04 Lavrov met Jaishankar.', today)).toEqual({
      text: 'Lavrov met Jaishankar.',
      published: '2023-05-04',
    });
  });
  test('nothing is no article', () => {
    expect(messageOf(() => readPlain(' \n 12 ', today), ReaderError)).toBe(
      'There are no words in that text.',
    );
  });
  test('unseen characters go, joiners of Hindi stay', () => {
    expect(cleanText('a\u200Bb\u202Ec\u0000d क्\u200Dष\r\n\r\n\r\nx')).toBe('abcd क्\u200Dष\n\nx');
  });
});

test('Markdown loses its marks and keeps its words', () => {
  const source =
    '---\ntitle: "A thing"\ndate: 2023-05-04\nauthor: X\n---\n# Other\n\nThe *council* met in [Goa](https://example.org) **today**.\nIt went on, snake_case_word and 2 * 3 * 4 stay.\n\n- point one\n- point two\n\n> He said so.\n';
  expect(readMarkdown(source, today)).toEqual({
    text: 'The council met in Goa today. It went on, snake_case_word and 2 * 3 * 4 stay.\n\npoint one\n\npoint two\n\nHe said so.',
    headline: 'A thing',
    published: '2023-05-04',
    byline: 'X',
  });
});

describe('JSON', () => {
  test('articles are found in lists and graphs, other things are not', () => {
    const one = {
      '@type': ['ReportageNewsArticle'],
      headline: 'H',
      articleBody: 'B',
      author: ['X', { name: 'Y' }],
    };
    expect(newsArticles([{ '@graph': [{ '@type': 'Person', name: 'Z' }, one] }])).toEqual([
      { headline: 'H', text: 'B', byline: 'X, Y' },
    ]);
    expect(newsArticles({ '@type': 'Product', name: 'Z', articleBody: 'B' })).toEqual([]);
  });
  test('depth ends', () => {
    let json: unknown = { '@type': 'NewsArticle', headline: 'H' };
    for (let depth = 0; depth < 5_000; depth++) json = [json];
    expect(newsArticles(json)).toEqual([]);
  });
  test('a line that is wrong is named', () => {
    expect(messageOf(() => readJsonLines('{"text":"a b"}\n{"text":5}', today), ReaderError)).toBe(
      'Line 2: “text” has to be text.',
    );
    expect(messageOf(() => readJsonLines('{"text":"a","published":"soon"}', today), ReaderError)).toMatch(
      /“published” is a date such as/,
    );
  });
});

describe('links', () => {
  test.each([
    ['https://www.example.org/a/?utm_source=x#top', 'http://example.org/a'],
    ['https://m.example.org/a/amp/', 'https://example.org/a'],
    ['https://example.org/a?b=1&a=2', 'https://example.org/a?a=2&b=1&fbclid=z'],
  ])('%s and %s are one article', (one, other) => expect(linkKey(one)).toBe(linkKey(other)));
  test.each([
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/a', 'https://example.com/a'],
    ['https://example.org/a', 'https://example.org/A'],
  ])('%s and %s are two', (one, other) => expect(linkKey(one)).not.toBe(linkKey(other)));
  test('a script is no link', () => expect(linkKey('javascript:alert(1)')).toBeUndefined());
  test('a page of a site may name another host of the same site', () => {
    expect(ownLink('https://news.example.org/a', 'https://example.org/b')).toBe('https://news.example.org/a');
    expect(ownLink('https://example.com/a', 'https://example.org/b')).toBe('https://example.org/b');
  });
});

describe('character sets', () => {
  test('are those of the mark, the server, the page, in this order', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'utf-8')).toBe('A');
    expect(decodeText(new Uint8Array([0xcf, 0xf0]), 'windows-1251')).toBe('Пр');
    const page = new Uint8Array([...new TextEncoder().encode('<meta charset="windows-1251">'), 0xcf]);
    expect(decodeText(page)).toContain('П');
    expect(decodeText(new Uint8Array([0x93, 0x61]))).toBe('“a');
  });
  test('that nobody knows are named', () => {
    expect(messageOf(() => decodeText(new Uint8Array([65]), 'klingon'), ReaderError)).toMatch(/“klingon”/);
  });
});
