import { deliverOne } from './deliver.ts';
import type { DeliverParts } from './deliver-parts.ts';

/** Deliveries that one process makes side by side: enough to use up a platform's limit with slow answers. */
const sideBySide = 16;

/** Those who deliver. One that finds nothing ends; each that finds something fetches another one to help. */
export interface Workers {
  /** Resolves when those who began with this call have ended. A fault of one leaves the others going. */
  work(): Promise<void>;
}

/**
 * @param signal stops between two deliveries
 * @param onIdle is told whenever one finds nothing that may be delivered now
 */
export function createWorkers(
  parts: DeliverParts,
  signal: AbortSignal,
  onIdle: () => void = () => undefined,
): Workers {
  let working = 0;

  async function start(): Promise<void> {
    if (working >= sideBySide || signal.aborted) return;
    working += 1;
    const helpers: Promise<void>[] = [];
    try {
      let found = true;
      while (found && !signal.aborted) found = await deliverOne(parts, signal, () => helpers.push(start()));
      if (!found) onIdle();
    } catch (err) {
      parts.log.error({ err }, 'a delivery failed');
    } finally {
      working -= 1;
    }
    await Promise.all(helpers);
  }

  return { work: start };
}

/** Milliseconds until something may be delivered that waits: for its turn, the end of a limit, or for doubt to be settled. */
export async function untilNext(parts: DeliverParts): Promise<number | undefined> {
  const at = await parts.deliveries.soonest([...parts.platforms.keys()]);
  if (at === undefined) return undefined;
  return parts.clock().until(Temporal.Instant.from(at)).total('milliseconds');
}
