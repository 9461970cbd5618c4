import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/answer/library.ts';
import { escapeMarkdown, markdownAddress } from '../../../src/briefing/escape-markdown.ts';
import { exportBriefing } from '../../../src/briefing/export.ts';
import { renderHtml } from '../../../src/briefing/html.ts';
import { renderMarkdown } from '../../../src/briefing/markdown.ts';
import type { Briefing } from '../../../src/briefing/model.ts';
import { openStudio } from '../../../src/briefing/open-studio.ts';
import { pdfDefinition } from '../../../src/briefing/pdf-content.ts';
import { ReaderError } from '../../../src/errors.ts';
import { printable } from '../../../src/pictures/printable.ts';
import { attribute, elementsOf, livelyParts, textOf } from '../../support/briefing/page-facts.ts';
import { fileOn, shippedLibrary } from '../../support/briefing/shipped.ts';

// Protects that every format says the same with the same numbers, and that no text of others is ever markup in any of them.

let library: Library;
beforeAll(async () => {
  ({ library } = await shippedLibrary());
});

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();

/** Text nodes of a definition for the typesetter, in their order, with what they lead to. */
function textsIn(
  content: unknown,
): readonly { readonly text: string; readonly link?: string; readonly to?: string; readonly id?: string }[] {
  if (Array.isArray(content)) return content.flatMap(textsIn);
  if (typeof content !== 'object' || content === null) return [];
  const node = content as Record<string, unknown>;
  if (typeof node.text === 'string')
    return [
      {
        text: node.text,
        ...(typeof node.link === 'string' ? { link: node.link } : {}),
        ...(typeof node.linkToDestination === 'string' ? { to: node.linkToDestination } : {}),
        ...(typeof node.id === 'string' ? { id: node.id } : {}),
      },
    ];
  return ['text', 'stack', 'columns', 'table', 'body'].flatMap((key) => textsIn(node[key]));
}

/** The sources of each format as `[1] line`. */
const sourcesIn = {
  md: (briefing: Briefing) =>
    [...renderMarkdown(briefing).matchAll(/^- (\\\[\d+\\\] .*)$/gm)].map(([, line = '']) =>
      plain(
        line
          .replace(/\]\(<[^>]*>\)$/, '')
          .replace(/(^|[^\\])\[(?=[^\]]*$)/, '$1')
          .replace(/\\(.)/g, '$1'),
      ),
    ),
  html: (briefing: Briefing) =>
    elementsOf(renderHtml(briefing, new Map()))
      .filter((element) => /^source-\d+$/.test(attribute(element, 'id') ?? ''))
      .map((element) => plain(textOf(element).replace(/^(\[\d+\])/, '$1 '))),
  pdf: (briefing: Briefing) => {
    const texts = textsIn(pdfDefinition(briefing, new Map()).content);
    const first = texts.findIndex((each) => each.id === 'source-1');
    const lines: string[] = [];
    for (const { text, id } of texts.slice(first)) {
      if (id !== undefined) lines.push(`${text} `);
      else if (!/^(?:Left out, |Edition )/.test(text)) lines.push(`${lines.pop() ?? ''}${text}`);
    }
    return lines.map(plain);
  },
};

