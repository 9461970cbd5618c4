import type { Manners } from '../platforms/platform.ts';
import type { Delivery, Place } from '../store/ports.ts';
import type { DeliverParts } from './deliver-parts.ts';

/** Errors of a row that waits with a turn in hand, so that it takes no second one. */
const waiting = { channel: 'waits for its turn in the channel', token: 'waits for its turn' } as const;

/** Milliseconds that a process holds a row while it waits for its turn; for longer it gives the row back. */
const patience = 1_500;

/** Whether a call may be made now, or when. */
export type Turn = { readonly wait: number } | { readonly later: Temporal.Instant; readonly reason: string };

/**
 * Takes a turn in the channel, then one of the token, out of the budgets that all processes share. A row that has to wait
 * for long is given back with its turn in hand.
 */
export async function takeTurn(
  row: Delivery,
  manners: Manners | undefined,
  isPost: boolean,
  parts: DeliverParts,
): Promise<Turn> {
  if (manners === undefined) return { wait: 0 };
  const now = parts.clock();
  const inHand = row.error;
  let wait = 0;
  if (isPost && inHand !== waiting.channel && inHand !== waiting.token) {
    wait = await reserve(channelName(row.place), manners.everyMessage, now, parts);
    if (wait > patience) return { later: after(now, wait), reason: waiting.channel };
  }
  if (inHand !== waiting.token) {
    wait = Math.max(wait, await reserve(tokenName(row.place, manners), manners.everyCall, now, parts));
    if (wait > patience) return { later: after(now, wait), reason: waiting.token };
  }
  return { wait };
}

/** Milliseconds until a further turn of the token, for a call that missed its own. */
export const takeAnotherTurn = async (
  row: Delivery,
  manners: Manners,
  parts: DeliverParts,
): Promise<number> =>
  Math.max(0, await reserve(tokenName(row.place, manners), manners.everyCall, parts.clock(), parts));

/** Milliseconds until the next free turn of a name; 0 where turns are not counted. */
async function reserve(
  name: string,
  every: number,
  now: Temporal.Instant,
  { budgets }: DeliverParts,
): Promise<number> {
  if (every === 0) return 0;
  return (await budgets.reserve(name, every, now.epochMilliseconds)) - now.epochMilliseconds;
}

const after = (now: Temporal.Instant, wait: number): Temporal.Instant =>
  now.add({ milliseconds: Math.ceil(wait) });

const channelName = ({ platform, workspace, channel }: Place): string =>
  `${platform}/${workspace}/${channel}`;

const tokenName = ({ platform, workspace }: Place, { tokenOf }: Manners): string =>
  tokenOf === 'platform' ? platform : `${platform}/${workspace}`;

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

/** Milliseconds until the first shut token opens, where that is soon; undefined where none is shut. */
export function soonOpen({ shut, clock }: DeliverParts): number | undefined {
  const now = clock().epochMilliseconds;
  const waits = [...shut.values()].map((until) => until - now).filter((wait) => wait > 0 && wait <= soon);
  return waits.length === 0 ? undefined : Math.ceil(Math.min(...waits));
}

/** Milliseconds for which deliveries stay at hand, rather than to be looked for at the next tick. */
const soon = 5_000;
