import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSharedClock } from '../../../src/digest/shared-clock.ts';

// The time of the database between two readings of it, however long a reading takes.

/** A database whose clock is `ahead` of ours, and readings that take some time on their way there and back. */
function world(ahead: number) {
  let elapsed = 0;
  const way = { there: 0, back: 0 };
  const state = { ahead };
  const clock = createSharedClock(
    async () => {
      elapsed += way.there;
      const at = Temporal.Instant.fromEpochMilliseconds(elapsed + state.ahead);
      elapsed += way.back;
      return at;
    },
    () => elapsed,
  );
  return {
    state,
    off: () => Math.abs(clock.now().epochMilliseconds - (elapsed + state.ahead)),
    pass: (milliseconds: number) => {
      elapsed += milliseconds;
    },
    read: (there: number, back: number) => {
      Object.assign(way, { there, back });
      return clock.read();
    },
    clock,
  };
}

describe('the shared clock', () => {
  it('is wrong by no more than half of its quickest reading', async () => {
    const way = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 2 ** 41 }),
        fc.array(way, { minLength: 1 }),
        async (ahead, ways) => {
          const { read, off, pass } = world(ahead);
          for (const [there, back] of ways) {
            await read(there, back);
            pass(15_000);
          }
          const quickest = Math.min(...ways.map(([there, back]) => there + back));
          expect(off()).toBeLessThanOrEqual(quickest / 2 + 1);
        },
      ),
    );
  });

  it('is not thrown off by a slow reading after a quick one', async () => {
    const { read, off } = world(1_000_000);
    await read(1, 1);
    await read(0, 900);
    expect(off()).toBeLessThanOrEqual(2);
  });

  it('follows a clock that was set, forwards and back', async () => {
    const { state, read, off } = world(10_000_000);
    await read(1, 1);
    for (const by of [3_600_000, -7_200_000]) {
      state.ahead += by;
      await read(2, 2);
      expect(off()).toBeLessThanOrEqual(3);
    }
  });

  it('says that it was never read rather than to make up a time', () => {
    expect(() => world(0).clock.now()).toThrow('never read');
  });
});