describe.each(['Goa meeting', 'India and the SCO', 'Mongolia'])(
  'the formats of a briefing on %s',
  (topic) => {
    it('hold the same sources under the same numbers', () => {
      const briefing = fileOn(topic, library);
      const expected = briefing.sources.map((source, index) => {
        const who = [source.publisher, source.published].filter(Boolean).join(', ');
        return plain(`[${index + 1}] ${[source.date, source.statement, who].filter(Boolean).join(' · ')}`);
      });
      expect(sourcesIn.md(briefing)).toEqual(expected);
      expect(sourcesIn.html(briefing)).toEqual(expected);
      expect(sourcesIn.pdf(briefing)).toEqual(expected);
    });
    it('cite the same numbers in the same order, and links of a page and a PDF lead to them', () => {
      const briefing = fileOn(topic, library);
      const inPage = elementsOf(renderHtml(briefing, new Map())).filter(
        (each) => attribute(each, 'class') === 'cite',
      );
      const inPdf = textsIn(pdfDefinition(briefing, new Map()).content).filter(
        (each) => each.to !== undefined,
      );
      const numbers = inPage.map(textOf);
      expect(numbers.length).toBeGreaterThan(5);
      expect(inPdf.map((each) => each.text)).toEqual(numbers);
      expect(inPdf.map((each) => `#${each.to}`)).toEqual(inPage.map((each) => attribute(each, 'href')));
      const body = renderMarkdown(briefing).split('\n## Sources')[0] ?? '';
      expect([...body.matchAll(/(?<!\\)\[\d+\]/g)].map(([cite]) => cite)).toEqual(numbers);
    });
    it('carry the edition, the data version and the day', () => {
      const briefing = fileOn(topic, library);
      for (const text of [
        renderMarkdown(briefing).replace(/\\(.)/g, '$1'),
        renderHtml(briefing, new Map()),
      ]) {
        expect(text).toContain(
          `Edition ${briefing.edition.id} · as of 23 November 2026 · data version data-1`,
        );
      }
      expect(
        textsIn(pdfDefinition(briefing, new Map()).content)
          .map((each) => each.text)
          .join(''),
      ).toContain(`Edition ${briefing.edition.id} · as of 23 November 2026 · data version data-1`);
    });
    it('tell every picture in words where none is drawn', () => {
      const briefing = fileOn(topic, library);
      const alts = briefing.sections.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece.type === 'drawing' ? [piece.drawing.alt] : [])),
      );
      const page = plain(
        elementsOf(renderHtml(briefing, new Map()))
          .filter((each) => each.tagName === 'main')
          .map(textOf)
          .join(),
      );
      for (const alt of alts) expect(page).toContain(plain(alt));
    });
  },
);

const evil = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script>x</script>',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png)',
  '*bold* _it_ `code` ~~no~~ # head | cell | $x$ &lt;',
  '1. one\n- two\n> three\n\n---\n<b>four</b>',
  'bidi \u202eeviL\u202c nul \u0000 lone \ud800',
];
const hostile = (briefing: Briefing, words: string): Briefing => ({
  ...briefing,
  title: `Brief: ${words}`,
  about: words,
  edition: { ...briefing.edition, command: `/brief ${words}` },
  leftOut: [words],
  sections: [
    {
      heading: words,
      pieces: [
        {
          type: 'paragraph',
          spans: [
            { type: 'text', text: words },
            { type: 'cite', source: 1 },
          ],
        },
        {
          type: 'list',
          items: [
            {
              spans: [{ type: 'text', text: words }],
              detail: [{ type: 'link', text: words, url: 'javascript:alert(1)' }],
            },
          ],
        },
        { type: 'quote', text: words, attribution: [{ type: 'text', text: words }] },
        { type: 'table', head: [words], rows: [[[{ type: 'text', text: words }]]] },
        {
          type: 'drawing',
          drawing: {
            type: 'timeline',
            title: words,
            alt: words,
            marks: [{ from: '2001-01-01', until: '2001-01-01', when: words, label: words, announced: false }],
          },
        },
      ],
    },
  ],
  sources: [
    { date: words, statement: words, publisher: words, url: 'javascript:alert(1)' },
    { date: words, statement: words, publisher: words, url: `https://example.org/${words}` },
  ],
});

const studio = openStudio();
afterAll(() => studio[Symbol.asyncDispose]());

