import type { Manners } from '../platforms/platform.ts';
import type { Place } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { tokenName } from './turns.ts';

/** Lets nobody use a token before an instant: its turns begin again then. */
export async function closeToken(
  place: Place,
  manners: Manners,
  until: Temporal.Instant,
  { budgets, shut }: DeliverParts,
): Promise<void> {
  const name = tokenName(place, manners);
  shut.set(name, Math.max(shut.get(name) ?? 0, until.epochMilliseconds));
  await budgets.close(name, until.epochMilliseconds);
}

/** Until when a token was shut while a turn was waited for; undefined where it is open. */
export function shutUntil(
  place: Place,
  manners: Manners | undefined,
  { shut, clock }: DeliverParts,
): Temporal.Instant | undefined {
  const until = manners && shut.get(tokenName(place, manners));
  if (until === undefined || until <= clock().epochMilliseconds) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(until));
}

/** Refusals that a token may collect in so many milliseconds, far below what a platform shuts us out for (10,000). */
const most = 500;
const windowMs = 600_000;

/**
 * Counts a refusal that the platform counts too.
 * @returns until when nothing more is sent with the token, once there are too many
 */
export async function countRefusal(
  place: Place,
  manners: Manners,
  parts: DeliverParts,
): Promise<Temporal.Instant | undefined> {
  const now = parts.clock().epochMilliseconds;
  const { count, since } = await parts.budgets.strike(`${tokenName(place, manners)} refused`, windowMs, now);
  if (count < most) return undefined;
  const until = Temporal.Instant.fromEpochMilliseconds(Math.ceil(since + windowMs));
  if (count === most) {
    parts.log.error({ place, until: until.toString() }, 'too many refusals: nothing is sent for a while');
    await closeToken(place, manners, until, parts);
  }
  return until;
}
