import type { Worker } from 'node:worker_threads';
import { ReaderError } from '../../errors.ts';
import { type Ended, runJob, startThread } from '../../run-job.ts';
import type { FeedRead } from '../feeds/model.ts';
import type { PageAbout, PageRead } from './model.ts';

export type ReadingJob =
  | { readonly type: 'page'; readonly bytes: Uint8Array; readonly about: PageAbout }
  | { readonly type: 'feed'; readonly bytes: Uint8Array; readonly charset?: string };

export type ReadingOutcome =
  /** The parser is loaded: its time begins. */
  | { readonly state: 'begun' }
  | { readonly state: 'read'; readonly result: readonly PageRead[] | FeedRead }
  | { readonly state: 'refused'; readonly sentence: string }
  | { readonly state: 'deep' }
  | { readonly state: 'broken'; readonly reason: string };

/** Reads what strangers wrote, out of harm's way. */
export interface Reader extends AsyncDisposable {
  /** @throws ReaderError with one sentence when it cannot be read */
  readonly page: (bytes: Uint8Array, about: PageAbout) => Promise<readonly PageRead[]>;
  /** @throws ReaderError with one sentence when it cannot be read */
  readonly feed: (bytes: Uint8Array, charset?: string) => Promise<FeedRead>;
}

export interface ReaderLimits {
  /** Milliseconds for one page; then the thread is ended. */
  readonly within: number;
  /** Megabytes of memory for the thread. */
  readonly memory: number;
}

const usual: ReaderLimits = { within: 5_000, memory: 256 };
/** Pages that one thread reads before a new one takes over, so that nothing piles up in it. */
const pagesEach = 200;

/**
 * Reads pages and feeds one after another in a thread of its own, which has little memory and is ended when a page takes
 * too long; the next page gets a new one. Nothing that a page does to its parser can stop the desk.
 */
export function createReader(limits: ReaderLimits = usual): Reader {
  let worker: Worker | undefined;
  let read = 0;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    read = 0;
    await ended?.terminate();
  };
  const next = async (job: ReadingJob): Promise<Settled> => {
    if (read >= pagesEach) await end();
    worker ??= startWorker(limits);
    read += 1;
    const outcome = await runJob<ReadingOutcome>(worker, job, limits.within);
    if (outcome.state === 'late' || outcome.state === 'died') {
      await end();
      throw refusalOf(outcome.state);
    }
    return outcome;
  };
  const run = async (job: ReadingJob): Promise<readonly PageRead[] | FeedRead> => {
    const turn = last.then(() => next(job));
    last = turn.catch(() => undefined);
    return resultOf(await turn);
  };
  return {
    page: async (bytes, about) => (await run({ type: 'page', bytes, about })) as readonly PageRead[],
    feed: async (bytes, charset) =>
      (await run({ type: 'feed', bytes, ...(charset === undefined ? {} : { charset }) })) as FeedRead,
    async [Symbol.asyncDispose]() {
      await last;
      await end();
    },
  };
}

const startWorker = ({ memory }: ReaderLimits): Worker =>
  startThread(new URL('./reading-worker.ts', import.meta.url), memory, {
    resourceLimits: { stackSizeMb: 4 },
  });

type Settled = Exclude<ReadingOutcome, { state: 'begun' }>;

const refusalOf = (state: Ended['state']): ReaderError => {
  switch (state) {
    case 'late':
      return new ReaderError('The page took too long to read and was given up; paste its text instead.');
    case 'died':
      return new ReaderError(
        'The page takes too much memory to read and was given up; paste its text instead.',
      );
  }
};

function resultOf(outcome: Settled): readonly PageRead[] | FeedRead {
  switch (outcome.state) {
    case 'read':
      return outcome.result;
    case 'refused':
      throw new ReaderError(outcome.sentence);
    case 'deep':
      throw new ReaderError('The page is nested too deeply to be read; paste its text instead.');
    case 'broken':
      throw new ReaderError('The page is built in a way that cannot be read; paste its text instead.', {
        cause: new Error(outcome.reason),
      });
  }
}
