import { setTimeout as pause } from 'node:timers/promises';
import { schedule } from 'node-cron';
import { claimDue } from './claim-due.ts';
import { deliveryId } from './delivery-id.ts';
import { createGate } from './gate.ts';
import { createSharedClock } from './shared-clock.ts';
import { runErrands, type TickParts } from './tick.ts';
import { createWorkers, untilNext } from './workers.ts';

/** A running alarm clock. Disposing waits for the deliveries under way. */
export interface Ticker extends AsyncDisposable {
  /** The tick that is under way now, or the last one. */
  readonly current: () => Promise<void>;
}

/** What the edge gives; the rest is worked out here. */
export interface TickerParts
  extends Omit<TickParts, 'idOf' | 'clock' | 'elapsed' | 'pause' | 'quickest' | 'gate' | 'looked'> {
  /** The time that all processes share: the database's. */
  readonly sharedClock: () => Promise<Temporal.Instant>;
}

/** Turns that a process asks for ahead of their time: enough to have one at hand while others are written down. */
const turnsAhead = 5;

/** The least milliseconds between two looks for what waits. */
const leastPause = 20;

/**
 * Wakes the work at once and then every few seconds, and what waits for an instant between two ticks at that instant.
 * node-cron is the alarm clock and nothing more: it loses slots when the process is late or the clocks change, so what is
 * due is worked out from the store at each tick.
 * @param seconds between two ticks, 1 to 30
 */
export function startTicker(parts: TickerParts, seconds: number): Ticker {
  const stop = new AbortController();
  const elapsed = (): number => performance.now();
  const clock = createSharedClock(parts.sharedClock, elapsed);
  const whole: TickParts = {
    ...parts,
    idOf: deliveryId,
    quickest: new Map(),
    gate: createGate(turnsAhead),
    looked: new WeakMap(),
    clock: clock.now,
    elapsed,
    pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
  };
  const running = new Set<Promise<void>>();
  /** Work that is told when it fails and waited for at the end. */
  const run = (work: () => Promise<void>): Promise<void> => {
    const done = work()
      .catch((err: unknown) => parts.log.error({ err }, 'a tick failed; the next one tries again'))
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  };

  let next: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined;
  /** Sets the alarm for what waits for an instant before the next tick. */
  const lookAhead = async (): Promise<void> => {
    const wait = await untilNext(whole);
    if (wait === undefined || wait > seconds * 1000 || stop.signal.aborted) return;
    const at = elapsed() + Math.max(leastPause, wait);
    if (next !== undefined && next.at <= at) return;
    clearTimeout(next?.timer);
    const timer = setTimeout(() => {
      next = undefined;
      run(workers.work);
    }, at - elapsed());
    next = { timer, at };
  };
  let looks = 0;
  const onIdle = (): void => {
    if (stop.signal.aborted) return;
    // What was given back while a look was under way may have been missed by it.
    looks = Math.min(2, looks + 1);
    if (looks === 1) run(lookOut);
  };
  const lookOut = async (): Promise<void> => {
    try {
      for (; looks > 0; looks -= 1) await lookAhead();
    } finally {
      looks = 0;
    }
  };
  const workers = createWorkers(whole, stop.signal, onIdle);

  let isOnErrands = false;
  const doErrands = async (): Promise<void> => {
    if (isOnErrands) return;
    isOnErrands = true;
    await runErrands(whole, stop.signal).finally(() => {
      isOnErrands = false;
    });
  };
  const wake = async (): Promise<void> => {
    await clock.read();
    // What has just been claimed is delivered at once, and not at the next tick.
    await run(() => claimDue(whole));
    if (stop.signal.aborted) return;
    run(workers.work);
    run(doErrands);
  };
  let isWaking = false;
  const alarm = (): void => {
    if (isWaking || stop.signal.aborted) return;
    isWaking = true;
    run(() =>
      wake().finally(() => {
        isWaking = false;
      }),
    );
  };
  const task = schedule(`*/${seconds} * * * * *`, alarm, { name: 'ticker' });
  alarm();
  const current = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    current,
    async [Symbol.asyncDispose]() {
      stop.abort();
      clearTimeout(next?.timer);
      await task.destroy();
      await current();
    },
  };
}
