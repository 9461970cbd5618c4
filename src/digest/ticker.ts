import { setTimeout as pause } from 'node:timers/promises';
import { schedule } from 'node-cron';
import { claimDue } from './claim-due.ts';
import { deliveryId } from './delivery-id.ts';
import { deliverAll, runErrands, type TickParts } from './tick.ts';

/** A running alarm clock. Disposing waits for the deliveries under way. */
export interface Ticker extends AsyncDisposable {
  /** The tick that is under way now, or the last one. */
  readonly current: () => Promise<void>;
}

/** What the edge gives; the rest is worked out here. */
export interface TickerParts
  extends Omit<TickParts, 'idOf' | 'clock' | 'elapsed' | 'pause' | 'shut' | 'looked'> {
  /** The time that all processes share: the database's. */
  readonly sharedClock: () => Promise<Temporal.Instant>;
}

/** The work that goes on side by side: none of it waits for the others. */
const tasks = [claimDue, deliverAll, runErrands] as const;

/**
 * Wakes the work at once and then every few seconds. node-cron is the alarm clock and nothing more: it loses slots
 * when the process is late or the clocks change, so what is due is worked out from the store at each tick.
 * @param seconds between two ticks, 1 to 30
 */
export function startTicker(parts: TickerParts, seconds: number): Ticker {
  const stop = new AbortController();
  const clock = createClock(parts.sharedClock);
  const whole: TickParts = {
    ...parts,
    idOf: deliveryId,
    shut: new Map(),
    looked: new WeakMap(),
    clock: clock.now,
    elapsed: () => performance.now(),
    pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
  };
  const busy = new Map<(typeof tasks)[number], Promise<void>>();
  const run = async (task: (typeof tasks)[number]): Promise<void> => {
    try {
      await task(whole, stop.signal);
    } catch (fault) {
      parts.log.error({ err: fault }, 'a tick failed; the next one tries again');
    } finally {
      busy.delete(task);
    }
  };
  let waking = Promise.resolve();
  const wake = async (): Promise<void> => {
    try {
      await clock.read();
    } catch (fault) {
      parts.log.error({ err: fault }, 'the database does not answer; the next tick tries again');
      return;
    }
    // What has just been claimed is delivered at once, and not at the next tick.
    for (const task of tasks) {
      if (stop.signal.aborted) return;
      if (!busy.has(task)) busy.set(task, run(task));
      if (task === claimDue) await busy.get(task);
    }
  };
  let isWaking = false;
  const alarm = (): void => {
    if (isWaking || stop.signal.aborted) return;
    isWaking = true;
    waking = wake().finally(() => {
      isWaking = false;
    });
  };
  const task = schedule(`*/${seconds} * * * * *`, alarm, { name: 'ticker' });
  alarm();
  const current = async (): Promise<void> => {
    await waking;
    await Promise.all(busy.values());
  };
  return {
    current,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await task.destroy();
      await current();
    },
  };
}

/** The shared time between two readings of it, by a clock that nobody sets. */
function createClock(shared: () => Promise<Temporal.Instant>): {
  readonly now: () => Temporal.Instant;
  readonly read: () => Promise<void>;
} {
  let last: { readonly at: Temporal.Instant; readonly elapsed: number } | undefined;
  return {
    now: () => {
      if (last === undefined) throw new Error('the clock was never read');
      return last.at.add({ milliseconds: Math.round(performance.now() - last.elapsed) });
    },
    read: async () => {
      const before = performance.now();
      const at = await shared();
      last = { at, elapsed: (before + performance.now()) / 2 };
    },
  };
}
