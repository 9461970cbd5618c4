import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReaderError } from '../../src/errors.ts';
import { createLimiter, type Limiter, takeTurn } from '../../src/rate.ts';
import { messageOf, oneSentence } from '../support/one-sentence.ts';

const minute = 60_000;
const allowed = (limiter: Limiter, reader: string, at: number): boolean => {
  try {
    takeTurn(limiter, reader, at);
    return true;
  } catch (fault) {
    if (fault instanceof ReaderError) return false;
    throw fault;
  }
};

describe('the limiter', () => {
  test('allows so many turns a minute, then says in one sentence when the next is', () => {
    const limiter = createLimiter(2);
    expect([0, 1, 2].map((at) => allowed(limiter, 'a', at))).toEqual([true, true, false]);
    expect(messageOf(() => takeTurn(limiter, 'a', 3), ReaderError)).toMatch(oneSentence);
  });

  test('forgets with the next minute, also after refusals', () => {
    const limiter = createLimiter(1);
    allowed(limiter, 'a', minute - 1);
    expect(allowed(limiter, 'a', minute - 1)).toBe(false);
    expect(allowed(limiter, 'a', minute)).toBe(true);
  });

  test('one reader does not use up the turns of another', () => {
    const limiter = createLimiter(1);
    allowed(limiter, 'a', 0);
    allowed(limiter, 'a', 0);
    expect(allowed(limiter, 'b', 0)).toBe(true);
  });

  test('does not remember without bound', () => {
    const limiter = createLimiter(1);
    for (let reader = 0; reader < 25_000; reader += 1) takeTurn(limiter, `r${reader}`, 0);
    expect(limiter.turns.size).toBeLessThanOrEqual(10_001);
  });

  test('whoever comes when, nobody has more than the limit in one minute', () => {
    const turn = fc.record({
      reader: fc.constantFrom('a', 'b'),
      at: fc.integer({ min: 0, max: 3 * minute }),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (turns, most) => {
        const limiter = createLimiter(most);
        const ordered = turns.sort((one, other) => one.at - other.at);
        const taken = ordered.filter(({ reader, at }) => allowed(limiter, reader, at));
        const groups: Record<string, unknown[] | undefined> = Object.groupBy(
          taken,
          ({ reader, at }) => `${reader} ${Math.floor(at / minute)}`,
        );
        const wanted = Object.groupBy(ordered, ({ reader, at }) => `${reader} ${Math.floor(at / minute)}`);
        for (const [key, all] of Object.entries(wanted)) {
          expect(groups[key]?.length).toBe(Math.min(most, all?.length ?? 0));
        }
      }),
    );
  });
});
