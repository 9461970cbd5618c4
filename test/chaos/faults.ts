/** What happens to one call. The fakes obey the platform's rules in everything else. */
export type Trouble =
  /** Carried out, and the connection ends without an answer. */
  | 'lost'
  | '5xx before'
  | '5xx after'
  | 'reset before'
  | 'limited'
  /** Carried out after the caller has given up. */
  | 'late';

export const troubles: readonly Trouble[] = [
  'lost',
  '5xx before',
  '5xx after',
  'reset before',
  'limited',
  'late',
];

/** Decides the fate of each call. */
export interface Schedule {
  /** Trouble for a call that posts, or nothing. */
  readonly post: () => Trouble | undefined;
  /** Whether a call that reads fails. */
  readonly read: () => boolean;
}

/** @param share of calls that go wrong */
export function createSchedule(random: () => number, share: number): Schedule {
  return {
    post: () =>
      random() < share
        ? troubles[Math.min(troubles.length - 1, Math.floor(random() * troubles.length))]
        : undefined,
    read: () => random() < share / 2,
  };
}

export const noTrouble: Schedule = { post: () => undefined, read: () => false };
