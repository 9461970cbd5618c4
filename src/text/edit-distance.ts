/** Edits (insert, delete, replace, swap of neighbours) between two words; `most + 1` as soon as it is more than `most`. */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[right.length] ?? most + 1;
}

/** True when two words differ by one swap of neighbours: the only slip forgiven in a word of four letters. */
export const isSwapped = (left: string, right: string): boolean =>
  left.length === right.length &&
  left !== right &&
  [...left].sort().join('') === [...right].sort().join('') &&
  editDistance(left, right, 1) === 1;

/** Edits forgiven in a word of this length: none up to 4 letters, then one, two from 8. */
export const forgiven = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);
