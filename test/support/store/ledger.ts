import type { BudgetStore, Delivery, Errand, Schedule } from '../../../src/store/ports.ts';

/** An instant so many minutes after seven o'clock of the day on which these tests happen. */
export const minutes = (count: number): string =>
  Temporal.Instant.from('2026-03-08T07:00:00Z').add({ minutes: count }).toString();

export const place = { platform: 'slack', workspace: 'w1', channel: 'c1' } as const;

/** A schedule for tests, with only what a test says. */
export const schedule = (id: string, more: Partial<Schedule> = {}): Schedule => ({
  id,
  place,
  owner: 'r1',
  zone: 'Asia/Kolkata',
  at: ['09:00'],
  days: ['mon', 'sun'],
  topics: [],
  size: 5,
  state: 'active',
  activeFrom: '2026-03-01T00:00:00Z',
  ...more,
});

/** A slot that is due so many minutes after seven. */
export const slot = (of: string, count: number): Delivery => ({
  id: `${of}-${count}`,
  schedule: of,
  slot: `2026-03-08@07:0${count}`,
  due: minutes(count),
  place,
  state: 'due',
  attempts: 0,
});

/** An errand for tests, with only what a test says. */
export const errand = (id: string, more: Partial<Errand> = {}): Errand => ({
  id,
  kind: 'tell',
  place,
  target: 'r1',
  schedule: 's1',
  delivery: 'd1',
  at: minutes(0),
  words: 'the channel is gone',
  document: { kind: 'notice', blocks: [], sources: [] },
  state: 'due',
  attempts: 0,
  ...more,
});

/** When the next turn of a name with one place comes. It is taken, however late. */
export const turnAt = async (budgets: BudgetStore, name: string, everyMs: number, now: number) => {
  const turn = { name, everyMs, places: 1, within: Number.MAX_SAFE_INTEGER };
  return (await budgets.take(turn, () => Temporal.Instant.fromEpochMilliseconds(now))).at;
};
