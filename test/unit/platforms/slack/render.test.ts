import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph } from '../../../../src/document/build.ts';
import { fit as fitted } from '../../../../src/document/fit.ts';
import type { Document, Source } from '../../../../src/document/model.ts';
import type { Block } from '../../../../src/platforms/slack/block-kit.ts';
import { homeView } from '../../../../src/platforms/slack/home.ts';
import { renderMessage, renderSlack } from '../../../../src/platforms/slack/render.ts';
import { arbitraryDocument } from '../../../support/arbitrary-document.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';
import { hostileText } from '../../../support/slack/hostile-text.ts';
import { messageFaults, viewFaults } from '../../../support/slack/validate-blocks.ts';

/** Longer and with more of everything than `arbitraryDocument`. */
const hugeDocument = fc
  .record({
    title: hostileText,
    words: fc.array(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 400 }), { maxLength: 60 }),
    long: fc.string({ unit: 'binary', minLength: 0, maxLength: 9_000, size: 'max' }),
    sources: fc.integer({ min: 0, max: 90 }),
  })
  .map(
    ({ title, words, long, sources }): Document => ({
      kind: 'answer',
      title,
      blocks: [
        paragraph(long),
        ...words.map((each) => paragraph(each)),
        { type: 'list', items: words.map((each) => ({ spans: paragraph(each).spans })) },
      ],
      sources: Array.from(
        { length: sources },
        (_, index): Source => ({
          date: '2001',
          statement: words[index % Math.max(words.length, 1)] ?? 'x',
          publisher: 'Somebody',
          url: `https://example.org/${'x'.repeat(index * 10)}`,
        }),
      ),
    }),
  );

const texts = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    (key === 'text' || key === 'fallback') && typeof held === 'string' ? [held] : texts(held),
  );
};
const allText = (blocks: readonly Block[]): string => texts(blocks).join('\n');

