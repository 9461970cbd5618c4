import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { usualRules } from '../../../src/digest/deliver-parts.ts';
import { startTicker } from '../../../src/digest/ticker.ts';
import type { PlatformAdapter, PostOutcome } from '../../../src/platforms/platform.ts';
import type { DeliveryStore } from '../../../src/store/ports.ts';
import { memoryBudgets, memoryDeliveries, memoryErrands, memorySchedules } from '../../support/context.ts';
import { event, memoryKnowledge } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

// The alarm clock, in real time: what waits for an instant between two ticks, and being stopped in each phase.

interface Bends {
  /** What becomes of each post, one after another, then `sent`. */
  readonly answers?: readonly (() => Promise<PostOutcome>)[];
  readonly composing?: () => Promise<void>;
  readonly settling?: () => Promise<void>;
}

const sent: PostOutcome = { state: 'sent', messageId: 'm' };

/** A ticker with half a minute between two ticks, and one digest that has just come due. */
function world({ answers = [], composing, settling }: Bends) {
  const posts: number[] = [];
  const began = performance.now();
  const left = [...answers];
  const now = Temporal.Now.instant();
  const due = now.subtract({ seconds: 30 }).toZonedDateTimeISO('UTC');
  const ledger = memoryDeliveries();
  const deliveries: DeliveryStore = {
    ...ledger,
    settle: async (...row) => {
      await settling?.();
      return ledger.settle(...row);
    },
  };
  const knowledge = memoryKnowledge({
    articles: [],
    entities: [],
    events: [event('e', '2015-11-23', 'Something', '')],
  });
  const platform = {
    name: 'console',
    post: async () => {
      posts.push(performance.now() - began);
      return (await left.shift()?.()) ?? sent;
    },
    find: async () => ({ state: 'absent' }),
  } as unknown as PlatformAdapter;
  const errors: unknown[] = [];
  const ticker = startTicker(
    {
      schedules: memorySchedules([
        schedule({
          at: [due.toPlainTime().toString({ smallestUnit: 'minute' })],
          activeFrom: now.subtract({ minutes: 3 }).toString(),
        }),
      ]),
      deliveries,
      knowledge: {
        ...knowledge,
        eventsOn: async (...asked) => {
          await composing?.();
          return knowledge.eventsOn(...asked);
        },
      },
      marks: { get: async () => undefined, set: async () => {} },
      budgets: memoryBudgets(),
      errands: memoryErrands(),
      platforms: new Map([['console', platform]]),
      owner: 'test',
      rules: usualRules,
      sharedClock: async () => Temporal.Now.instant(),
      log: { info: () => {}, warn: () => {}, error: (fields) => void errors.push(fields) },
    },
    30,
  );
  const states = async () => (await ledger.list()).map(({ state }) => state);
  return { ticker, posts, states, errors };
}

const inTime = { timeout: 5_000, interval: 20 };

describe('what waits', () => {
  it('for the end of a limit goes out when that is over, and not at the next tick', async () => {
    const limited = async (): Promise<PostOutcome> => ({
      state: 'later',
      reason: '429',
      at: Temporal.Now.instant().add({ milliseconds: 700 }),
    });
    const { ticker, posts, states, errors } = world({ answers: [limited, limited] });
    await expect.poll(states, inTime).toEqual(['sent']);
    await ticker[Symbol.asyncDispose]();
    expect(posts).toHaveLength(3);
    for (const [index, at] of posts.entries()) expect(at).toBeGreaterThanOrEqual(index * 690);
    expect(errors).toEqual([]);
  });

  it('for longer than until the next tick is left to that', async () => {
    const limited = async (): Promise<PostOutcome> => ({
      state: 'later',
      reason: '429',
      at: Temporal.Now.instant().add({ hours: 1 }),
    });
    const { ticker, posts, states } = world({ answers: [limited] });
    await expect.poll(states, inTime).toEqual(['due']);
    await sleep(300);
    await ticker[Symbol.asyncDispose]();
    expect(posts).toHaveLength(1);
  });
});

describe('a ticker that is stopped', () => {
  const slowly = () => sleep(400);
  it.each([
    ['with nothing to do', {}, 1_000, ['sent']],
    ['while an edition is composed', { composing: slowly }, 100, ['sent']],
    ['while a post is under way', { answers: [() => slowly().then(() => sent)] }, 100, ['sent']],
    ['while it is written down', { settling: slowly }, 100, ['sent']],
    [
      'while a digest waits for the end of a limit',
      {
        answers: [
          async (): Promise<PostOutcome> => ({
            state: 'later',
            reason: '429',
            at: Temporal.Now.instant().add({ seconds: 5 }),
          }),
        ],
      },
      200,
      ['due'],
    ],
  ] as const)('%s finishes what it has begun, begins nothing, and ends', async (_, bends, after, left) => {
    const { ticker, posts, states, errors } = world(bends);
    await sleep(after);
    const asked = performance.now();
    await ticker[Symbol.asyncDispose]();
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(await states()).toEqual(left);
    expect(posts).toHaveLength(1);
    await sleep(100);
    expect(posts).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});