describe.each(evil)('hostile text %j', (words) => {
  it('runs and fetches nothing in a page, and is read as it was written', async () => {
    const briefing = hostile(fileOn('Mongolia', library), words);
    const file = await exportBriefing(briefing, 'html', studio);
    const html = new TextDecoder().decode(file.content);
    expect(livelyParts(html)).toEqual([]);
    expect(elementsOf(html).filter((each) => each.tagName === 'style')).toHaveLength(1);
    const [title] = elementsOf(html).filter((each) => each.tagName === 'h1');
    expect(title && textOf(title)).toBe(printable(`Brief: ${words}`));
    expect(html).not.toContain('\u202e');
  });
  it('is text and links to the web alone in a PDF', async () => {
    const briefing = hostile(fileOn('Mongolia', library), words);
    const links = textsIn(pdfDefinition(briefing, new Map()).content).flatMap((each) => each.link ?? []);
    expect(links.every((link) => link.startsWith('https://example.org/'))).toBe(true);
    const file = await exportBriefing(briefing, 'pdf', studio);
    expect(new TextDecoder('latin1').decode(file.content)).not.toMatch(/\/JavaScript|\/JS\b|\/Launch/);
  });
  it('is no markup in Markdown', () => {
    const text = renderMarkdown(hostile(fileOn('Mongolia', library), words));
    expect(text).not.toMatch(/(?<!\\)<(?:script|img|b|\/style)/);
    expect(text).not.toMatch(/(?<!\\)\]\(<?javascript:/);
    expect(text).not.toMatch(/(?<!\\)!?\[(?:click|x)\]/);
  });
});

describe('escapeMarkdown', () => {
  const special = /(?<!\\)(?:\\\\)*[`*_[\]<>|~&#$]/;
  it('leaves no character of markup unescaped, one line, and the words as they were', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...evil)), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[\\`*_[\]<>|~&#$\-+=:.)]/g, '')).not.toMatch(special);
        expect(escaped).not.toMatch(/[\n\r]/);
        expect(escaped.replace(/\\([\\`*_[\]<>|~&#$\-+=:.)])/g, '$1')).toBe(
          printable(text).replace(/\s+/g, ' '),
        );
      }),
    );
  });
  it('begins no list, heading or quotation', () => {
    for (const line of ['- x', '+ x', '# x', '> x', '1. x', '23) x', '=== x', '--- '])
      expect(escapeMarkdown(line)).toMatch(/^(?:\\|\d+\\)/);
  });
  it.each(['9 June 2017 · Astana', 'Russia’s “privileged” partnership, 5.5 per cent', 'Лавров (министр)'])(
    'leaves %s alone',
    (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    },
  );
});

describe('markdownAddress', () => {
  it('takes web addresses alone, and lets none end early', () => {
    expect(markdownAddress('javascript:alert(1)')).toBeUndefined();
    expect(markdownAddress('not an address')).toBeUndefined();
    expect(markdownAddress('https://example.org/a b>c')).toBe('https://example.org/a%20b%3Ec');
  });
});

describe('an export', () => {
  it('is named after its subject and edition, whatever the subject is written in', async () => {
    const briefing = fileOn('India and the SCO', library);
    expect((await exportBriefing(briefing, 'md', {})).name).toBe(
      `brief-india-and-the-sco-${briefing.edition.id}.md`,
    );
    expect((await exportBriefing({ ...briefing, about: '../上海\u0000' }, 'md', {})).name).toBe(
      `brief-topic-${briefing.edition.id}.md`,
    );
  });
  it('says what to ask for where a desk cannot make PDF', async () => {
    await expect(exportBriefing(fileOn('Mongolia', library), 'pdf', {})).rejects.toThrow(ReaderError);
  });
  it('is the same to the byte each time', async () => {
    const briefing = fileOn('Mongolia', library);
    for (const format of ['html', 'pdf'] as const) {
      const [one, other] = [
        await exportBriefing(briefing, format, openStudio()),
        await exportBriefing(briefing, format, openStudio()),
      ];
      expect(Buffer.from(one.content).equals(other.content)).toBe(true);
    }
  });
  it('sets six pages in less than 1.5 s of work', async () => {
    await exportBriefing(fileOn('Mongolia', library), 'pdf', studio);
    const briefing = fileOn('Goa meeting', library);
    const before = process.cpuUsage();
    const file = await exportBriefing(briefing, 'pdf', studio);
    const { user, system } = process.cpuUsage(before);
    expect(
      new TextDecoder('latin1').decode(file.content).match(/\/Type \/Page\b/g)?.length,
    ).toBeGreaterThanOrEqual(5);
    // In processor time: other work on the machine is not its cost.
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});
