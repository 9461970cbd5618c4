import type { Manners, PlatformAdapter } from '../platforms/platform.ts';
import type { Beginning, Begun, Delivery, DeliveryOutcome, Place, Turn } from '../store/ports.ts';
import { type DeliverParts, type Held, timeToCall } from './deliver-parts.ts';

/** The error of a row that waits with a turn of its channel in hand, so that it takes no second one. */
const waitsForChannel = 'waits for its turn in the channel';
const waitsForToken = 'waits for its turn';
const tooSlow = 'the process was too slow';

/** Milliseconds that a process holds a row while it waits for a turn; for longer it gives the row back. */
const patience = { channel: 300, token: 1_500 } as const;

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
  const { row } = held;
  try {
    const time = timeToCall(held, parts);
    // A turn that comes too late for its lease would be lost to everybody.
    if (time <= 0) return later(parts.clock().epochMilliseconds, tooSlow);
    // Written down before the turn comes and not in it: a database that is busy would make a heap of even turns.
    const begun = await parts.deliveries.begin(row.id, row.fence, {
      clock: parts.clock,
      turns: manners === undefined ? [] : postTurns(row, manners, time, parts),
      ...(edition === undefined ? {} : { edition }),
    });
    if (begun.state === 'later') return later(begun.at, reasonOf(begun.name, row));
    if (begun.state === 'begun') await until(begun.at, parts);
    return begun;
  } finally {
    held.leave();
  }
}

/** Answers after which the quickest of them counts. */
const firstAnswers = 60;

/** Milliseconds by which a call may come after its turn and count as made in it. */
const punctual = 5;

/**
 * What becomes of the place of a call that was made later than in its turn, or that took its time on the way: the
 * platform counts from when it came, which is the earlier before the answer the quicker answers are.
 * @param took milliseconds from the call to its answer
 */
export function lateCall(
  { at, place }: Extract<Begun, { state: 'begun' }>,
  { name, manners }: Pick<PlatformAdapter, 'name' | 'manners'>,
  took: number,
  { clock, quickest }: DeliverParts,
): { readonly late?: NonNullable<DeliveryOutcome['late']> } {
  if (manners === undefined || place === '') return {};
  const known = quickest.get(name) ?? { least: took, answers: 0 };
  // It creeps up again, so that one quick answer does not count for ever.
  const least = Math.min(took, known.least * 1.01);
  quickest.set(name, { least, answers: known.answers + 1 });
  // The first answers of a process are slow, and say nothing of how quick one can be.
  const came = clock().epochMilliseconds - (known.answers < firstAnswers ? 0 : least);
  if (came - at < punctual) return {};
  return {
    late: { place, until: Math.min(came, at + 1000) + placesOf(manners.everyCall) * manners.everyCall },
  };
}

/** Calls that may be made within a second, which is what platforms count. */
const placesOf = (everyMs: number): number => Math.ceil(1000 / everyMs);

/**
 * Waits for turns at anything that is no delivery: reading a channel, and with `isPost` a message of another kind.
 * @param time milliseconds within which the call has to begin
 */
export async function turnToCall(
  row: Waiting,
  manners: Manners | undefined,
  isPost: boolean,
  time: number,
  parts: DeliverParts,
): Promise<{ readonly state: 'go' } | Later> {
  if (manners === undefined) return { state: 'go' };
  const turns = isPost ? postTurns(row, manners, time, parts) : otherTurns(row, manners, time);
  for (const turn of turns) {
    if (turn.isInHand === true) continue;
    const { at, isTaken } = await parts.budgets.take(turn, parts.clock);
    if (!isTaken) return later(at, reasonOf(turn.name, row));
    await until(at, parts);
  }
  return { state: 'go' };
}

type Waiting = Pick<Delivery, 'place' | 'error' | 'notBefore'>;

/** The turns that a message needs; 0 milliseconds between two means that they are not counted. */
function postTurns(row: Waiting, manners: Manners, time: number, parts: DeliverParts): readonly Turn[] {
  const { everyMessage, everyCall, slowest } = manners;
  const channel = { name: channelName(row.place), everyMs: everyMessage, places: 1, keep: true } as const;
  return [
    ...(everyMessage === 0
      ? []
      : [{ ...channel, within: Math.min(time, patience.channel), isInHand: hasTurn(row, parts) }]),
    ...tokenTurn(tokenName(row.place, manners), everyCall, time).map((turn) =>
      slowest === undefined ? turn : { ...turn, slowestMs: slowest },
    ),
  ];
}

/** The turn that any other call needs: in a row of their own where the platform counts them apart. */
function otherTurns({ place }: Waiting, manners: Manners, time: number): readonly Turn[] {
  const name = tokenName(place, manners);
  const { everyCall, everyOther } = manners;
  return everyOther === undefined
    ? tokenTurn(name, everyCall, time)
    : tokenTurn(`${name} other`, everyOther, time);
}

const tokenTurn = (name: string, everyMs: number, time: number): readonly Turn[] =>
  everyMs === 0 ? [] : [{ name, everyMs, places: placesOf(everyMs), within: Math.min(time, patience.token) }];

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
