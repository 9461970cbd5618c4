import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraph } from '../../../../src/document/build.ts';
import { commonRoom, fit as shorten, weigh } from '../../../../src/document/fit.ts';
import type { Block, Document, Span } from '../../../../src/document/model.ts';
import type { DiscordPayload } from '../../../../src/platforms/discord/components.ts';
import { safeUrl } from '../../../../src/platforms/discord/escape.ts';
import { renderDiscord, renderMessages } from '../../../../src/platforms/discord/render.ts';
import { anyDocument } from '../../../support/discord/arbitrary-documents.ts';
import { readMarkdown } from '../../../support/discord/read-markdown.ts';
import { checkMessage } from '../../../support/discord/rules.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';

const displays = (payload: DiscordPayload): readonly string[] =>
  payload.components[0].components.flatMap((component) => (component.type === 10 ? [component.content] : []));

const allText = (payloads: readonly DiscordPayload[]): string => payloads.flatMap(displays).join('\n');

const buttonsOf = (payload: DiscordPayload | undefined) =>
  payload?.components[0].components.flatMap((component) =>
    component.type === 1 ? component.components : [],
  ) ?? [];

function spansOf(block: Block): readonly Span[] {
  switch (block.type) {
    case 'paragraph':
      return block.spans;
    case 'list':
      return block.items.flatMap((item) => [...item.spans, ...(item.detail ?? [])]);
    case 'quote':
      return block.attribution;
    case 'table':
      return block.rows.flat(2);
    case 'heading':
    case 'picture':
    case 'divider':
    case 'actions':
      return [];
  }
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

describe('golden messages', () => {
  it.each(Object.entries(sampleDocuments))('%s', async (name, document) => {
    const json = `${JSON.stringify(renderDiscord(document), undefined, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`../../../golden/discord/${name}.json`);
  });

  it.each(Object.entries(sampleDocuments))('%s is one message that Discord takes', (_, document) => {
    const payloads = renderDiscord(document);
    expect(payloads).toHaveLength(1);
    expect(checkMessage(payloads[0], 'MessageCreateRequestSchema')).toEqual([]);
  });
});

/** A document is large and shrinks slowly; the seed that is printed is enough to find a fault again. */
const runs = { numRuns: 120, endOnFailure: true } as const;

describe('any document', () => {
  it('obeys every limit of a message', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { body, files } of renderMessages(document)) {
          expect(checkMessage(body, 'MessageCreateRequestSchema')).toEqual([]);
          expect(files.map((file) => file.name)).toEqual(
            body.attachments?.map((each) => each.filename) ?? [],
          );
        }
      }),
      runs,
    );
  });

  it('keeps every citation and every source, whole and in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = allText(renderDiscord(document));
        const cited = document.blocks
          .flatMap(spansOf)
          .flatMap((span) => (span.type === 'cite' ? [span.source] : []));
        for (const [index] of document.sources.entries()) {
          const expected = cited.filter((number) => number === index + 1).length + 1;
          const shown = countOf(text, `\\[${index + 1}\\]`) + countOf(text, ` [${index + 1}]`);
          expect(shown).toBeGreaterThanOrEqual(expected - countOf(text, '```'));
          expect(text).toContain(`-# \\[${index + 1}\\]`);
        }
      }),
      runs,
    );
  });

  it('links to nothing but what the document links to, and never with half a link', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const urls = [
          ...document.sources.flatMap((source) => source.url ?? []),
          ...document.blocks.flatMap(spansOf).flatMap((span) => (span.type === 'link' ? [span.url] : [])),
        ].map(safeUrl);
        for (const display of renderDiscord(document).flatMap(displays)) {
          const { links, marks } = readMarkdown(display);
          for (const { url } of links) expect(urls).toContain(url);
          expect(countOf(display, '](<')).toBe(links.length);
          expect(marks).not.toContain('url');
          expect(marks).not.toContain('mention');
          expect(marks).not.toContain('everyone');
          expect(marks).not.toContain('spoiler');
        }
      }),
      runs,
    );
  });

  it('is one message once it has been fitted, unless no list was there to shorten', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const fitted = shorten({ ...document, files: [] });
        const isPlain = fitted.blocks.every((block) => block.type !== 'picture' && block.type !== 'quote');
        fc.pre(weigh(fitted) <= commonRoom.characters && isPlain);
        expect(renderDiscord(fitted)).toHaveLength(1);
      }),
      runs,
    );
  });
});

