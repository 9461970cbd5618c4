import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { onPage } from '../pictures/theme.ts';
import { drawingsOf } from './press.ts';
import type { StudioJob, StudioOutcome } from './studio-job.ts';

// What the libraries compile to is kept between one thread and the next, where the desk keeps it itself.
if (typeof workerData === 'string') enableCompileCache(workerData);

type Make = () => Promise<string | Uint8Array> | string;

/** Draws and sets type in a thread of its own, which is ended from outside when it takes too long or has nothing to do. */
parentPort?.on('message', async (job: StudioJob) => {
  parentPort?.postMessage(await outcomeOf(job));
});

async function outcomeOf(job: StudioJob): Promise<StudioOutcome> {
  try {
    const make = await prepare(job);
    parentPort?.postMessage({ state: 'begun' } satisfies StudioOutcome);
    return { state: 'made', product: await make() };
  } catch (fault) {
    const reason = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    return { state: 'broken', reason };
  }
}

/** Loads what a job needs: the libraries are large, and a picture for a page needs one of them. */
async function prepare(job: StudioJob): Promise<Make> {
  switch (job.type) {
    case 'svg': {
      const { drawSvg } = await import('../pictures/plot.ts');
      return () => drawSvg(job.drawing, onPage);
    }
    case 'png': {
      const { drawPng } = await import('../pictures/png.ts');
      return () => drawPng(job.drawing);
    }
    case 'pdf': {
      const [{ printSvg }, { typeset }] = await Promise.all([
        import('../pictures/png.ts'),
        import('./typeset.ts'),
      ]);
      return async () => {
        const drawn = drawingsOf(job.briefing).map(
          async (drawing) => [drawing, await printSvg(drawing)] as const,
        );
        return typeset(job.briefing, new Map(await Promise.all(drawn)));
      };
    }
  }
}
