import { type ClaimParts, claimDue } from './claim-due.ts';
import { findCorrections } from './corrections.ts';
import { deliverOne } from './deliver.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { doErrand } from './do-errand.ts';
import { soonOpen } from './turns.ts';

/** What a tick needs. */
export type TickParts = ClaimParts;

/** Deliveries of one tick at most; what is left is taken by the next. */
const mostInOneTick = 5_000;

/** Deliveries that one process makes side by side: enough to use up a platform's limit with slow answers. */
const sideBySide = 16;

/**
 * Claims the slots that have become due since the last tick, then delivers what may be sent, then does errands. A slot
 * that another process or an earlier tick has claimed is left alone, so ticks may overlap and repeat.
 * @param signal stops between two deliveries
 */
export async function tick(parts: TickParts, signal: AbortSignal): Promise<void> {
  await claimDue(parts);
  await deliverAll(parts, signal);
  await runErrands(parts, signal);
}

/** Delivers what may be sent now, several at a time. A fault of one is logged and leaves the others going. */
export async function deliverAll(parts: DeliverParts, signal: AbortSignal): Promise<void> {
  let left = mostInOneTick;
  const work = async (): Promise<void> => {
    while (!signal.aborted && left > 0) {
      left -= 1;
      if (await deliverOne(parts)) continue;
      // The platform asked for a moment's silence: the next tick may be far longer away than that.
      const wait = soonOpen(parts);
      if (wait === undefined) return;
      await parts.pause(wait, signal);
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: sideBySide }, work));
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') parts.log.error({ err: outcome.reason }, 'a delivery failed');
  }
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
