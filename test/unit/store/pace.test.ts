import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pace, slower, stretchAt, usualPace } from '../../../src/store/pace.ts';

// A pace that is felt out: slower where calls are refused as too many, never quicker than usual, and back again.

const most = 4;
const start = Date.parse('2026-11-23T09:00:00Z');

/** Refusals, each so many milliseconds after the limit before it was over, which lasts a second. */
function refused(...after: readonly number[]): { readonly pace: Pace; readonly now: number } {
  let now = start;
  let pace = usualPace;
  for (const wait of after) {
    now += wait;
    pace = slower(pace, now, now + 1_000, most);
    now += 1_000;
  }
  return { pace, now };
}

describe('a pace', () => {
  it('is a little slower after one refusal, and as usual after some quiet', () => {
    const { pace, now } = refused(0);
    expect(stretchAt(pace, now)).toBeCloseTo(1.08);
    expect(stretchAt(pace, now + 9_999)).toBeCloseTo(1.08);
    expect(stretchAt(pace, now + 10_000)).toBeCloseTo(1.08 * 0.95);
    expect(stretchAt(pace, now + 20_000)).toBe(1);
    expect(stretchAt(pace, now + 86_400_000)).toBe(1);
  });

  it('is much slower where one refusal follows another, and comes back in steps', () => {
    const { pace, now } = refused(0, 2_000, 2_000);
    expect(stretchAt(pace, now)).toBeCloseTo(1.08 * 1.5 * 1.5);
    expect(stretchAt(pace, now + 10_000)).toBeCloseTo(1.08 * 1.5 * 1.5 * 0.95);
    expect(stretchAt(pace, now + 200_000)).toBe(1);
  });

  it('counts what is refused while a limit lasts as the same, and goes by its latest end', () => {
    const first = slower(usualPace, start, start + 1_000, most);
    const same = slower(first, start + 500, start + 3_000, most);
    expect(same).toEqual({ stretch: first.stretch, since: start + 3_000 });
    expect(slower(same, start + 600, start + 900, most)).toEqual(same);
    expect(slower(same, start + 3_000, start + 4_000, most).stretch).toBeCloseTo(1.08 * 1.5);
  });

  it('is never quicker than usual and never slower than told', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(waits, fc.integer({ min: -5_000, max: 300_000 }), (after, later) => {
        const { pace, now } = refused(...after);
        const stretch = stretchAt(pace, now + later);
        expect(stretch).toBeGreaterThanOrEqual(1);
        expect(stretch).toBeLessThanOrEqual(most);
      }),
    );
  });
});
