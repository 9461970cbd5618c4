import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Milliseconds for loading libraries on a busy machine, which is no fault of the job. */
const loading = 30_000;

/** A thread that took too long, or was ended by the memory it used. Whoever asked has to end it. */
export type Ended = { readonly state: 'late' } | { readonly state: 'died' };

/**
 * Starts a thread that works on what strangers wrote: with little memory, without the secrets of the environment in reach, and
 * without keeping the program from ending.
 * @param memory megabytes
 */
export function startThread(
  url: URL,
  memory: number,
  { resourceLimits, ...options }: Pick<WorkerOptions, 'resourceLimits' | 'workerData'> = {},
): Worker {
  const worker = new Worker(url, {
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, ...resourceLimits },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    ...options,
  });
  // A thread that is being ended for its time may run out of memory in that moment, when nobody waits for it any more. An
  // error that is not listened to would end the whole desk; whoever waits listens too, and tells the reader.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** What a thread says of a job; `begun`: what it needs is loaded, and the job's own time begins. */
interface Outcome {
  readonly state: string;
}

/**
 * Has one job done by a thread that does nothing else meanwhile.
 * @param within milliseconds for the job, once the thread has begun it
 */
export function runJob<O extends Outcome>(
  worker: Worker,
  job: unknown,
  within: number,
): Promise<Exclude<O, { readonly state: 'begun' }> | Ended> {
  type Settled = Exclude<O, { readonly state: 'begun' }>;
  const { promise, resolve } = Promise.withResolvers<Settled | Ended>();
  const giveUp = (): void => resolve({ state: 'late' });
  let late = setTimeout(giveUp, loading);
  const hear = (outcome: O): void => {
    if (outcome.state !== 'begun') {
      resolve(outcome as Settled);
      return;
    }
    clearTimeout(late);
    late = setTimeout(giveUp, within);
  };
  const died = (): void => resolve({ state: 'died' });
  worker.on('message', hear).once('error', died).once('exit', died);
  worker.postMessage(job);
  return promise.finally(() => {
    clearTimeout(late);
    worker.off('message', hear).off('error', died).off('exit', died);
  });
}
