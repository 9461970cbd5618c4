/** What happens to one call on its way to a platform, by what the caller sees and what becomes of the message. */
export type PostFault =
  /** The connection ends before the platform has the call. */
  | 'reset, not taken'
  /** The platform carries it out; the connection ends without an answer. */
  | 'reset, taken'
  | '500, not taken'
  | '500, taken'
  /** A proxy's page in place of the platform's answer. */
  | '502 page, taken'
  /** Half of the answer, then the end. */
  | 'half an answer, taken'
  | 'empty answer, taken'
  /** The platform answers after the caller has given up. */
  | 'slow, taken'
  /** The caller has given up when the platform carries it out. */
  | 'late, taken'
  | '429';

const postFaults: readonly PostFault[] = [
  'reset, not taken',
  'reset, taken',
  '500, not taken',
  '500, taken',
  '502 page, taken',
  'half an answer, taken',
  'empty answer, taken',
  'slow, taken',
  'late, taken',
  '429',
];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Gives each call its fault. */
export interface FaultPlan {
  /** Of a call that posts. */
  post(): PostFault | undefined;
  /** Whether any other call fails with a 5xx. */
  fails(): boolean;
}

/** Shares of later calls that meet a fault. */
const shares = { post: 0.3, other: 0.15 } as const;

/** A plan in which the first calls break, each in another way, and later ones now and then. */
export function planFaults(seed: number): FaultPlan {
  const random = seeded(seed);
  const shuffled = (): PostFault[] =>
    postFaults
      .map((fault) => ({ fault, at: random() }))
      .sort((one, other) => one.at - other.at)
      .map(({ fault }) => fault);
  const first = shuffled();
  let next: PostFault[] = [];
  return {
    post() {
      const fault = first.pop();
      if (fault !== undefined || random() >= shares.post) return fault;
      if (next.length === 0) next = shuffled();
      return next.pop();
    },
    fails: () => random() < shares.other,
  };
}
