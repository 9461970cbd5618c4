import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceBetween } from '../../../src/ingest/desk/difference.ts';
import { sketchOf } from '../../../src/ingest/desk/sketch.ts';

const prose = fc
  .array(fc.integer({ min: 0, max: 4_000 }), { minLength: 120, maxLength: 200 })
  .map((numbers) => numbers.map((number) => `word${number.toString(36)}`));

const sharesBand = (one: string, other: string): boolean => {
  const bands = new Set(sketchOf(one).bands);
  return sketchOf(other).bands.some((band) => bands.has(band));
};

test('texts that differ in one word are near, and are found by a band nearly always', () => {
  let found = 0;
  let tried = 0;
  fc.assert(
    fc.property(prose, fc.nat(), (list, at) => {
      const changed = list.with(at % list.length, 'altered');
      const [one, other] = [list.join(' '), changed.join(' ')];
      expect(sketchOf(one).isNear(other)).toBe(true);
      tried += 1;
      if (sharesBand(one, other)) found += 1;
    }),
  );
  expect(found / tried).toBeGreaterThan(0.95);
});

test('texts of other words are not near, and hardly ever share a band', () => {
  let shared = 0;
  fc.assert(
    fc.property(prose, prose, (one, other) => {
      expect(sketchOf(one.join(' ')).isNear(other.join(' '))).toBe(false);
      if (sharesBand(one.join(' '), other.join(' '))) shared += 1;
    }),
  );
  expect(shared).toBeLessThan(5);
});

test('a text too short to tell has no bands and is near to nothing', () => {
  expect(sketchOf('The council met.').bands).toEqual([]);
  expect(sketchOf('The council met.').isNear('The council met.')).toBe(false);
});

test('case, marks and accents make no difference', () => {
  const text =
    'The café council met on Thursday in Gullport to speak of herring and harbour for an hour, and then went home again.';
  expect(sketchOf(text).shares(text.toUpperCase().replace('É', 'E').replaceAll(',', ''))).toBe(1);
});

test('a difference tells what is new and what is gone, by sentences', () => {
  const earlier = { headline: 'A', text: 'One. Two three.\n\nFour five.' };
  const later = { headline: 'B', text: 'One. Two six.\n\nFour five.' };
  expect(differenceBetween(earlier, later)).toEqual({
    added: ['Two six.'],
    removed: ['Two three.'],
    headline: 'A',
  });
  expect(differenceBetween(later, later)).toEqual({ added: [], removed: [] });
});
