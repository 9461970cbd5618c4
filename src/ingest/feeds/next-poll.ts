import type { Feed, PollOutcome } from '../../store/desk-ports.ts';

/** Minutes between two polls of a feed that answers. */
export const usualMinutes = 15;
/** Longest time between two polls of one that does not: a day. */
const mostMinutes = 24 * 60;
/** Failures in a row after which a feed is paused: with the back-off that is about two days. */
const mostFailures = 10;
/** A feed that is gone for good says so; a site that is being mended says so too, for a while. */
const mostGone = 3;

/** How a poll ended. */
export type Polled =
  | { readonly state: 'good' }
  | { readonly state: 'failed'; readonly reason: string; readonly gone: boolean; readonly seconds?: number };

/** When a feed is polled next: twice as late after each failure, not before a site asks for, and never when it is paused. */
export function nextPoll(
  feed: Pick<Feed, 'failures'>,
  polled: Polled,
  now: Temporal.Instant,
): Pick<PollOutcome, 'nextPoll' | 'lastPoll' | 'failures' | 'trouble'> {
  const lastPoll = now.toString();
  if (polled.state === 'good')
    return { lastPoll, failures: 0, nextPoll: now.add({ minutes: usualMinutes }).toString() };
  const failures = feed.failures + 1;
  const backOff = Math.min(mostMinutes, usualMinutes * 2 ** Math.min(failures, 10));
  const asked = Math.min(mostMinutes, Math.ceil((polled.seconds ?? 0) / 60));
  const isOver = failures >= (polled.gone ? mostGone : mostFailures);
  return {
    lastPoll,
    failures,
    nextPoll: now.add({ minutes: Math.max(backOff, asked) }).toString(),
    ...(isOver ? { trouble: polled.reason } : {}),
  };
}
