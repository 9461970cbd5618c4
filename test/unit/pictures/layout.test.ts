import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../../src/pictures/font-files.ts';
import { fontRuns } from '../../../src/pictures/font-runs.ts';
import type { TimelineMark } from '../../../src/pictures/model.ts';
import { spread } from '../../../src/pictures/spread.ts';
import { textWidth } from '../../../src/pictures/text-width.ts';
import { pictureWidth } from '../../../src/pictures/theme.ts';
import { timeTicks } from '../../../src/pictures/time-ticks.ts';
import { layoutTimeline } from '../../../src/pictures/timeline-layout.ts';
import { wrapText } from '../../../src/pictures/wrap-text.ts';
import { yearNumber } from '../../../src/pictures/years.ts';

// Protects that labels never overlap, whatever they say and whenever it happened, and that lines fit where they are put.

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString());
const words = fc.oneof(
  fc.lorem({ maxCount: 14 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
  fc.constantFrom(
    '上海合作组织在上海成立，六个国家签署宣言并决定设立秘书处',
    'भारत और रूस के विदेश मंत्रियों की बैठक',
    'x'.repeat(80),
  ),
);
const mark: fc.Arbitrary<TimelineMark> = fc
  .record({ day, label: words, announced: fc.boolean() })
  .map((made) => ({
    from: made.day,
    until: made.day,
    when: '31 August – 1 September 2025',
    label: made.label,
    announced: made.announced,
  }));
const marks = fc
  .array(mark, { minLength: 1, maxLength: 10 })
  .map(
    (list) =>
      list.toSorted((left, right) => (left.from < right.from ? -1 : 1)) as [TimelineMark, ...TimelineMark[]],
  );

describe('the layout of a timeline', () => {
  it('keeps all labels apart, in order of time and inside the picture', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const { marks: placed, height } = layoutTimeline({
          type: 'timeline',
          title: 'T',
          alt: '',
          marks: list,
        });
        placed.forEach((box, index) => {
          const next = placed[index + 1];
          if (next !== undefined) expect(box.top + box.height).toBeLessThanOrEqual(next.top + 0.01);
          expect(box.left + box.width).toBeLessThanOrEqual(pictureWidth);
          expect(box.top + box.height).toBeLessThanOrEqual(height);
          expect(box.top).toBeGreaterThan(20);
        });
      }),
    );
  });
});

describe('spread', () => {
  const wish = fc.record({
    at: fc.double({ min: -50, max: 550, noNaN: true }),
    size: fc.double({ min: 1, max: 60, noNaN: true }),
  });
  it('leaves things where they want to be when there is room', () => {
    expect(
      spread(
        [
          { at: 10, size: 5 },
          { at: 40, size: 5 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 40]);
  });
  it('moves neighbours that collide by as little as it can', () => {
    expect(
      spread(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([45, 55]);
  });
  it('never lets one lie over the next or begin before the start', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const sorted = wishes.toSorted((left, right) => left.at - right.at);
        const starts = spread(sorted, 0, 1000);
        starts.forEach((start, index) => {
          expect(start).toBeGreaterThanOrEqual(-0.001);
          expect(start + (sorted[index]?.size ?? 0)).toBeLessThanOrEqual((starts[index + 1] ?? 1000) + 0.001);
        });
      }),
    );
  });
});

describe('wrapText', () => {
  it('keeps every line within the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (text, width) => {
        const lines = wrapText(text, 13, width);
        for (const line of lines)
          if ([...line].length > 1) expect(textWidth(line, 13)).toBeLessThanOrEqual(width + 13);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
  it('says by an ellipsis that something was cut, and only then', () => {
    expect(wrapText('one two three four five six', 13, 60, 2)).toHaveLength(2);
    expect(wrapText('one two three four five six', 13, 60, 2).at(-1)).toMatch(/…$/);
    expect(wrapText('one two', 13, 200, 2).join()).not.toContain('…');
  });
});

describe('textWidth', () => {
  const fonts = Object.values(fontFiles).map((file) => {
    const font = create(readFileSync(file));
    if ('fonts' in font) throw new Error('a collection');
    return font;
  });
  it.each([
    'Jaishankar sharply criticises Bilawal',
    'Щедрые жители Шанхая',
    '上海合作组织',
    'भारत और रूस के विदेश मंत्रियों की बैठक',
    'ΑΒΓ ČŽŠ',
  ])('never takes %s for narrower than it is set', (text) => {
    const font = fonts.find((each) =>
      [...text].every((one) => each.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
    );
    const real = ((font?.layout(text).advanceWidth ?? Number.NaN) / (font?.unitsPerEm ?? 1)) * 13;
    expect(textWidth(text, 13)).toBeGreaterThanOrEqual(real);
  });
});

describe('fontRuns', () => {
  const latin = { name: 'latin', covers: (point: number) => point < 0x250 } as const;
  const chinese = { name: 'chinese', covers: (point: number) => point === 0x20 || point > 0x3000 } as const;
  it('cuts where another font is needed and keeps spaces with what stands before', () => {
    expect(fontRuns('SCO 上海 合作 ok', [latin, chinese])).toEqual([
      { font: 'latin', text: 'SCO ' },
      { font: 'chinese', text: '上海 合作 ' },
      { font: 'latin', text: 'ok' },
    ]);
  });
  it('falls back on the first font, and loses no character', () => {
    expect(fontRuns('☃', [{ name: 'latin', covers: () => false }])).toEqual([{ font: 'latin', text: '☃' }]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          fontRuns(text, [latin, chinese])
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('timeTicks', () => {
  it.each([
    ['2023-05-03', '2023-05-06', /^\d+ May$/],
    ['2022-01-01', '2023-02-01', /^[A-Z][a-z]{2} 202\d$/],
    ['1947-01-01', '2026-01-01', /^\d{4}$/],
  ])('stand on round dates between %s and %s', (from, until, form) => {
    const ticks = timeTicks(yearNumber(from), yearNumber(until), 8);
    expect(ticks.length).toBeGreaterThan(1);
    for (const tick of ticks) expect(tick.words).toMatch(form);
  });
  it('are never more than there is room for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1900, max: 2100, noNaN: true }),
        fc.double({ min: 0.003, max: 400, noNaN: true }),
        (from, span) => {
          expect(timeTicks(from, from + span, 8).length).toBeLessThanOrEqual(10);
        },
      ),
    );
  });
});
