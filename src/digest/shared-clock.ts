/** The time that several processes share, between two readings of it. */
export interface SharedClock {
  /** @throws Error before the first reading */
  readonly now: () => Temporal.Instant;
  readonly read: () => Promise<void>;
}

/**
 * The shared time, carried on by a clock that nobody sets. A reading tells the difference of the two clocks no more
 * exactly than it took, and on a busy machine that is long: so each reading only narrows what the earlier ones left
 * open, and turns of several processes do not slip against each other. One that cannot be true beside the earlier ones
 * means that the shared clock was set, and begins anew.
 * @param elapsed milliseconds of a clock that nobody sets
 */
export function createSharedClock(
  shared: () => Promise<Temporal.Instant>,
  elapsed: () => number,
): SharedClock {
  /** Milliseconds by which the shared clock is ahead, at the least and at the most. */
  let ahead: { readonly least: number; readonly most: number } | undefined;
  return {
    now: () => {
      if (ahead === undefined) throw new Error('the clock was never read');
      const at = elapsed() + (ahead.least + ahead.most) / 2;
      return Temporal.Instant.fromEpochMilliseconds(Math.round(at));
    },
    read: async () => {
      const before = elapsed();
      const at = (await shared()).epochMilliseconds;
      const told = { least: at - elapsed(), most: at + 1 - before };
      const least = Math.max(told.least, ahead?.least ?? told.least);
      const most = Math.min(told.most, ahead?.most ?? told.most);
      ahead = least <= most ? { least, most } : told;
    },
  };
}
