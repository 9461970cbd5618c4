import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two tries, and the most tries: about ten seconds, longer than any transaction of ours. */
const interval = 5;
const most = 2_000;

/**
 * Tries again while another connection writes. SQLite's own waiting would stop the whole process meanwhile, and for
 * good where the other connection is in this same process. A statement that was refused so has done nothing.
 */
export async function patiently<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || tries === most) throw error;
    }
    await pause(interval);
  }
}

/** SQLITE_BUSY, in any of its kinds. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  (error.errcode & 0xff) === 5;
