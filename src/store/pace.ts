// How a pace that a platform does not tell is found: calls that it refuses as too many stretch it, and quiet relaxes it again.

/** How much further apart turns are than usual, from an instant on (milliseconds since 1970). */
export interface Pace {
  /** 1 or more. */
  readonly stretch: number;
  /** The end of the limit that was met last. */
  readonly since: number;
}

export const usualPace: Pace = { stretch: 1, since: 0 };

/** Milliseconds without a refusal after which the pace quickens by a step, and what is left of the stretch then. */
const quiet = 10_000;
const easing = 0.95;

/** A refusal after some quiet is a step down, since the pace is nearly right; one after another is a great one. */
const step = 1.08;
const leap = 1.5;

export const stretchAt = ({ stretch, since }: Pace, now: number): number =>
  Math.max(1, stretch * easing ** Math.max(0, Math.floor((now - since) / quiet)));

/**
 * The pace after a call that was refused as one too many.
 * @param until when calls are taken again: what is refused before that was on its way, and counts as the same
 * @param most the greatest stretch
 */
export function slower(pace: Pace, now: number, until: number, most: number): Pace {
  if (now < pace.since) return { stretch: pace.stretch, since: Math.max(pace.since, until) };
  const more = now - pace.since < quiet ? leap : step;
  return { stretch: Math.min(most, stretchAt(pace, now) * more), since: until };
}
