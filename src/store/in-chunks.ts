/** Rows for one bulk statement: well below every engine's limit of bound values. */
const rows = 100;

/** A list cut in order, for bulk statements where no other size is given. */
export function inChunks<T>(list: readonly T[], size = rows): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(list.length / size) }, (_, index) => index * size);
  return starts.map((start) => list.slice(start, start + size));
}
