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

/** Seconds since a delivery was first tried. Not counted in attempts: a process that is killed counts some that it never made. */
const tried = (row: Delivery, now: Temporal.Instant): number =>
  now.since(Temporal.Instant.from(row.firstAttempt ?? row.due)).total('seconds');

/** Milliseconds before a harmless repetition, ever twice as long: some six calls while a nonce is remembered. */
export const repeatPause = (row: Delivery, now: Temporal.Instant): number =>
  Math.min(16_000, Math.max(1_000, Math.round(tried(row, now) * 1000)));

/** Seconds that are waited on top where a platform has failed for long: it is in trouble, and calls do not help it. */
export const troublePause = (row: Delivery, now: Temporal.Instant): number =>
  Math.round(Math.min(600, Math.max(0, (tried(row, now) - 600) / 4)));

/** Seconds before a channel that could not be searched is searched again: the longer it has lasted, the later. */
export const lookPause = (row: Delivery, now: Temporal.Instant, rules: DeliverRules): number =>
  Math.min(60, Math.max(2, now.since(lookAt(row, rules)).total('seconds') / 4));
