import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from '../../../src/ingest/extract.ts';
import type { Extraction, Span } from '../../../src/ingest/model.ts';

const published = Temporal.PlainDate.from('2024-03-14');
const read = (text: string, headline?: string): Extraction =>
  extract({ text, published, ...(headline === undefined ? {} : { headline }) }, () => null);

const spansOf = (record: Extraction): readonly Span[] => [
  ...record.mentions,
  ...record.dates,
  ...record.figures,
  ...record.quotations,
  ...record.quotations.flatMap(({ speaker, cue, addressee }) =>
    [speaker, cue, addressee].filter((span) => span != null),
  ),
];

/** Pieces that the recognisers look for, in any order: far likelier to upset them than random letters. */
const piece = fc.constantFrom(
  'Mr ',
  'Lt. Gen. ',
  'Ama Boateng',
  'President ',
  'Ministry of ',
  'Health and ',
  'bin ',
  'U. S. ',
  'U.S. ',
  "'s ",
  '’ s ',
  ' - ',
  'al-',
  '“',
  '”',
  '"',
  '``',
  "''",
  'said ',
  'told ',
  'according to ',
  'who ',
  'it ',
  'was founded ',
  'by ',
  'accused ',
  ', ',
  '. ',
  ': ',
  '\n',
  '\n\n',
  '(AP) ',
  '(',
  ')',
  ' -- ',
  'on Thursday ',
  'a day after ',
  '31 February ',
  'May ',
  'May 5 and ',
  '25 ',
  'in ',
  '2001 ',
  '9999 ',
  '0 ',
  '1,000,000 ',
  'million ',
  '$',
  'half an ',
  'hour ',
  'two hundred ',
  'years ',
  'later ',
  'ago ',
  'next ',
  'last ',
  'the ',
  '2023-02-30',
  '99/99/9999',
  'T25:61',
  '\u0000',
  '\ud83d',
  '😀',
  'İ',
  'ß',
  'ﬁ',
  '\u0301',
  '漢字',
  'العربية',
  '\u202e',
);
const article = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

/** Protects: a place in the record always points at its own words, whatever the text is; nothing throws. */
test('every span lies in the text and holds what it says', () => {
  fc.assert(
    fc.property(article, fc.option(article, { nil: undefined }), (text, headline) => {
      const record = read(text, headline);
      for (const { start, end, text: said } of spansOf(record)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(said);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const { evidence } of record.events)
        expect(text.slice(evidence.start, evidence.end).length).toBe(evidence.end - evidence.start);
    }),
    { numRuns: 400 },
  );
});

/** Protects: dates and names come in order, none inside another. */
test('dates and names do not overlap', () => {
  fc.assert(
    fc.property(article, (text) => {
      const { dates, mentions } = read(text);
      for (const spans of [dates, mentions])
        for (const [index, span] of spans.entries())
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
    }),
    { numRuns: 200 },
  );
});

test('the same text gives the same record', () => {
  fc.assert(
    fc.property(article, (text) => {
      expect(read(text)).toEqual(read(text));
    }),
    { numRuns: 60 },
  );
});

/** Protects: hostile input takes time in proportion to its length. Four times the text may not take 40 times as long. */
test.each([
  ['spaces', ' '],
  ['one letter', 'a'],
  ['capitals', 'Aa '],
  ['opening quotes', '“'],
  ['straight quotes', '" '],
  ['commas', ', and '],
  ['digits', '1'],
  ['numbers', 'one hundred '],
  ['months', 'May '],
  ['lists', 'Peru, Chile, '],
  ['titles', 'Prime Minister '],
  ['verbs', 'said '],
  ['line breaks', '\n'],
  ['quoted words', '“It is so late,” he said. '],
  ['initials', 'U. S. '],
  ['of', 'Ministry of Health and '],
  ['one sentence', 'Peru met Chile in Lima and '],
  ['dashes', 'A - '],
  ['brackets', '('],
])('linear time over %s', (_name, unit) => {
  const time = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const before = performance.now();
    read(text);
    return performance.now() - before;
  };
  time(2_000);
  const short = Math.max(time(15_000), 4);
  expect(time(60_000)).toBeLessThan(short * 40 + 300);
});
