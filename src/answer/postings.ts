/** Position of a unit and the weight with which it holds a word or an entity. */
export type Posting = readonly [number, number];

/**
 * Which units hold a word or an entity, and how well: two flat arrays for all keys, as an object for each posting would
 * take several times the room. The order of the keys and of their postings is that in which they were put in.
 */
export class Postings {
  readonly #starts = new Map<string, number>();
  readonly #ends = new Map<string, number>();
  readonly #at: Uint32Array;
  readonly #weight: Float64Array;

  /** @param rows for each unit in turn, the keys that it holds with their weights */
  constructor(rows: readonly ReadonlyMap<string, number>[]) {
    const counts = new Map<string, number>();
    for (const row of rows) for (const key of row.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    let total = 0;
    for (const [key, count] of counts) {
      this.#starts.set(key, total);
      this.#ends.set(key, total);
      total += count;
    }
    this.#at = new Uint32Array(total);
    this.#weight = new Float64Array(total);
    rows.forEach((row, at) => {
      for (const [key, weight] of row) {
        const end = this.#ends.get(key) ?? 0;
        this.#at[end] = at;
        this.#weight[end] = weight;
        this.#ends.set(key, end + 1);
      }
    });
  }

  has(key: string): boolean {
    return this.#starts.has(key);
  }

  keys(): Iterable<string> {
    return this.#starts.keys();
  }

  *[Symbol.iterator](): Iterator<readonly [string, readonly Posting[]]> {
    for (const key of this.#starts.keys()) yield [key, this.get(key) ?? []];
  }

  /** How many units hold a key. */
  count(key: string): number {
    return (this.#ends.get(key) ?? 0) - (this.#starts.get(key) ?? 0);
  }

  /** Calls `told` with the position of each unit that holds a key and its weight; makes nothing. */
  each(key: string, told: (at: number, weight: number) => void): void {
    const end = this.#ends.get(key) ?? 0;
    for (let index = this.#starts.get(key) ?? 0; index < end; index++)
      told(this.#at[index] ?? 0, this.#weight[index] ?? 0);
  }

  /** The postings of a key as a list; undefined for a key that no unit holds. */
  get(key: string): readonly Posting[] | undefined {
    if (!this.#starts.has(key)) return undefined;
    const list: Posting[] = [];
    this.each(key, (at, weight) => list.push([at, weight]));
    return list;
  }
}
