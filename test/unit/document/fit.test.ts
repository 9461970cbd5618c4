import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cite, paragraph, text } from '../../../src/document/build.ts';
import { commonRoom, fit as fitTo, weigh } from '../../../src/document/fit.ts';
import type {
  Action,
  Block,
  Document,
  ListBlock,
  ListItem,
  Source,
  Span,
} from '../../../src/document/model.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';

const source = (name: string): Source => ({
  date: '2001',
  statement: name,
  publisher: 'P',
  url: `https://e.org/${name}`,
});
const item = (words: string, ...cites: readonly number[]): ListItem => ({
  spans: [text(words), ...cites.map(cite)],
});
const listOf = (document: Document, index = 0): ListBlock => {
  const block = document.blocks[index];
  if (block?.type !== 'list') throw new Error('no list there');
  return block;
};
const listing = (
  items: readonly ListItem[],
  sources: readonly Source[],
  more: Partial<ListBlock> = {},
): Document => ({
  kind: 'digest',
  blocks: [{ type: 'list', items, ...more }],
  sources,
});

function spansOf(block: Block): readonly Span[] {
  if (block.type === 'paragraph') return block.spans;
  if (block.type === 'list') return block.items.flatMap((each) => [...each.spans, ...(each.detail ?? [])]);
  if (block.type === 'quote') return block.attribution;
  return block.type === 'table' ? block.rows.flat(2) : [];
}

/** What each citation stands for, in reading order: survives renumbering. */
const citedStatements = (document: Document): readonly (Source | undefined)[] =>
  document.blocks
    .flatMap(spansOf)
    .flatMap((span) => (span.type === 'cite' ? [document.sources[span.source - 1]] : []));

const counted = (document: Document): readonly number[] =>
  document.blocks.flatMap((block) =>
    block.type === 'list' ? [block.items.length + (block.hidden ?? 0)] : [],
  );

describe('fit', () => {
  test('leaves a document that fits as it is', () => {
    const document = listing([item('one ', 1), item('two ', 2)], [source('a'), source('b')]);
    expect(fitTo(document)).toEqual(document);
  });

  test('drops whole items from the end, counts them and takes their sources along', () => {
    const items = Array.from({ length: 30 }, (_, index) => item(`item ${index} `, index + 1));
    const fitted = fitTo(
      listing(
        items,
        items.map((_, index) => source(`s${index}`)),
      ),
    );
    const list = listOf(fitted);
    expect(list.items).toEqual(items.slice(0, list.items.length));
    expect(list.items.length + (list.hidden ?? 0)).toBe(30);
    expect(list.items.length).toBeLessThanOrEqual(commonRoom.items);
    expect(fitted.sources).toHaveLength(list.items.length);
  });

  test('adds to a count that was hidden before, and keeps the invocation that shows the rest', () => {
    const more = { command: 'onthisday', options: { date: '06-15' } };
    const items = Array.from({ length: 27 }, () => item('short'));
    const list = listOf(fitTo(listing(items, [], { hidden: 4, more })));
    expect(list).toMatchObject({ hidden: 6, more });
  });

  test('numbers the sources that are left from 1, in their order, and each citation still means the same', () => {
    const long = item('x'.repeat(3000), 1);
    const document: Document = {
      kind: 'answer',
      blocks: [{ type: 'list', items: [item('first', 3), long] }, paragraph('after ', cite(3), cite(2))],
      sources: [source('dropped'), source('b'), source('c')],
    };
    const fitted = fitTo(document, { ...commonRoom, characters: 1000 });
    expect(fitted.sources.map(({ statement }) => statement)).toEqual(['b', 'c']);
    expect(fitted.blocks[1]).toEqual(paragraph('after ', cite(2), cite(1)));
    expect(listOf(fitted)).toMatchObject({ hidden: 1, items: [item('first', 2)] });
  });

  test('takes the sources along when the last citation goes with its item', () => {
    const document = listing([item('uncited'), item('y'.repeat(900), 1)], [source('a')]);
    expect(fitTo(document, { ...commonRoom, characters: 500 })).toMatchObject({
      sources: [],
      blocks: [{ hidden: 1 }],
    });
  });

  test('keeps every source of a document that never cites: a share or a notice', () => {
    const document: Document = {
      kind: 'notice',
      blocks: [paragraph('see below')],
      sources: [source('a'), source('b')],
    };
    expect(fitTo(document)).toEqual(document);
  });

  test('does not cut a paragraph, a quotation or the last item of a list, however long', () => {
    const document: Document = {
      kind: 'answer',
      blocks: [
        paragraph('p'.repeat(5000), cite(1)),
        { type: 'list', items: [item('i'.repeat(5000), 2)] },
        { type: 'quote', text: 'q'.repeat(5000), attribution: [cite(1)] },
      ],
      sources: [source('a'), source('b')],
    };
    expect(fitTo(document)).toEqual(document);
  });

  test('shortens the longest list first, so that a short one beside it stays whole', () => {
    const long = Array.from({ length: 20 }, (_, index) => item(`${index} ${'l'.repeat(150)}`));
    const document: Document = {
      kind: 'answer',
      blocks: [
        { type: 'list', items: [item('a'), item('b')] },
        { type: 'list', items: long },
      ],
      sources: [],
    };
    const fitted = fitTo(document, { ...commonRoom, characters: 2000 });
    expect(listOf(fitted, 0)).toEqual(listOf(document, 0));
    expect(listOf(fitted, 1).items.length).toBeLessThan(20);
  });

  test('draws five buttons in a row and drops the last ones', () => {
    const actions = [1, 2, 3, 4, 5, 6].map(
      (number): Action => ({ label: `${number}`, invocation: { command: 'ask', options: {} } }),
    );
    const fitted = fitTo({ kind: 'answer', blocks: [{ type: 'actions', actions }], sources: [] });
    expect(fitted.blocks).toEqual([{ type: 'actions', actions: actions.slice(0, 5) }]);
  });

  test('any document: citations mean the same, counts add up, nothing but list items goes', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.integer({ min: 50, max: 4000 }), (document, characters) => {
        const room = { ...commonRoom, characters };
        const fitted = fitTo(document, room);
        expect(counted(fitted)).toEqual(counted(document));
        for (const [index, block] of fitted.blocks.entries()) {
          const before = document.blocks[index];
          expect(block.type).toBe(before?.type);
          if (block.type === 'list' && before?.type === 'list') {
            expect(block.items.length).toBeLessThanOrEqual(room.items);
            expect(block.items.length).toBeGreaterThanOrEqual(Math.min(1, before.items.length));
          }
        }
        // The citations left are those of a document whose dropped items were never there.
        const kept: Document = {
          ...document,
          blocks: document.blocks.map((block, index) =>
            block.type === 'list'
              ? { ...block, items: block.items.slice(0, listOf(fitted, index).items.length) }
              : block,
          ),
        };
        expect(citedStatements(fitted)).toEqual(citedStatements(kept));
        expect(citedStatements(fitted)).not.toContain(undefined);
      }),
      { numRuns: 300 },
    );
  });

  test('any document: it fits, or no list can be shortened further; doing it twice changes nothing', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.integer({ min: 50, max: 4000 }), (document, characters) => {
        const room = { ...commonRoom, characters };
        const fitted = fitTo(document, room);
        const shortest = fitted.blocks.every((block) => block.type !== 'list' || block.items.length <= 1);
        expect(weigh(fitted) <= characters || shortest).toBe(true);
        expect(fitTo(fitted, room)).toEqual(fitted);
      }),
      { numRuns: 300 },
    );
  });
});
