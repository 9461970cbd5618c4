import { ReaderError } from './errors.ts';

/** Turns taken by each reader in the current minute. */
export interface Limiter {
  readonly perMinute: number;
  readonly turns: Map<string, { minute: number; count: number }>;
}

/** A limiter that allows each reader so many commands a minute. */
export const createLimiter = (perMinute: number): Limiter => ({ perMinute, turns: new Map() });

/** Most readers remembered at once: past it the memory is emptied, which forgives rather than refuses. */
const mostReaders = 10_000;

/**
 * Counts one turn of a reader.
 * @param now milliseconds since the epoch
 * @throws ReaderError when the minute's turns are used up
 */
export function takeTurn(limiter: Limiter, reader: string, now: number): void {
  const minute = Math.floor(now / 60_000);
  if (limiter.turns.size > mostReaders) limiter.turns.clear();
  const turn = limiter.turns.get(reader);
  const count = turn?.minute === minute ? turn.count + 1 : 1;
  limiter.turns.set(reader, { minute, count });
  if (count > limiter.perMinute) {
    throw new ReaderError(
      'That is a lot of commands for one minute; the desk takes yours again in the next.',
    );
  }
}
