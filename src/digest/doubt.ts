import type { Manners } from '../platforms/platform.ts';
import type { Delivery } from '../store/ports.ts';
import { callLimit, type DeliverRules } from './deliver-parts.ts';

/** What to do about an attempt of which nobody knows whether it arrived. */
export type DoubtStep =
  /** Posting again is harmless: it finds the first message where there is one. */
  | { readonly step: 'repeat' }
  /** The call may still be carried out: looking now would prove nothing. */
  | { readonly step: 'wait'; readonly until: Temporal.Instant }
  | { readonly step: 'look' };

/**
 * The rules for doubt. A platform that takes a repeated marker for the same message is asked again while it remembers
 * the marker. Any other, and that one later, is searched once the call can no longer be carried out: it ended at the
 * latest one call limit after it began, and is settled so many seconds after that.
 */
export function doubtStep(
  row: Delivery,
  again: Manners['again'],
  now: Temporal.Instant,
  rules: DeliverRules,
): DoubtStep {
  if (again === 'harmless') return { step: 'repeat' };
  if (again === 'harmless for a while' && isRemembered(row, now, rules)) return { step: 'repeat' };
  const until = lookAt(row, rules);
  return Temporal.Instant.compare(now, until) < 0 ? { step: 'wait', until } : { step: 'look' };
}

/** Whether a repeated post would still arrive while the first one is remembered. */
function isRemembered(row: Delivery, now: Temporal.Instant, rules: DeliverRules): boolean {
  const first = Temporal.Instant.from(row.firstAttempt ?? row.due);
  return now.since(first).total('seconds') < rules.nonce;
}

/** The earliest instant at which a search of the channel proves something. */
export function lookAt(row: Delivery, rules: DeliverRules): Temporal.Instant {
  const last = Temporal.Instant.from(row.lastAttempt ?? row.firstAttempt ?? row.due);
  return last.add({ milliseconds: callLimit(rules) + Math.round(rules.settle * 1000) });
}

/** Milliseconds before a harmless repetition: 0.5 s, 1 s, 2 s, … at most 8 s. */
export const repeatPause = (attempts: number): number =>
  Math.min(8_000, 500 * 2 ** Math.max(0, attempts - 1));