describe('splitting', () => {
  const long: Document = {
    kind: 'answer',
    title: 'A long list',
    blocks: [
      {
        type: 'list',
        items: Array.from({ length: 60 }, (_, index) => ({
          spans: [
            { type: 'text', text: `${'word '.repeat(30)}${index} ` },
            { type: 'cite', source: index + 1 },
          ],
        })),
      },
      { type: 'actions', actions: [{ label: 'Why?', invocation: { command: 'why', options: {} } }] },
    ],
    sources: Array.from({ length: 60 }, (_, index) => ({
      date: '9 June 2017',
      statement: `Statement ${index}`,
      publisher: 'Xinhua',
    })),
  };

  it('parts at the borders of items and puts the buttons under the last message only', () => {
    const payloads = renderDiscord(long);
    expect(payloads.length).toBeGreaterThan(1);
    for (const display of payloads.flatMap(displays)) {
      for (const line of display.split('\n'))
        expect(line).toMatch(/^(- (word )+\d+ \\\[\d+\\\]|-# \\\[\d+\\\] .*Xinhua|## A long list)$/);
    }
    expect(payloads.slice(0, -1).flatMap(buttonsOf)).toEqual([]);
    expect(buttonsOf(payloads.at(-1))).toHaveLength(1);
  });

  it('never leaves a heading alone at the end of a message', () => {
    const blocks: Block[] = Array.from({ length: 30 }, (_, index) => [
      { type: 'heading' as const, text: `Heading ${index}` },
      paragraph('word '.repeat(70)),
    ]).flat();
    const payloads = renderDiscord({ kind: 'answer', blocks, sources: [] });
    expect(payloads.length).toBeGreaterThan(1);
    for (const payload of payloads) expect(displays(payload).at(-1)).not.toMatch(/^#/);
  });
});

describe('buttons', () => {
  const actions = (count: number): Block => ({
    type: 'actions',
    actions: Array.from({ length: count }, (_, index) => ({
      label: `B${index}`,
      invocation: { command: 'ask', options: { question: `q${index}` } },
    })),
  });

  it('shows five at most, the one for hidden items first', () => {
    const list: Block = {
      type: 'list',
      items: [{ spans: [] }, { spans: [] }],
      hidden: 3,
      more: { command: 'timeline', options: { of: 'sco', start: '8' } },
    };
    const [payload] = renderDiscord({ kind: 'answer', blocks: [list, actions(6)], sources: [] });
    expect(buttonsOf(payload).map((button) => button.label)).toEqual(['+3 more', 'B0', 'B1', 'B2', 'B3']);
    expect(buttonsOf(payload)[0]?.custom_id).toBe('timeline?of=sco&start=10');
  });

  it('leaves out a button that cannot hold its invocation, and says in words what is hidden', () => {
    const more = { command: 'timeline', options: { of: 'x'.repeat(100) } };
    const list: Block = {
      type: 'list',
      items: [{ spans: [{ type: 'text', text: 'one' }] }],
      hidden: 3,
      more,
    };
    const [payload] = renderDiscord({ kind: 'answer', blocks: [list], sources: [] });
    expect(buttonsOf(payload)).toEqual([]);
    expect(payload && displays(payload)).toEqual(['- one\n-# +3 more']);
  });

  it('never shows two buttons that do the same', () => {
    const [payload] = renderDiscord({ kind: 'answer', blocks: [actions(1), actions(1)], sources: [] });
    expect(buttonsOf(payload)).toHaveLength(1);
  });
});

describe('files', () => {
  it('says so where a file is too large to send', () => {
    const content = new Uint8Array(10 * 1024 * 1024 + 1);
    const document: Document = {
      kind: 'answer',
      blocks: [],
      sources: [],
      files: [{ name: 'a.pdf', mediaType: 'x/y', content }],
    };
    const [message] = renderMessages(document);
    expect(message.files).toEqual([]);
    expect(allText([message.body])).toContain('a.pdf is larger than the 10 MiB');
  });

  it('gives two files of one name two names, and hides none as a spoiler', () => {
    const file = { name: 'SPOILER_a.md', mediaType: 'text/markdown', content: new Uint8Array(1) };
    const [message] = renderMessages({ kind: 'answer', blocks: [], sources: [], files: [file, file] });
    expect(message.files.map((each) => each.name)).toEqual(['a.md', '2-a.md']);
  });
});

it('says that there is nothing to show rather than sending an empty message', () => {
  expect(allText(renderDiscord({ kind: 'answer', blocks: [], sources: [] }))).toBe('Nothing to show.');
});
