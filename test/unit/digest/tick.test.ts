import { describe, expect, it } from 'vitest';
import { type DeliverRules, usualRules } from '../../../src/digest/deliver-parts.ts';
import { deliveryId } from '../../../src/digest/delivery-id.ts';
import { createGate } from '../../../src/digest/gate.ts';
import { type TickParts, tick } from '../../../src/digest/tick.ts';
import type { Document } from '../../../src/document/model.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import type { KnowledgeData } from '../../../src/knowledge/model.ts';
import type {
  Changes,
  FindOutcome,
  Manners,
  PlatformAdapter,
  PostOutcome,
} from '../../../src/platforms/platform.ts';
import type {
  DeliveryStore,
  ErrandStore,
  KnowledgeReader,
  MarkStore,
  ScheduleStore,
} from '../../../src/store/ports.ts';
import { memoryBudgets, memoryDeliveries, memoryErrands, memorySchedules } from '../../support/context.ts';
import { event, memoryKnowledge } from '../../support/memory-knowledge.ts';
import { schedule } from '../../support/schedule.ts';

// The way of a digest, against a platform that loses answers, refuses and dies at the worst moment.

/** A platform that keeps what arrives; `answers` says what the sender hears, one after another, then `sent`. */
class FakePlatform implements PlatformAdapter {
  readonly name = 'console';
  readonly arrived: string[] = [];
  readonly editions: Document[] = [];
  readonly markers: string[] = [];
  readonly told: string[] = [];
  readonly edited: { readonly messageId: string; readonly text: string }[] = [];
  canEdit = true;
  manners?: Manners;
  readonly changes: Changes = {
    edit: async (_, messageId, document) => {
      if (!this.canEdit) return { state: 'refused', reason: 'too old' };
      this.edited.push({ messageId, text: plainDocument(document) });
      return { state: 'done' };
    },
    reply: async (_, messageId, document) => {
      this.told.push(`${messageId}: ${plainDocument(document)}`);
      return { state: 'sent', messageId: 'reply' };
    },
    tell: async (_, person, document) => {
      this.told.push(
        `${person}: ${/could not be posted: (.*?)\.$/m.exec(plainDocument(document))?.[1] ?? ''}`,
      );
      return { state: 'sent', messageId: 'dm' };
    },
    findReply: async (_, __, marker) => this.find(_, marker, Temporal.Instant.from('2026-01-01T00:00:00Z')),
    findTold: async (_, __, marker) => this.find(_, marker, Temporal.Instant.from('2026-01-01T00:00:00Z')),
    dress: async () => ({ state: 'done' }),
  };
  readonly answers: (PostOutcome & { readonly arrives?: boolean })[] = [];
  find: PlatformAdapter['find'] = async (_, marker): Promise<FindOutcome> =>
    this.arrived.includes(marker) ? { state: 'found', messageId: 'found' } : { state: 'absent' };

