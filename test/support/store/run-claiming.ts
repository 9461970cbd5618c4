import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const program = 'test/support/store/claiming-process.ts';

interface Run {
  readonly slots: number;
  /** Milliseconds after it is ready; left to its end without. */
  readonly killAfter?: number;
  /** Whether it runs at a time when all leases of the others are over. */
  readonly afterwards?: boolean;
}

/** Runs the claiming process, and gives its exit status and the lines that it told to their end. */
export async function claimInProcess(
  url: string,
  { slots, killAfter, afterwards = false }: Run,
): Promise<{ readonly status: number | null; readonly lines: readonly string[] }> {
  const now = afterwards ? '2026-03-08T12:00:00Z' : '2026-03-08T07:00:00Z';
  const child = spawn(process.execPath, [program, url, String(slots), now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  child.stdout.on('data', (data: Buffer) => {
    text += data.toString();
    if (text.startsWith('ready')) resolve();
  });
  const closed = once(child, 'close');
  await Promise.race([ready, closed]);
  if (killAfter !== undefined) {
    await pause(killAfter);
    child.kill('SIGKILL');
  }
  const [status] = (await closed) as [number | null];
  // What comes after the last line break is a line that the process did not finish.
  return { status, lines: text.split('\n').slice(0, -1) };
}
