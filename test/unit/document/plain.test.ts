import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cite, link, paragraph, text } from '../../../src/document/build.ts';
import { plainBody, plainDocument, plainSource } from '../../../src/document/plain.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { sampleDocuments } from '../../support/sample-documents.ts';

const sample = (name: string) => {
  const document = sampleDocuments[name];
  if (document === undefined) throw new Error(`no sample ${name}`);
  return document;
};

describe('a document as plain text', () => {
  test('answers first, then the numbered sources with their links', () => {
    expect(plainDocument(sample('answer'))).toBe(
      [
        'India became a full member of the SCO on 9 June 2017, at the Astana summit, together with Pakistan. [1][2]',
        'As of 23 November 2026 · data 3f9c2a',
        '',
        '[1] 9 June 2017 · India and Pakistan become full SCO members · Xinhua, 9 June 2017',
        '    https://example.org/xinhua/2017/06/09/astana-summit_(sco)',
        '[2] 4 May 2023 · The article on the Goa meeting gives 2017 as the year India and Pakistan became permanent members · Mint, 4 May 2023',
        '    https://example.org/mint/goa-meeting',
      ].join('\n'),
    );
  });

  test('the body has no sources and no buttons', () => {
    const body = plainBody(sample('answer'));
    expect(body).not.toContain('https://');
    expect(body).not.toContain('Share');
  });

  test('says how many items are hidden, and numbers an ordered list', () => {
    expect(plainBody(sample('timeline'))).toContain('8. 28 August 2008 · Dushanbe');
    expect(plainBody(sample('timeline'))).toContain('+16 more');
    expect(plainBody(sample('digest'))).not.toContain('1. 2001');
  });

  test('a quotation stands in quotation marks with its speaker; a table keeps its rows', () => {
    expect(plainBody(sample('quote'))).toContain(
      "“Don't tell anybody” — Sergey Lavrov, Russian foreign minister",
    );
    expect(plainBody(sample('table'))).toContain('India | 9 June 2017 [2] | observer');
  });

  test('a picture is what it says in words', () => {
    expect(plainBody(sample('picture'))).toContain('Members of the SCO: 6 in 2001, 8 in 2017, 10 in 2024.');
  });

  test('an empty part leaves no empty line or lone separator', () => {
    expect(plainSource({ date: '2001', statement: 's', publisher: '' })).toBe('2001 · s');
    expect(
      plainDocument({ kind: 'notice', blocks: [{ type: 'divider' }, paragraph('a')], sources: [] }),
    ).toBe('a');
  });

  test('text is data: nothing is escaped or interpreted', () => {
    const spans = [text('<b> & **x**', 'strong'), link('label', 'https://e.org'), cite(1)];
    expect(plainBody({ kind: 'answer', blocks: [paragraph(...spans)], sources: [] })).toBe(
      '<b> & **x**label[1]',
    );
  });

  test('any document: the title, every paragraph and every source is there', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const plain = plainDocument(document);
        expect(plain).toContain(document.title ?? '');
        for (const source of document.sources) expect(plain).toContain(plainSource(source));
        for (const block of document.blocks) {
          if (block.type !== 'paragraph') continue;
          for (const span of block.spans) if (span.type === 'text') expect(plain).toContain(span.text);
        }
      }),
    );
  });
});
