import fc from 'fast-check';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cite, link, paragraph, text } from '../../../../src/document/build.ts';
import type { Block, Document, Source } from '../../../../src/document/model.ts';
import { plainSource, plainSpans } from '../../../../src/document/plain.ts';
import { escapeHtml, safeAddress } from '../../../../src/platforms/console/escape.ts';
import {
  documentFiles,
  renderConsole,
  renderConsolePayloads,
} from '../../../../src/platforms/console/render.ts';
import { renderMessage } from '../../../../src/platforms/console/render-message.ts';
import { arbitraryDocument } from '../../../support/arbitrary-document.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';

const isElement = (node: Tree.ChildNode): node is Tree.Element => 'tagName' in node;

function elementsIn(node: Tree.ParentNode): readonly Tree.Element[] {
  return node.childNodes.filter(isElement).flatMap((each) => [each, ...elementsIn(each)]);
}

function textIn(node: Tree.ParentNode): string {
  return node.childNodes
    .map((each) => (isElement(each) ? textIn(each) : 'value' in each ? each.value : ''))
    .join('');
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

const read = (document: Document): Tree.DocumentFragment => parseFragment(renderConsole(document));

/** As HTML keeps it: one kind of line break, no lone surrogates, no null; the space before a citation does not break. */
const kept = (words: string): string =>
  words.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n').replaceAll('\u00A0', ' ');

const sourced = (blocks: readonly Block[], sources: readonly Source[] = []): Document => ({
  kind: 'answer',
  blocks,
  sources,
});
const xinhua: Source = {
  date: '9 June 2017',
  statement: 'India joins',
  publisher: 'Xinhua',
  url: 'https://e.org/x',
};

describe('golden files', () => {
  test.each(Object.entries(sampleDocuments))('%s', async (name, document) => {
    await expect(`${renderConsole(document)}\n`).toMatchFileSnapshot(`../../../golden/console/${name}.html`);
  });
});

describe('any document, however hostile', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    a: ['href', 'rel', 'target', 'class', 'aria-label', 'download'],
    article: ['class', 'data-kind'],
    bdi: [],
    blockquote: [],
    button: ['type', 'data-invocation', 'data-style'],
    cite: [],
    code: [],
    div: ['class', 'role', 'aria-label', 'tabindex'],
    em: [],
    figure: [],
    footer: [],
    h2: [],
    h3: [],
    hr: [],
    img: ['src', 'alt'],
    li: ['id'],
    ol: ['class', 'aria-label'],
    p: ['class'],
    span: ['class'],
    strong: [],
    table: [],
    tbody: [],
    td: [],
    th: ['scope'],
    thead: [],
    time: ['datetime'],
    tr: [],
    ul: ['class', 'aria-label'],
  };

  test('yields elements and attributes of the list alone: no script, no style, no handler', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        for (const element of elementsIn(read(document))) {
          expect(Object.keys(allowed)).toContain(element.tagName);
          expect(allowed[element.tagName]).toEqual(
            expect.arrayContaining(element.attrs.map(({ name }) => name)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('has no address but http(s) links, its own sources and its own files', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        for (const element of elementsIn(read(document))) {
          const href = attribute(element, 'href');
          if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|#message-source-\d+$|files\/\d+$)/);
          if (href?.startsWith('http')) expect(attribute(element, 'rel')).toBe('noopener noreferrer');
          expect(attribute(element, 'src') ?? 'files/0').toMatch(/^files\/\d+$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('keeps all of its text', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const fragment = read(document);
        const all = kept(textIn(fragment));
        const says = (words: string) => expect(all).toContain(kept(words));
        says(document.title ?? '');
        for (const source of document.sources) if (source.url === undefined) says(plainSource(source));
        for (const file of document.files ?? []) says(file.name);
        for (const block of document.blocks) {
          if (block.type === 'heading') says(block.text);
          else if (block.type === 'paragraph') says(plainSpans(block.spans));
          else if (block.type === 'quote') says(`“${block.text}”`);
          else if (block.type === 'table') for (const cell of block.rows.flat()) says(plainSpans(cell));
          else if (block.type === 'actions') for (const action of block.actions) says(action.label);
          else if (block.type === 'list') {
            for (const item of block.items) says(plainSpans(item.spans));
            for (const item of block.items) says(plainSpans(item.detail ?? []));
          } else if (block.type === 'picture') {
            const alts = elementsIn(fragment).map((element) => kept(attribute(element, 'alt') ?? ''));
            expect(alts).toContain(kept(block.alt));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('has the structure that the same document has with harmless words: text never becomes markup', () => {
    const tame = (document: Document): Document =>
      JSON.parse(
        JSON.stringify(document, (key, value: unknown) => {
          const words = [
            'text',
            'title',
            'label',
            'statement',
            'date',
            'publisher',
            'published',
            'name',
            'alt',
          ];
          return words.includes(key) && typeof value === 'string' && value !== '' ? 'x' : value;
        }),
        (key, value: unknown) => (key === 'instant' ? Temporal.Instant.from(String(value)) : value),
      ) as Document;
    const skeleton = (document: Document): readonly string[] =>
      elementsIn(read(document))
        .filter(({ tagName }) => tagName !== 'bdi')
        .map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name)}`);
    const plain = arbitraryDocument.filter(
      ({ blocks, files }) => (files ?? []).length === 0 && blocks.every(({ type }) => type !== 'picture'),
    );
    fc.assert(
      fc.property(plain, (document) => {
        expect(skeleton(document)).toEqual(skeleton(tame(document)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('parts of a document', () => {
  test('a citation leads to its source, on the line of the words it is for', () => {
    const fragment = read(sourced([paragraph('India joined. ', cite(1))], [xinhua]));
    const elements = elementsIn(fragment);
    const citation = elements.find((element) => attribute(element, 'class') === 'citation');
    const target = attribute(citation as Tree.Element, 'href')?.slice(1);
    expect(elements.filter((element) => attribute(element, 'id') === target)).toHaveLength(1);
    expect(textIn(fragment)).toContain('India joined.\u00A0[1]');
    expect(attribute(citation as Tree.Element, 'aria-label')).toBe('Source 1');
  });

  test('only the space before a citation is changed', () => {
    const fragment = read(sourced([paragraph('a b ', text('c '), cite(1), ' d ')], [xinhua]));
    expect(textIn(fragment)).toContain('a b c\u00A0[1] d ');
  });

  test('two messages on one page have different anchors', () => {
    const message = { marker: 'abcdefgh', channel: 'general', at: '2026-06-15T09:00:00Z' };
    const document = sourced([paragraph(cite(1))], [xinhua]);
    const ids = ['7', '8'].map((id) => /id="([^"]+)"/.exec(renderMessage({ ...message, id, document }))?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  test('a link that is not http(s) is only its text', () => {
    const fragment = read(
      sourced([paragraph(link('here', 'javascript:alert(1)'), link(' there', 'https://e.org/'))]),
    );
    expect(elementsIn(fragment).filter(({ tagName }) => tagName === 'a')).toHaveLength(1);
    expect(textIn(fragment)).toContain('here there');
  });

  test('the button for hidden items starts after those shown, also on a later page', () => {
    const list = { type: 'list', items: [{ spans: [] }, { spans: [] }], hidden: 3 } as const;
    const more = (options: Record<string, string>) =>
      renderConsole(sourced([{ ...list, more: { command: 'timeline', options } }]));
    expect(more({ subject: 'sco' })).toContain('data-invocation="timeline?subject=sco&amp;start=2">+3 more<');
    expect(more({ start: '8' })).toContain('timeline?start=10');
    expect(renderConsole(sourced([list]))).toContain('<p class="more">+3 more</p>');
    expect(renderConsole(sourced([{ ...list, hidden: 0 }]))).not.toContain('more');
  });

  test('a source without a publisher still shows its link, and one without a link shows none', () => {
    expect(renderConsole(sourced([], [{ ...xinhua, publisher: '' }]))).toContain('>Link</a>');
    expect(renderConsole(sourced([], [{ date: '2001', statement: 's', publisher: 'P' }]))).not.toContain(
      '<a ',
    );
  });

  test('pictures come before files, and each has its own address', () => {
    const picture = { type: 'picture', png: new Uint8Array([1]), name: 'a.png', alt: 'A' } as const;
    const files = [{ name: 'b.md', mediaType: 'text/markdown', content: new Uint8Array([2]) }];
    const document: Document = { ...sourced([picture, { ...picture, name: 'c.png' }]), files };
    expect(documentFiles(document).map(({ name }) => name)).toEqual(['a.png', 'c.png', 'b.md']);
    const html = renderConsole(document);
    expect([...html.matchAll(/(?:src|href)="(files\/\d)"/g)].map(([, address]) => address)).toEqual([
      'files/0',
      'files/1',
      'files/2',
    ]);
  });

  test('a mark that turns the direction of writing ends with its words, so that it disguises no publisher', () => {
    const html = renderConsole(sourced([], [{ ...xinhua, statement: 'India \u202esnioj' }]));
    expect(html).toContain('<bdi>India \u202esnioj</bdi> · <a ');
    expect(renderConsole(sourced([], [xinhua]))).not.toContain('<bdi>');
  });

  test('what only one reader sees says so', () => {
    expect(renderConsole({ ...sourced([]), private: true })).toContain('Only you see this');
    expect(renderConsole(sourced([]))).not.toContain('Only you');
  });

  test('what was asked is escaped too', () => {
    const message = { id: '1', marker: 'abcdefgh', channel: 'general', at: '2026-06-15T09:00:00Z' };
    const html = renderMessage({ ...message, asked: '<img src=x onerror=alert(1)>', document: sourced([]) });
    expect(elementsIn(parseFragment(html)).filter(({ tagName }) => tagName === 'img')).toEqual([]);
    expect(textIn(parseFragment(html))).toContain('<img src=x onerror=alert(1)>');
  });

  test('the command line prints one payload: the HTML', () => {
    const document = sourced([paragraph('x')]);
    expect(renderConsolePayloads(document)).toEqual([{ html: renderConsole(document) }]);
  });
});

describe('escaping', () => {
  test('any text comes back from an attribute and from content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const fragment = parseFragment(`<p title="${escapeHtml(words)}">${escapeHtml(words)}</p>`);
        const element = elementsIn(fragment)[0] as Tree.Element;
        expect(kept(attribute(element, 'title') ?? '')).toBe(kept(words));
        expect(kept(textIn(element))).toBe(kept(words));
      }),
    );
  });

  test.each([
    ['javascript:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['//e.org/x', undefined],
    ['/x', undefined],
    ['', undefined],
    ['https://user:pass@e.org/', undefined],
    ['https://e.org/a"b', 'https://e.org/a%22b'],
    ['HTTP://E.org', 'http://e.org/'],
  ])('%j as an address is %j', (url, address) => {
    expect(safeAddress(url)).toBe(address);
  });
});
