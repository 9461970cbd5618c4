import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startProgram, temporaryFolder } from '../support/program.ts';

// The launcher is asked to stop at every moment of its start. What lies before the first line of ours ends by the signal, and
// nothing can be done there; from then on it ends with 0, and no signal is lost on the way from the launcher to the bot.

/** Milliseconds in which Node itself starts twice, on a machine that is very busy. */
const boots = 700;

it.each(['SIGTERM', 'SIGINT'] as const)(
  'stops on %s at each moment of its start',
  { timeout: 120_000 },
  async (signal) => {
    await using folder = await temporaryFolder();
    const environment = {
      DATABASE_URL: `sqlite:${join(folder.path, 'early.db')}`,
      CONSOLE_PORT: '0',
      LOG_LEVEL: 'error',
    };
    const ends: { after: number; status: number | null; signal: string | null; took: number }[] = [];
    for (let after = 0; after <= 1_500; after += after < 400 ? 20 : 200) {
      await using program = startProgram(['start'], { environment, launched: true });
      await sleep(after);
      const asked = performance.now();
      const { status } = await Promise.race([
        program.stop(signal),
        sleep(10_000).then(() => ({ status: -1 })),
      ]);
      ends.push({ after, status, signal: program.child.signalCode, took: performance.now() - asked });
    }
    expect(ends.filter(({ took }) => took > 9_900)).toEqual([]);
    expect(ends.filter((end) => end.status !== 0 && (end.signal !== signal || end.after > boots))).toEqual(
      [],
    );
    expect(ends.at(-1)).toMatchObject({ status: 0 });
  },
);
