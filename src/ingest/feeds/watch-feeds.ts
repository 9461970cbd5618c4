import { setTimeout as pause } from 'node:timers/promises';
import { type PollParts, pollOne } from './poll.ts';

/** Feeds that one process polls between two looks at the clock. */
const mostAtOnce = 20;

/** Polls feeds as they become due, by the clock that all processes share, until disposed of; waits for the poll under way. */
export function watchFeeds(
  parts: PollParts & {
    readonly sharedClock: () => Promise<Temporal.Instant>;
    readonly log: { error(fields: object, message: string): void };
  },
  seconds: number,
): AsyncDisposable {
  const stop = new AbortController();
  const watch = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        for (let count = 0; count < mostAtOnce && !stop.signal.aborted; count++)
          if (!(await pollOne(parts, await parts.sharedClock(), stop.signal))) break;
      } catch (fault) {
        parts.log.error({ err: fault }, 'feeds could not be polled; the next look tries again');
      }
      await pause(seconds * 1_000, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await watching;
    },
  };
}
