import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { ReaderError } from '../errors.ts';
import { openPictures } from '../pictures/open-pictures.ts';
import type { Pictures } from '../pictures/port.ts';
import { type Ended, runJob, startThread } from '../run-job.ts';
import type { Press } from './press.ts';
import type { StudioJob, StudioOutcome } from './studio-job.ts';

/** What a desk needs to draw and to set type. Nothing is loaded before it is used, nor kept long after. */
export interface Studio extends AsyncDisposable {
  readonly pictures: Pictures;
  readonly press: Press;
}

export interface StudioLimits {
  /** Milliseconds for one picture or document once the libraries are loaded; then the thread is ended. */
  readonly within: number;
  /** Megabytes of memory for the thread. */
  readonly memory: number;
  /** Milliseconds without work after which the thread is ended and its memory given back. */
  readonly idle: number;
  /** Jobs that may wait their turn. */
  readonly waiting: number;
}

const usual: StudioLimits = { within: 10_000, memory: 256, idle: 30_000, waiting: 64 };

/** Draws and sets type, one thing after another, in a thread of its own: meanwhile the desk answers as always. */
export function openStudio(limits: Partial<StudioLimits> = {}): Studio {
  const thread = createThread({ ...usual, ...limits });
  const bytes = async (job: StudioJob): Promise<Uint8Array> => (await thread.make(job)) as Uint8Array;
  return {
    pictures: openPictures({
      svg: async (drawing) => (await thread.make({ type: 'svg', drawing })) as string,
      png: (drawing) => bytes({ type: 'png', drawing }),
    }),
    press: { pdf: (briefing) => bytes({ type: 'pdf', briefing }) },
    [Symbol.asyncDispose]: thread.end,
  };
}

interface Thread {
  /** Text for an SVG, bytes for the others. Rejects with a ReaderError where it takes too long or too much, or too many wait. */
  readonly make: (job: StudioJob) => Promise<string | Uint8Array>;
  readonly end: () => Promise<void>;
}

function createThread(limits: StudioLimits): Thread {
  let worker: Worker | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const next = async (job: StudioJob): Promise<string | Uint8Array> => {
    clearTimeout(idle);
    worker ??= startWorker(limits);
    const outcome = await runJob<StudioOutcome>(worker, job, limits.within);
    if (outcome.state === 'late' || outcome.state === 'died') await end();
    return productOf(outcome);
  };
  const rest = (): void => {
    waiting -= 1;
    if (waiting > 0) return;
    idle = setTimeout(end, limits.idle);
    idle.unref();
  };
  const make = async (job: StudioJob): Promise<string | Uint8Array> => {
    if (waiting >= limits.waiting) {
      throw new ReaderError('The desk is drawing many things at this moment; please try again in a minute.');
    }
    waiting += 1;
    const turn = last.then(() => next(job)).finally(rest);
    last = turn.catch(() => undefined);
    return turn;
  };
  return { make, end };
}

const startWorker = ({ memory }: StudioLimits): Worker =>
  startThread(new URL('./studio-worker.ts', import.meta.url), memory, { workerData: compileCache() });

/** The folder in which Node keeps what it compiled, without the part that Node adds by itself. */
function compileCache(): string | undefined {
  const folder = getCompileCacheDir();
  return folder === undefined ? undefined : dirname(folder);
}

type Settled = Exclude<StudioOutcome, { state: 'begun' }>;

function productOf(outcome: Settled | Ended): string | Uint8Array {
  switch (outcome.state) {
    case 'made':
      return outcome.product;
    case 'late':
      throw new ReaderError('That takes too long to set; ask for a shorter period, or for md.');
    case 'died':
      throw new ReaderError('That takes too much memory to set; ask for a shorter period, or for md.');
    case 'broken':
      throw new Error(`the drawing thread failed: ${outcome.reason}`);
  }
}