describe('any document is a message that Slack takes', () => {
  test('small and odd', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(messageFaults({ ...renderMessage(document) })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('huge', () => {
    fc.assert(
      fc.property(hugeDocument, (document) => {
        expect(messageFaults({ ...renderMessage(document) })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('and a home view', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (digests, said) => {
        expect(viewFaults(homeView(digests, 'x-', said))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('it is always one message', () => {
    fc.assert(
      fc.property(hugeDocument, (document) => {
        expect(renderSlack(document)).toHaveLength(1);
      }),
      { numRuns: 5 },
    );
  });
});

describe('nothing goes without a word', () => {
  const shortened = /Shortened for Slack|…/;

  test('every source stands with its number, or the message says that something is left out', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDocument, hugeDocument), (document) => {
        const shown = allText(renderMessage(document).blocks);
        const missing = document.sources.some((_, index) => !shown.includes(`[${index + 1}]`));
        if (missing) expect(shown).toMatch(/Shortened for Slack: .*source/);
      }),
      { numRuns: 100 },
    );
  });

  test('every citation of a paragraph stands, or the message says that it was cut', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const shown = allText(renderMessage(document).blocks);
        if (shortened.test(shown)) return;
        for (const block of document.blocks) {
          if (block.type !== 'paragraph') continue;
          for (const span of block.spans)
            if (span.type === 'cite') expect(shown).toContain(`[${span.source}]`);
        }
      }),
    );
  });

  test('a cut paragraph keeps its citations', () => {
    const document: Document = {
      kind: 'answer',
      blocks: [
        {
          type: 'paragraph',
          spans: [
            { type: 'text', text: 'x'.repeat(9_000) },
            { type: 'cite', source: 1 },
          ],
        },
      ],
      sources: [{ date: '2001', statement: 's', publisher: 'p' }],
    };
    expect(allText(renderMessage(document).blocks)).toMatch(/x…\[1\]/);
  });

  test('a long statement is cut, its publisher and date are not', () => {
    const source = {
      date: '9 June 2017',
      statement: 's'.repeat(2_000),
      publisher: 'Xinhua',
      published: '10 June 2017',
    };
    const shown = allText(
      renderMessage({ kind: 'answer', blocks: [paragraph('x')], sources: [source] }).blocks,
    );
    expect(shown).toMatch(/^\[1\] 9 June 2017 · s+… · Xinhua, 10 June 2017$/m);
  });

  test('a message that is too long says how much is missing and keeps sources and buttons', () => {
    const document: Document = {
      kind: 'answer',
      title: 'Long',
      blocks: [
        ...Array.from({ length: 12 }, (_, index) => paragraph(`${index} ${'word '.repeat(400)}`)),
        { type: 'actions', actions: [{ label: 'Why?', invocation: { command: 'why', options: {} } }] },
      ],
      sources: [{ date: '2001', statement: 's', publisher: 'p' }],
    };
    const { blocks } = renderMessage(document);
    expect(allText(blocks)).toMatch(/Shortened for Slack: \d+ parts left out\./);
    expect(blocks.at(-1)?.type).toBe('actions');
    expect(allText(blocks)).toContain('[1] 2001 · s · p');
  });

  test('a line on what became of a file is never left out, however long the message', () => {
    const line = 'Not attached: briefing-india.md (this workspace takes no files).';
    const spans = [{ type: 'text', text: 'word '.repeat(500) }] as const;
    const long = Array.from({ length: 60 }, () => ({ type: 'paragraph', spans }) as const);
    for (const blocks of [[], long]) {
      const message = renderMessage({ ...(sampleDocuments.briefing as Document), blocks }, [line]);
      expect(allText(message.blocks)).toContain(line);
      expect(messageFaults({ ...message })).toEqual([]);
    }
    expect(allText(renderMessage(sampleDocuments.briefing as Document).blocks)).not.toContain('ttached');
  });

  test('what fits is not said to be shortened', () => {
    for (const [name, document] of Object.entries(sampleDocuments)) {
      expect(allText(renderMessage(fitted(document)).blocks), name).not.toContain('Shortened');
    }
  });
});

describe('text stays text', () => {
  const hostile = [
    '<!channel>',
    '<@U1>',
    '<#C1>',
    '*bold*',
    '_it_',
    '`code`',
    '<https://evil.example|x>',
    ':smile:',
  ];

  test('markup stands only in kinds of text that have none, so that it shows as it was written', () => {
    const document: Document = {
      kind: 'answer',
      title: hostile.join(' '),
      blocks: hostile.map((each) => paragraph(each)),
      sources: hostile.map((each) => ({ date: each, statement: each, publisher: each })),
    };
    const message = renderMessage(document);
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
    expect(message.text).not.toMatch(/[<>]/);
    for (const each of hostile) expect(allText(message.blocks)).toContain(each);
  });

  test('the only mrkdwn is a link of ours with the host as label', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const found: string[] = [];
        JSON.stringify(renderMessage(document).blocks, (_, value: unknown) => {
          if (
            typeof value === 'object' &&
            value !== null &&
            'type' in value &&
            value.type === 'mrkdwn' &&
            'text' in value
          ) {
            found.push(String(value.text));
          }
          return value;
        });
        for (const text of found) expect(text).toMatch(/^<https?:\/\/[^\s<>|]+\|[a-z0-9.:-]+>$/);
      }),
    );
  });

  test('names are not linked, addresses not unfurled, emoji not drawn', () => {
    const message = renderMessage(sampleDocuments.hostile as Document);
    expect(message).toMatchObject({
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
      parse: 'none',
    });
    expect(JSON.stringify(message.blocks)).not.toContain('"emoji":true');
  });

  test('a link that is not http(s) is its text alone', () => {
    const shown = JSON.stringify(renderMessage(sampleDocuments.hostile as Document).blocks);
    expect(shown).not.toContain('javascript:alert');
    expect(shown).toContain('"text":"javascript');
  });
});

describe('order and fallback', () => {
  test('header, body, sources, then one row of at most five buttons', () => {
    const kinds = renderMessage(sampleDocuments.digest as Document).blocks.map(({ type }) => type);
    expect(kinds[0]).toBe('header');
    expect(kinds.filter((kind) => kind === 'actions')).toHaveLength(1);
    expect(kinds.at(-1)).toBe('actions');
    expect(kinds.lastIndexOf('rich_text')).toBeLessThan(kinds.lastIndexOf('context'));
  });

  test('the fallback is the first line: the title, else the first words', () => {
    expect(renderMessage(sampleDocuments.digest as Document).text).toBe('📅 On this day: 15 June');
    expect(renderMessage(sampleDocuments.answer as Document).text).toMatch(/^India became a full member/);
    expect(renderMessage({ kind: 'notice', blocks: [], sources: [] }).text).toBe('Dateline');
  });

  test('a document without anything to show is still a message', () => {
    const empty = renderMessage({ kind: 'notice', blocks: [paragraph(' \u200b ')], sources: [] });
    expect(messageFaults({ ...empty })).toEqual([]);
  });
});
