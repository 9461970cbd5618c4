/** Anything with a place in a text. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Index of the first item that begins at `place` or later; the items are sorted by where they begin. */
export function firstFrom(items: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie within a stretch of the text; they are sorted by where they begin and do not overlap. */
export function inRange<Item extends Placed>(
  items: readonly Item[],
  start: number,
  end: number,
): readonly Item[] {
  let until = firstFrom(items, end);
  while (until > 0 && (items[until - 1]?.end ?? 0) > end) until--;
  return items.slice(firstFrom(items, start), until);
}

/** Index of the item that a place lies in, or of the last before it; −1 where it lies before all. */
export const indexAt = (items: readonly { readonly start: number }[], place: number): number =>
  firstFrom(items, place + 1) - 1;
