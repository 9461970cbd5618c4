import type { PostOutcome } from './platform.ts';

/** Milliseconds for which a token that was taken is thought to be good. */
const goodFor = 30_000;

/** Milliseconds for which a refused token is refused to all, without a call: digests are being paused meanwhile. */
const refusedFor = 2_000;

/** Share of its own time that a post waits for the one ahead, and milliseconds after which it is tried again then. */
const share = 0.15;
const pause = 1_000;

/** Makes a post within so many milliseconds. */
type Post = (within: number) => Promise<PostOutcome>;

/** Sends posts of one token on their way. */
export type GoAhead = (within: number, post: Post) => Promise<PostOutcome>;

/**
 * Lets one post go ahead where a token was not used for a while, and the others wait for what becomes of it. So a token
 * that was taken away in the night is refused once in the morning, and not by all digests of nine o'clock side by side.
 * A post that waited is refused with it, without a call, or goes later.
 */
export function createGoAhead(clock: () => Temporal.Instant): GoAhead {
  let goodSince = Number.NEGATIVE_INFINITY;
  let refusal: { readonly outcome: PostOutcome; readonly until: number } | undefined;
  let ahead: Promise<PostOutcome> | undefined;

  async function goFirst(within: number, post: Post): Promise<PostOutcome> {
    const going = post(within);
    ahead = going;
    try {
      return note(await going);
    } finally {
      ahead = undefined;
    }
  }

  /** Whatever the platform says of a message, it has taken the token. Trouble says nothing. */
  function note(outcome: PostOutcome): PostOutcome {
    const isTaken = outcome.state === 'sent' || (outcome.state === 'refused' && !outcome.token);
    if (isTaken) goodSince = performance.now();
    else if (outcome.state === 'refused') {
      goodSince = Number.NEGATIVE_INFINITY;
      refusal = { outcome: { ...outcome, counted: false }, until: performance.now() + refusedFor };
    }
    return outcome;
  }

  const later = (): PostOutcome => ({
    state: 'later',
    reason: 'waits for another message with the same token',
    at: clock().add({ milliseconds: pause }),
  });

  return async (within, post) => {
    const begun = performance.now();
    const left = (): number => Math.round(within - (performance.now() - begun));
    while (performance.now() - goodSince > goodFor) {
      if (refusal !== undefined && performance.now() < refusal.until) return refusal.outcome;
      if (ahead === undefined && left() > 0) return goFirst(left(), post);
      if (ahead === undefined || (await end(ahead, left() - within * (1 - share))) === 'late') return later();
    }
    // A process that stood still meanwhile may have no time left: nothing is posted then.
    return left() > 0 ? note(await post(left())) : later();
  };
}

/** Waits for the end of a post, whatever it is, at most so many milliseconds. Its fault is dealt with by whoever made it. */
async function end(going: Promise<PostOutcome>, milliseconds: number): Promise<'over' | 'late'> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), Math.max(0, milliseconds));
  const over = (): 'over' => 'over';
  try {
    return await Promise.race([going.then(over, over), late]);
  } finally {
    clearTimeout(timer);
  }
}