  async post(_: unknown, document: Document, marker: string): Promise<PostOutcome> {
    this.editions.push(document);
    this.markers.push(marker);
    const { arrives, ...answer } = this.answers.shift() ?? {
      state: 'sent',
      messageId: `m${this.editions.length}`,
      arrives: true,
    };
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

/** Data that a test changes between two ticks. */
const changing = (held: { data: KnowledgeData }): KnowledgeReader => {
  const now = (): KnowledgeReader => memoryKnowledge(held.data);
  return new Proxy({} as KnowledgeReader, {
    get: (_, name: keyof KnowledgeReader) => (now()[name] as (...rest: unknown[]) => unknown).bind(now()),
  });
};

interface World {
  readonly platform: FakePlatform;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly errands: ErrandStore;
  readonly knowledge: { data: KnowledgeData };
  at(iso: string): Promise<void>;
  states(): Promise<readonly string[]>;
}

function world(activeFrom = '2026-11-23T08:00:00Z', rules: Partial<DeliverRules> = { settle: 0 }): World {
  const platform = new FakePlatform();
  const schedules = memorySchedules([schedule({ activeFrom })]);
  const deliveries = memoryDeliveries();
  const marks = memoryMarks();
  const errands = memoryErrands();
  const knowledge = {
    data: {
      articles: [],
      entities: [],
      events: [event('e', '2015-11-23', 'Something', ''), event('f', '2010-11-24', 'Another day', '')],
    } as KnowledgeData,
  };
  let now = Temporal.Instant.from('2026-11-23T08:59:00Z');
  const parts: TickParts = {
    schedules,
    deliveries,
    marks,
    knowledge: changing(knowledge),
    platforms: new Map([['console', platform]]),
    owner: 'test',
    budgets: memoryBudgets(),
    errands,
    quickest: new Map(),
    looked: new WeakMap(),
    gate: createGate(2),
    rules: { ...usualRules, ...rules },
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
    errands,
    knowledge,
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

  it('goes on while its grace lasts, ever more rarely, and then says that it did not arrive', async () => {
    const { platform, at, states } = world();
    for (let count = 0; count < 99; count++)
      platform.answers.push({ state: 'doubt', reason: '502', arrives: false });
    const minutes = (count: number): string => {
      const instant = Temporal.Instant.from('2026-11-23T09:00:00Z').add({ minutes: count });
      return instant.toString();
    };
    for (let minute = 0; minute < 355; minute += 3) await at(minutes(minute));
    expect(await states()).toEqual(['sending']);
    for (let minute = 355; minute < 380; minute += 3) await at(minutes(minute));
    expect(platform.editions.length).toBeGreaterThan(10);
    expect(platform.editions.length).toBeLessThanOrEqual(41);
    expect(await states()).toEqual(['failed']);
    expect(platform.arrived).toEqual([]);
  });

  it('never looks too early: the call may still be carried out', async () => {
    const { platform, at, states } = world(undefined, { settle: 120 });
    platform.answers.push({ state: 'doubt', reason: 'time-out', arrives: false });
    await at('2026-11-23T09:00:00Z');
    // Looking is allowed from the call's end, at most 15 s on, plus 120 s.
    await at('2026-11-23T09:02:14Z');
    expect(platform.editions).toHaveLength(1);
    platform.arrived.push(platform.markers[0] ?? '');
    await at('2026-11-23T09:02:16Z');
    expect(platform.editions).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('repeats at once where a repeated marker is harmless for a while, and looks later', async () => {
    const { platform, at, states } = world(undefined, { settle: 120 });
    platform.manners = { everyCall: 0, everyMessage: 0, tokenOf: 'platform', again: 'harmless for a while' };
    platform.answers.push({ state: 'doubt', reason: 'reset', arrives: false });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-23T09:00:02Z');
    expect(platform.editions).toHaveLength(2);
    expect(await states()).toEqual(['sent']);
  });

  it('does not repeat it once the platform may have forgotten the marker', async () => {
    const { platform, at, states } = world(undefined, { settle: 120 });
    platform.manners = { everyCall: 0, everyMessage: 0, tokenOf: 'platform', again: 'harmless for a while' };
    platform.answers.push({ state: 'doubt', reason: 'reset', arrives: true });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-23T09:01:01Z');
    expect(platform.editions).toHaveLength(1);
    await at('2026-11-23T09:02:16Z');
    expect(platform.editions).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('keeps on looking while the channel cannot be read for the time being, and gives nothing up', async () => {
    const { platform, at, states } = world();
    platform.answers.push({ state: 'doubt', reason: 'reset', arrives: true });
    const { find } = platform;
    platform.find = async () => ({
      state: 'unknown',
      reason: '503',
      later: Temporal.Instant.from('2026-11-23T09:01:00Z'),
    });
    await at('2026-11-23T09:00:00Z');
    for (const minute of ['01', '03', '05', '30']) await at(`2026-11-23T09:${minute}:00Z`);
    expect(await states()).toEqual(['sending']);
    platform.find = find;
    await at('2026-11-23T09:40:00Z');
    expect(await states()).toEqual(['sent']);
    expect(platform.editions).toHaveLength(1);
  });

  it('posts nothing in a burst after the platform could not be reached for a night', async () => {
    const { platform, at, states } = world();
    for (const [time, until] of [
      ['09:00:00', '2026-11-24T09:05:00Z'],
      ['09:00:30', '2026-11-24T09:05:00Z'],
    ]) {
      platform.answers.push({
        state: 'later',
        reason: 'not reached',
        at: Temporal.Instant.from(until ?? ''),
      });
      await at(`2026-11-23T${time}Z`);
    }
    await at('2026-11-24T09:06:00Z');
    expect(await states()).toEqual(['skipped', 'sent']);
    expect(platform.arrived).toHaveLength(1);
  });

  it('stops every digest of a token that is refused, after one call', async () => {
    const { platform, at, schedules } = world();
    await schedules.add(schedule({ id: 'd2', activeFrom: '2026-11-23T08:00:00Z', at: ['09:30'] }));
    platform.answers.push({ state: 'refused', reason: 'token', gone: true, token: true });
    await at('2026-11-23T09:00:00Z');
    await at('2026-11-23T09:30:00Z');
    expect(platform.editions).toHaveLength(1);
    expect((await schedules.list()).map(({ parked }) => parked)).toEqual(['token', 'token']);
  });

  it('tells the owner once, with the mend, and no operator who reads the log', async () => {
    const { platform, at, errands } = world();
    platform.answers.push({ state: 'refused', reason: 'channel deleted; pick another', gone: true });
    await at('2026-11-23T09:00:00Z');
    for (const minute of ['01', '02']) await at(`2026-11-23T09:${minute}:00Z`);
    expect(platform.told).toEqual(['someone: channel deleted; pick another']);
    expect(await errands.list()).toMatchObject([{ kind: 'tell', state: 'done', attempts: 1 }]);
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

describe('corrections', () => {
  const posted = async () => {
    const made = world('2026-11-22T08:00:00Z');
    await made.at('2026-11-23T09:00:00Z');
    await made.at('2026-11-24T09:00:00Z');
    return made;
  };

  it('edit exactly the message that showed what has changed, and say what', async () => {
    const { platform, at, knowledge, deliveries } = await posted();
    const first = (await deliveries.list()).find(({ slot }) => slot.startsWith('2026-11-23'));
    expect(first?.messageId).toBe('m1');
    knowledge.data = {
      ...knowledge.data,
      events: [event('e', '2015-11-23', 'Something else', ''), event('f', '2010-11-24', 'Another day', '')],
    };
    await at('2026-11-24T10:00:00Z');
    expect(platform.edited.map(({ messageId }) => messageId)).toEqual([first?.messageId]);
    expect(platform.edited[0]?.text).toContain('“Something” now reads “Something else”');
    expect(platform.edited[0]?.text).toContain('Something else. [1]');
    await at('2026-11-24T10:01:00Z');
    expect(platform.edited).toHaveLength(1);
  });

  it('leave a message alone when what changed is not shown in it', async () => {
    const { platform, at, knowledge } = await posted();
    const events = [
      event('e', '2015-11-23', 'Something', 'A longer summary.'),
      event('f', '2010-11-24', 'Another day', ''),
    ];
    knowledge.data = { ...knowledge.data, events };
    await at('2026-11-24T10:00:00Z');
    expect(platform.edited).toEqual([]);
  });

  it('take out what is withdrawn, and answer in the thread where a message cannot be edited', async () => {
    const { platform, at, knowledge, errands } = await posted();
    platform.canEdit = false;
    knowledge.data = { ...knowledge.data, events: [event('f', '2010-11-24', 'Another day', '')] };
    await at('2026-11-24T10:00:00Z');
    expect(platform.edited).toEqual([]);
    expect(platform.told).toHaveLength(1);
    expect(platform.told[0]).toContain('“Something” is withdrawn');
    expect(await errands.list({ kind: 'correct' })).toMatchObject([{ state: 'done', outcome: 'answered' }]);
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
