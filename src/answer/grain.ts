import type { Query } from './query.ts';

/** `in which month` wants a month: the date cut to what is asked for, and no finer. */
export function inGrain(date: string, query: Pick<Query, 'folded'>): string {
  return /\b(?:which|what) month\b/.test(query.folded) ? date.slice(0, 7) : date;
}
