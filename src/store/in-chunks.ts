/** Rows for one bulk statement: well below every engine's limit of bound values. */
const size = 100;

/** A list cut for bulk statements, in order. */
export function inChunks<T>(list: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(list.length / size) }, (_, index) => index * size);
  return starts.map((start) => list.slice(start, start + size));
}
