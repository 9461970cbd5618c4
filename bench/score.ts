import type { Marked } from './annotated.ts';

/** How well what was found agrees with what there is, 0 to 100. */
export interface Agreement {
  /** F1 of stretches that overlap, whatever their value. */
  readonly found: number;
  /** F1 of stretches that overlap and have the value. */
  readonly right: number;
  /** F1 of stretches that are the same, and have the value. */
  readonly exact: number;
}

/** Counts of one text or of many. */
interface Counts {
  found: number;
  right: number;
  exact: number;
  given: number;
  gold: number;
}

/** As TempEval-3 counts: each stretch pairs with one of the other side, first with the same, then with one that it overlaps. */
export function agreement(
  pairs: readonly (readonly [given: readonly Marked[], gold: readonly Marked[]])[],
): Agreement {
  const sum: Counts = { found: 0, right: 0, exact: 0, given: 0, gold: 0 };
  for (const [given, gold] of pairs) count(given, gold, sum);
  const f1 = (hits: number): number => (200 * hits) / Math.max(1, sum.given + sum.gold);
  return { found: f1(sum.found), right: f1(sum.right), exact: f1(sum.exact) };
}

function count(given: readonly Marked[], gold: readonly Marked[], sum: Counts): void {
  const left = new Set(given);
  sum.given += given.length;
  sum.gold += gold.length;
  const take = (wanted: Marked, fits: (each: Marked) => boolean): Marked | undefined => {
    const found = [...left].find(fits);
    if (found === undefined) return undefined;
    left.delete(found);
    sum.found += 1;
    if (found.value === wanted.value) sum.right += 1;
    return found;
  };
  const open = gold.filter((wanted) => {
    const found = take(wanted, ({ start, end }) => start === wanted.start && end === wanted.end);
    if (found?.value === wanted.value) sum.exact += 1;
    return found === undefined;
  });
  for (const wanted of open) take(wanted, ({ start, end }) => start < wanted.end && wanted.start < end);
}
