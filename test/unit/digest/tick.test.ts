import { describe, expect, it } from 'vitest';
import { usualRules } from '../../../src/digest/deliver-parts.ts';
import { type TickParts, tick } from '../../../src/digest/tick.ts';
import { deliveryId } from '../../../src/digest/ticker.ts';
import type { Document } from '../../../src/document/model.ts';
import type { FindOutcome, PlatformAdapter, PostOutcome } from '../../../src/platforms/platform.ts';
import type { DeliveryStore, MarkStore, ScheduleStore } from '../../../src/store/ports.ts';
import { memoryBudgets, memoryDeliveries, memoryErrands, memorySchedules } from '../../support/context.ts';
import { event, memoryKnowledge } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

// The way of a digest, against a platform that loses answers, refuses and dies at the worst moment.

/** A platform that keeps what arrives; `answers` says what the sender hears, one after another, then `sent`. */
class FakePlatform implements PlatformAdapter {
  readonly name = 'console';
  readonly arrived: string[] = [];
  readonly editions: Document[] = [];
  readonly answers: (PostOutcome & { readonly arrives?: boolean })[] = [];
  find: PlatformAdapter['find'] = async (_, marker): Promise<FindOutcome> =>
    this.arrived.includes(marker) ? { state: 'found', messageId: 'found' } : { state: 'absent' };

  async post(_: unknown, document: Document, marker: string): Promise<PostOutcome> {
    this.editions.push(document);
    const { arrives, ...answer } = this.answers.shift() ?? { state: 'sent', messageId: 'm1', arrives: true };
    if (arrives) this.arrived.push(marker);
    return answer as PostOutcome;
  }

  async connect(): Promise<void> {}
  state = (): string => 'open';
  async [Symbol.asyncDispose](): Promise<void> {}
}

const memoryMarks = (): MarkStore => {
  const held = new Map<string, string>();
  return { get: async (name) => held.get(name), set: async (name, value) => void held.set(name, value) };
};

interface World {
  readonly platform: FakePlatform;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  at(iso: string): Promise<void>;
  states(): Promise<readonly string[]>;
}

function world(activeFrom = '2026-11-23T08:00:00Z'): World {
  const platform = new FakePlatform();
  const schedules = memorySchedules([schedule({ activeFrom })]);
  const deliveries = memoryDeliveries();
  const marks = memoryMarks();
  let now = Temporal.Instant.from('2026-11-23T08:59:00Z');
  const parts: TickParts = {
    schedules,
    deliveries,
    marks,
    knowledge: memoryKnowledge({
      articles: [],
      entities: [],
      events: [event('e', '2015-11-23', 'Something', '')],
    }),
    platforms: new Map([['console', platform]]),
    owner: 'test',
    budgets: memoryBudgets(),
    errands: memoryErrands(),
    shut: new Map(),
    rules: { ...usualRules, settle: 0 },
    elapsed: () => now.epochMilliseconds,
    pause: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    idOf: deliveryId,
    clock: () => now,
  };
  return {
    platform,
    schedules,
    deliveries,
    at: (iso) => {
      now = Temporal.Instant.from(iso);
      return tick(parts, new AbortController().signal);
    },
    states: async () => (await deliveries.list()).map((row) => row.state),
  };
}

describe('tick', () => {
  it('posts a due edition once, however often it looks', async () => {
    const { platform, at, states } = world();
    for (const second of ['00', '15', '30', '45']) await at(`2026-11-23T09:00:${second}Z`);
    expect(platform.arrived).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('does not send again what arrived although the answer was lost', async () => {
    const { platform, at, states } = world();
    platform.answers.push({ state: 'doubt', reason: 'time-out', arrives: true });
    await at('2026-11-23T09:00:00Z');
    expect(await states()).toEqual(['sending']);
    await at('2026-11-23T09:01:00Z');
    expect(platform.arrived).toHaveLength(1);
    await at('2026-11-23T09:02:00Z');
    expect(platform.arrived).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('sends again, with the same content, what did not arrive', async () => {
    const { platform, at, states } = world();
    platform.answers.push({ state: 'doubt', reason: 'reset', arrives: false });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-23T09:02:00Z');
    expect(platform.arrived).toHaveLength(1);
    expect(platform.editions[0]).toEqual(platform.editions[1]);
    expect(await states()).toEqual(['sent']);
  });

  it('shows as uncertain, and leaves alone, what cannot be looked for', async () => {
    const { platform, at, states } = world();
    platform.answers.push({ state: 'doubt', reason: 'reset', arrives: true });
    platform.find = async () => ({ state: 'unknown', reason: 'no right to read' });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-23T09:02:00Z');
    await at('2026-11-23T09:04:00Z');
    expect(platform.arrived).toHaveLength(1);
    expect(await states()).toEqual(['uncertain']);
  });

  it('gives up, visibly, on what stays in doubt', async () => {
    const { platform, at, states } = world();
    for (let count = 0; count < 20; count++)
      platform.answers.push({ state: 'doubt', reason: 'reset', arrives: false });
    for (let minute = 0; minute < 40; minute += 2)
      await at(`2026-11-23T09:${String(minute).padStart(2, '0')}:00Z`);
    expect(platform.editions.length).toBeLessThan(12);
    expect(await states()).toEqual(['uncertain']);
  });

  it('waits as long as the platform asks', async () => {
    const { platform, at, states } = world();
    platform.answers.push({
      state: 'later',
      reason: '429',
      at: Temporal.Instant.from('2026-11-23T09:05:00Z'),
    });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-23T09:04:59Z');
    expect(platform.arrived).toEqual([]);
    await at('2026-11-23T09:05:00Z');
    expect(platform.arrived).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('stops a digest whose channel is gone, after one failing call', async () => {
    const { platform, at, states, schedules } = world();
    platform.answers.push({ state: 'refused', reason: 'channel deleted', gone: true });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-24T09:00:00Z');
    expect(platform.editions).toHaveLength(1);
    expect(await states()).toEqual(['failed']);
    expect((await schedules.get('d1'))?.state).toBe('paused');
  });

  it('posts one digest after a night away, not five', async () => {
    const { platform, at, states } = world('2026-11-18T08:00:00Z');
    await at('2026-11-18T08:59:00Z');
    await at('2026-11-23T10:00:00Z');
    expect(platform.arrived).toHaveLength(1);
    expect((await states()).filter((state) => state === 'skipped')).toHaveLength(5);
  });
});

describe('deliveryId', () => {
  it('fits a Discord nonce and tells slots apart', () => {
    const ids = ['2026-11-23@09:00', '2026-11-24@09:00'].map((slot) => deliveryId('d1', slot));
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{25}$/);
    expect(new Set(ids).size).toBe(2);
    expect(deliveryId('d1', '2026-11-23@09:00')).toBe(ids[0]);
  });
});
