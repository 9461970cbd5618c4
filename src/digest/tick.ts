import { type ClaimParts, claimDue } from './claim-due.ts';
import { findCorrections } from './corrections.ts';
import { doErrand } from './do-errand.ts';
import { createWorkers } from './workers.ts';

/** What a tick needs. */
export type TickParts = ClaimParts;

/**
 * Claims the slots that have become due since the last tick, then delivers what may be sent, then does errands. A slot
 * that another process or an earlier tick has claimed is left alone, so ticks may overlap and repeat.
 * @param signal stops between two deliveries
 */
export async function tick(parts: TickParts, signal: AbortSignal): Promise<void> {
  await claimDue(parts);
  await createWorkers(parts, signal).work();
  await runErrands(parts, signal);
}

const mostErrands = 200;
const correctedMark = 'corrected';

/** Looks for corrections where the data has changed, and does what is to be done. */
export async function runErrands(parts: TickParts, signal: AbortSignal): Promise<void> {
  const version = await parts.knowledge.version('');
  if ((await parts.marks.get(correctedMark)) !== version) {
    const count = await findCorrections(parts);
    if (count > 0) parts.log.info({ count }, 'messages to be corrected');
    await parts.marks.set(correctedMark, version);
  }
  for (let count = 0; count < mostErrands && !signal.aborted; count++) {
    if (!(await doErrand(parts))) return;
  }
}
