import type { Manners } from '../platforms/platform.ts';
import type { Place } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { tokenName } from './turns.ts';

/** Lets nobody use a token before an instant: its turns begin again then. */
export const closeToken = (
  place: Place,
  manners: Manners,
  until: Temporal.Instant,
  { budgets }: DeliverParts,
): Promise<void> => budgets.close(tokenName(place, manners), until.epochMilliseconds);

/** The same after a call that was one too many: turns come further apart where a platform does not tell its limit. */
export async function slowToken(
  place: Place,
  manners: Manners,
  until: Temporal.Instant,
  parts: DeliverParts,
): Promise<void> {
  const { everyCall, slowest } = manners;
  if (slowest === undefined) return closeToken(place, manners, until, parts);
  const refused = { at: parts.clock().epochMilliseconds, most: slowest / everyCall };
  await parts.budgets.close(tokenName(place, manners), until.epochMilliseconds, refused);
}

/** Until when a token was shut, by any process, while a turn was waited for; undefined where it is open. */
export async function shutUntil(
  place: Place,
  manners: Manners | undefined,
  { budgets, clock }: DeliverParts,
): Promise<Temporal.Instant | undefined> {
  if (manners === undefined || manners.everyCall === 0) return undefined;
  const until = await budgets.closedUntil(tokenName(place, manners));
  return until > clock().epochMilliseconds
    ? Temporal.Instant.fromEpochMilliseconds(Math.ceil(until))
    : undefined;
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
