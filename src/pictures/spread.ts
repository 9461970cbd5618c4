/** Something that would like to begin at `at` and takes up `size`. */
export interface Wish {
  readonly at: number;
  readonly size: number;
}

interface Group {
  readonly wishes: number;
  readonly sum: number;
}

/**
 * Beginnings for things in a row, none over the next and all of them within `from` and `until`, each as near to where it
 * would like to be as the others let it: isotonic regression by pooling neighbours. The wishes stand in their order.
 * Where they need more room than there is, they start at `from` and run over the end.
 */
export function spread(wishes: readonly Wish[], from: number, until: number): readonly number[] {
  const offsets = startsOf(wishes);
  const total = wishes.reduce((sum, wish) => sum + wish.size, 0);
  const groups: Group[] = [];
  wishes.forEach((wish, index) => {
    let group: Group = { wishes: 1, sum: wish.at - (offsets[index] ?? 0) };
    for (let last = groups.at(-1); last !== undefined && mean(last) >= mean(group); last = groups.at(-1)) {
      groups.pop();
      group = { wishes: last.wishes + group.wishes, sum: last.sum + group.sum };
    }
    groups.push(group);
  });
  const highest = Math.max(from, until - total);
  return groups
    .flatMap((group) => Array.from({ length: group.wishes }, () => mean(group)))
    .map((start, index) => Math.min(Math.max(start, from), highest) + (offsets[index] ?? 0));
}

const mean = (group: Group): number => group.sum / group.wishes;

/** How far each one lies after the first when they stand close together. */
function startsOf(wishes: readonly Wish[]): readonly number[] {
  let sum = 0;
  return wishes.map((wish) => {
    const start = sum;
    sum += wish.size;
    return start;
  });
}
