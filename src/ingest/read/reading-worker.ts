import { parentPort } from 'node:worker_threads';
import { ReaderError } from '../../errors.ts';
import type { ReadingJob, ReadingOutcome } from './read-safely.ts';

type Read = () => Promise<Extract<ReadingOutcome, { state: 'read' }>['result']>;

/** Runs in a thread with little memory, which is ended from outside when it takes too long. */
parentPort?.on('message', async (job: ReadingJob) => {
  parentPort?.postMessage(await outcomeOf(job));
});

async function outcomeOf(job: ReadingJob): Promise<ReadingOutcome> {
  try {
    const read = await prepare(job);
    // From here on it is the stranger's bytes that take the time.
    parentPort?.postMessage({ state: 'begun' } satisfies ReadingOutcome);
    return { state: 'read', result: await read() };
  } catch (fault) {
    if (fault instanceof ReaderError) return { state: 'refused', sentence: fault.message };
    if (fault instanceof RangeError) return { state: 'deep' };
    return {
      state: 'broken',
      reason: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    };
  }
}

/** Loads the parser of a job: each is large, and most threads need one of them. */
async function prepare(job: ReadingJob): Promise<Read> {
  switch (job.type) {
    case 'page': {
      const { readPage, loadParser } = await import('./read-page.ts');
      await loadParser(job.about.kind);
      return () => readPage(job.bytes, job.about);
    }
    case 'feed': {
      const { parseFeedText } = await import('../feeds/parse-feed.ts');
      return async () => parseFeedText(job.bytes, job.charset);
    }
  }
}
