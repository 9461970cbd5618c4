import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/pictures/model.ts';
import { type Draughts, openPictures } from '../../../src/pictures/open-pictures.ts';
import { drawSvg } from '../../../src/pictures/plot.ts';
import { drawPng } from '../../../src/pictures/png.ts';
import { alone, onPage } from '../../../src/pictures/theme.ts';
import { typefacesFor } from '../../../src/pictures/typefaces.ts';
import { attribute, elementsOf, livelyParts } from '../../support/briefing/page-facts.ts';

// Protects what is drawn: text is text in a page and outlines in a PNG, in every script; nothing in it is markup; drawn once.

/** Drawn in this thread, so that its cost can be measured. */
const draughts: Draughts = { svg: async (drawing) => drawSvg(drawing, onPage), png: drawPng };

const hostile = '<script>alert(1)</script> & "quotes" \u0000\u202e ]]> भारत 上海 Москва';
const drawings: readonly Drawing[] = [
  {
    type: 'timeline',
    title: hostile,
    alt: `A ${hostile}`,
    marks: [
      { from: '2001-06-15', until: '2001-06-15', when: '15 June 2001', label: hostile, announced: false },
      {
        from: '2001-06-15',
        until: '2001-06-15',
        when: '15 June 2001',
        label: 'The same day',
        announced: true,
      },
    ],
  },
  {
    type: 'counts',
    title: hostile,
    alt: hostile,
    grain: 'month',
    bars: [
      { date: '2023-05', count: 3 },
      { date: '2023-06', count: 0 },
    ],
  },
  {
    type: 'membership',
    title: hostile,
    alt: hostile,
    until: '2026-11-23',
    rows: [
      {
        name: hostile,
        spans: [
          { status: 'observer', from: '2005', to: '2017-06' },
          { status: 'member', from: '2017-06-09' },
        ],
      },
    ],
  },
  {
    type: 'meetings',
    title: hostile,
    alt: hostile,
    names: [hostile, 'Bob'],
    pairs: [{ one: 0, other: 1, count: 2 }],
  },
];

describe.each(drawings.map((drawing) => [drawing.type, drawing] as const))('a drawn %s', (_, drawing) => {
  it('is an element of a page whose text is text and nothing else', () => {
    const svg = drawSvg(drawing, onPage);
    for (const bad of ['<script', '\u0000', '\u202e', '<style', 'javascript:'])
      expect(svg).not.toContain(bad);
    expect(livelyParts(svg)).toEqual([]);
    const [root] = elementsOf(svg).filter((each) => each.tagName === 'svg');
    expect(root && attribute(root, 'role')).toBe('img');
    expect(root && attribute(root, 'aria-label')).toContain('<script>alert(1)</script> & "quotes"');
    expect(svg).toContain('var(--ink)');
  });
  it('is outlines where it stands alone: every letter of every script has one', async () => {
    const svg = drawSvg(drawing, alone, await typefacesFor(JSON.stringify(drawing)));
    expect(svg).not.toMatch(/<text|var\(/);
    expect(svg).toMatch(/<path d="M/);
  });
  it('is a PNG of twice the width of a phone, with the words beside it', async () => {
    const { png, alt, name } = await openPictures(draughts).png(drawing);
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(840);
    expect(alt).toBe(drawing.alt);
    expect(name).toMatch(new RegExp(`^${drawing.type}-[0-9a-f]{10}\\.png$`));
  });
});

describe('the fonts that ship', () => {
  it.each([
    'Jaishankar – “Śrī” ₹ 5 °',
    'Шанхайская Қазақстан Ўзбекистон',
    'विदेश मंत्रियों की बैठक',
    '上海合作组织成员国元首理事会',
  ])('have every character of %s', async (text) => {
    const fonts = [...(await typefacesFor(text)).values()];
    const missing = [...text].filter(
      (one) => !fonts.some((font) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
    );
    expect(missing).toEqual([]);
  });
});

describe('pictures', () => {
  it('are drawn once for the same content, and anew for other content', async () => {
    const pictures = openPictures(draughts);
    const [first] = drawings;
    if (first === undefined) throw new Error('no drawing');
    const one = await pictures.png(first);
    expect((await pictures.png(structuredClone(first))).png).toBe(one.png);
    expect((await pictures.png({ ...first, title: 'Another' })).png).not.toBe(one.png);
  });
  it('cost less than 150 ms of work each once the libraries are loaded', async () => {
    const marks = Array.from({ length: 10 }, (_, index) => ({
      from: `20${10 + index}-05-04`,
      until: `20${10 + index}-05-05`,
      when: `4–5 May 20${10 + index}`,
      label: `Foreign ministers of the eight members meet and prepare the summit of ${index}`,
      announced: false,
    }));
    const make = (title: string): Drawing => ({
      type: 'timeline',
      title,
      alt: '',
      marks: marks as [(typeof marks)[0]],
    });
    const pictures = openPictures(draughts);
    for (const title of ['warm', 'warmer']) await pictures.png(make(title));
    const costs: number[] = [];
    for (const title of ['one', 'two', 'three']) {
      const before = process.cpuUsage();
      await pictures.png(make(title));
      const { user, system } = process.cpuUsage(before);
      costs.push((user + system) / 1000);
    }
    // The best of three, in processor time: other work on the machine is not its cost.
    expect(Math.min(...costs)).toBeLessThan(150);
  });
});
