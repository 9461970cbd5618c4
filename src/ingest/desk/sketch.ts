import { words } from '../../text/fold.ts';

/** Words in a row that make one shingle (Broder 1997, on the resemblance of documents). */
const shingleWords = 4;
/** Smallest hashes kept, and how they are cut into bands: 8 of 4 find nine in ten pairs that share four fifths. */
const hashes = 32;
const rowsEach = 4;
/** Share of common shingles from which two texts are nearly the same. */
const nearEnough = 0.7;
/** Words that are looked at: a long text is told by its beginning. */
const mostWords = 3_000;
/** Fewer words make no shingles worth comparing. */
const fewestWords = 20;

/** What a text is compared by. */
export interface Sketch {
  /** Hashes of 32 bits; texts that are nearly the same most likely share one. */
  readonly bands: readonly number[];
  /** The share of shingles that another text has in common with this one, 0 to 1. */
  readonly shares: (other: string) => number;
  readonly isNear: (other: string) => boolean;
}

export function sketchOf(text: string): Sketch {
  const own = shinglesOf(text);
  const shares = (other: string): number => resemblance(own, shinglesOf(other));
  return { bands: bandsOf(own), shares, isNear: (other) => shares(other) >= nearEnough };
}

function shinglesOf(text: string): Uint32Array {
  const list = words(text.slice(0, mostWords * 8)).slice(0, mostWords);
  if (list.length < fewestWords) return new Uint32Array();
  const each = list.map(hashWord);
  const made = new Set<number>();
  for (let at = 0; at + shingleWords <= each.length; at++) {
    let hash = 17;
    for (let next = 0; next < shingleWords; next++) hash = mix(hash ^ (each[at + next] ?? 0));
    made.add(hash);
  }
  return Uint32Array.from(made);
}

function resemblance(one: Uint32Array, other: Uint32Array): number {
  if (one.length === 0 || other.length === 0) return 0;
  const held = new Set(one);
  const common = other.reduce((sum, hash) => sum + (held.has(hash) ? 1 : 0), 0);
  return common / (one.length + other.length - common);
}

/** One permutation for all hashes (Li, Owen, Zhang 2012): the space is cut in parts, and each keeps its smallest. */
function bandsOf(shingles: Uint32Array): readonly number[] {
  if (shingles.length === 0) return [];
  const least = new Float64Array(hashes).fill(Number.POSITIVE_INFINITY);
  for (const shingle of shingles) {
    const part = shingle % hashes;
    if (shingle < (least[part] ?? 0)) least[part] = shingle;
  }
  // An empty part takes over from the next one that is not (Shrivastava 2014), so that short texts are told apart too.
  for (let at = 0; at < hashes; at++) {
    for (let step = 1; least[at] === Number.POSITIVE_INFINITY && step < hashes; step++) {
      const next = least[(at + step) % hashes] ?? Number.POSITIVE_INFINITY;
      if (next !== Number.POSITIVE_INFINITY) least[at] = next + step;
    }
  }
  return Array.from({ length: hashes / rowsEach }, (_, band) => {
    let hash = band + 1;
    for (let row = 0; row < rowsEach; row++) hash = mix(hash ^ ((least[band * rowsEach + row] ?? 0) >>> 0));
    return hash;
  });
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3 (public domain, by Austin Appleby). */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
