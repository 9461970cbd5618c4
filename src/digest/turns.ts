import type { Manners } from '../platforms/platform.ts';
import type { Beginning, Begun, Delivery, Place, Turn } from '../store/ports.ts';
import type { DeliverParts, Held } from './deliver-parts.ts';

/** The error of a row that waits with a turn of its channel in hand, so that it takes no second one. */
const waitsForChannel = 'waits for its turn in the channel';
const waitsForToken = 'waits for its turn';

/** Milliseconds that a process holds a row while it waits for a turn; for longer it gives the row back. */
const patience = { channel: 300, token: 1_500 } as const;

/** Milliseconds by which a turn of the token may have passed: still one call in its time, since turns leave so much room. */
const passed = 25;

/** Milliseconds after which a turn is stale: calls that a busy machine held up would go out in a heap, above the limit. */
const staleAfter = 45;
const mostTurns = 3;

/** Milliseconds for which a turn in hand holds: rows that were left for longer would all go out at once. */
const handHolds = 1_000;

/** Nothing is called now. */
export interface Later {
  readonly state: 'later';
  readonly at: Temporal.Instant;
  readonly reason: string;
}

/**
 * Waits for a turn in the channel and for one of the token, out of the budgets that all processes share; the time of the
 * latter is written down as the row's last attempt, before the call. A row that would have to wait for long is given
 * back, with its turn in the channel in hand.
 * @param edition what is to be sent, where it is not frozen yet
 */
export async function turnToPost(
  held: Held,
  manners: Manners | undefined,
  edition: Beginning['edition'],
  parts: DeliverParts,
): Promise<Exclude<Begun, { state: 'later' }> | Later> {
  const { row, since } = held;
  const leave = manners && (await parts.gate.enter(tokenName(row.place, manners)));
  try {
    for (let tries = 1; ; tries++) {
      const now = parts.clock().toString();
      const turns = manners === undefined ? [] : turnsFor(row, manners, tries > 1, parts);
      // Written down before the turn comes and not in it: a database that is busy would make a heap of even turns.
      const begun = await parts.deliveries.begin(row.id, row.fence, {
        now,
        turns,
        ...(edition === undefined ? {} : { edition }),
      });
      if (begun.state === 'lost') return begun;
      if (begun.state === 'later') return later(begun.at, reasonOf(begun.name, row));
      await until(begun.at, parts);
      const isStale = parts.clock().epochMilliseconds - begun.at >= staleAfter;
      if (turns.length === 0 || !isStale || tries === mostTurns) return begun;
      // Who cannot wait for another goes now: the lease must not run out meanwhile.
      if (parts.elapsed() - since > parts.rules.lease * 300) return begun;
    }
  } finally {
    leave?.();
  }
}

/** Waits for turns at anything that is no delivery: reading a channel, and with `isPost` a message of another kind. */
export async function turnToCall(
  row: Waiting,
  manners: Manners | undefined,
  isPost: boolean,
  parts: DeliverParts,
): Promise<{ readonly state: 'go' } | Later> {
  if (manners === undefined) return { state: 'go' };
  const leave = await parts.gate.enter(tokenName(row.place, manners));
  try {
    for (const turn of turnsFor(row, manners, !isPost, parts)) {
      const at = await parts.budgets.take(turn);
      if (at > turn.from + turn.within) return later(at, reasonOf(turn.name, row));
      await until(at, parts);
    }
    return { state: 'go' };
  } finally {
    leave();
  }
}

type Waiting = Pick<Delivery, 'place' | 'error' | 'notBefore'>;

/** The turns that a call needs; 0 milliseconds between two means that they are not counted. */
function turnsFor(row: Waiting, manners: Manners, isChannelDone: boolean, parts: DeliverParts): Turn[] {
  const now = parts.clock().epochMilliseconds;
  const { everyMessage, everyCall } = manners;
  const channel = { name: channelName(row.place), everyMs: everyMessage, from: now, keep: true } as const;
  const token = { name: tokenName(row.place, manners), everyMs: everyCall, from: now - passed };
  return [
    ...(everyMessage === 0 || isChannelDone || hasTurn(row, parts)
      ? []
      : [{ ...channel, within: patience.channel }]),
    ...(everyCall === 0 ? [] : [{ ...token, within: patience.token }]),
  ];
}

/** Whether a row was given back with its turn in the channel, and that turn is now. */
const hasTurn = ({ error, notBefore }: Waiting, { clock }: DeliverParts): boolean =>
  error === waitsForChannel &&
  notBefore !== undefined &&
  clock().since(Temporal.Instant.from(notBefore)).total('milliseconds') < handHolds;

const reasonOf = (name: string, { place }: Waiting): string =>
  name === channelName(place) ? waitsForChannel : waitsForToken;

async function until(at: number, { clock, pause }: DeliverParts): Promise<void> {
  const rest = at - clock().epochMilliseconds;
  if (rest > 0) await pause(rest);
}

const later = (at: number, reason: string): Later => ({
  state: 'later',
  at: Temporal.Instant.fromEpochMilliseconds(Math.ceil(at)),
  reason,
});

const channelName = ({ platform, workspace, channel }: Place): string =>
  `${platform}/${workspace}/${channel}`;

export const tokenName = ({ platform, workspace }: Place, { tokenOf }: Manners): string =>
  tokenOf === 'platform' ? platform : `${platform}/${workspace}`;
