import { createHash } from 'node:crypto';
import { schedule } from 'node-cron';
import { type TickParts, tick } from './tick.ts';

/** A running alarm clock. Disposing waits for the delivery under way. */
export interface Ticker extends AsyncDisposable {
  /** The tick that is under way now, or the last one. */
  readonly current: () => Promise<void>;
}

/**
 * Wakes the tick at once and then every few seconds. node-cron is the alarm clock and nothing more: it loses slots
 * when the process is late or the clocks change, so what is due is worked out from the store at each tick.
 * @param seconds between two ticks, 1 to 30
 */
export function startTicker(parts: Omit<TickParts, 'idOf'>, seconds: number): Ticker {
  const stop = new AbortController();
  let busy = false;
  let current = Promise.resolve();
  const run = async (): Promise<void> => {
    busy = true;
    try {
      await tick({ ...parts, idOf: deliveryId }, stop.signal);
    } catch (fault) {
      parts.log.error({ err: fault }, 'a tick failed; the next one tries again');
    } finally {
      busy = false;
    }
  };
  const wake = (): void => {
    if (!busy && !stop.signal.aborted) current = run();
  };
  const task = schedule(`*/${seconds} * * * * *`, wake, { name: 'ticker' });
  wake();
  return {
    current: () => current,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await task.destroy();
      await current;
    },
  };
}

/** The delivery of a schedule's slot: 25 of `[a-z0-9]`, the room of a Discord nonce; 128 bits, the same in every process. */
export function deliveryId(scheduleId: string, slot: string): string {
  const digest = createHash('sha256').update(`${scheduleId}\n${slot}`).digest();
  return BigInt(`0x${digest.subarray(0, 16).toString('hex')}`)
    .toString(36)
    .padStart(25, '0');
}
