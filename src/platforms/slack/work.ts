import type { SlackLog } from './parts.ts';

/** Answers under way. */
export interface Work {
  /** Runs a task; its fault is logged and goes no further. */
  run(what: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when all tasks are done, at the latest after so many milliseconds. */
  settled(most: number): Promise<void>;
}

export function createWork(log: SlackLog): Work {
  const running = new Set<Promise<void>>();
  return {
    run(what, task) {
      const done = task().catch((err: unknown) => log.error({ err }, `Slack: ${what} failed`));
      running.add(done);
      return done.finally(() => running.delete(done));
    },
    async settled(most) {
      await within(Promise.all(running), most);
    },
  };
}

/** Waits for a promise, at most so many milliseconds; never rejects. */
export async function within(promise: Promise<unknown>, most: number): Promise<void> {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const end = (): void => resolve();
  const timer = setTimeout(end, most);
  promise.then(end, end);
  await ended;
  clearTimeout(timer);
}

/** Waits so many milliseconds, or until the signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  const wake = (): void => resolve();
  signal.addEventListener('abort', wake, { once: true });
  await promise;
  clearTimeout(timer);
  signal.removeEventListener('abort', wake);
}
