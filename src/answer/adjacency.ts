import { words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { stopWords } from './lexicon/stop-words.ts';
import type { Query } from './query.ts';
import type { Unit } from './unit.ts';

const pairs = (list: readonly string[]): readonly string[] =>
  list.slice(1).flatMap((word, at) => {
    const before = list[at] ?? '';
    return stopWords.has(before) || stopWords.has(word) ? [] : [`${stem(before)} ${stem(word)}`];
  });

const memory = new WeakMap<Unit, ReadonlySet<string>>();

const pairsOf = (unit: Unit): ReadonlySet<string> => {
  const known = memory.get(unit);
  if (known !== undefined) return known;
  const fresh = new Set([...pairs(words(unit.title)), ...pairs(words(unit.text))]);
  memory.set(unit, fresh);
  return fresh;
};

/** True when a unit writes two words side by side. */
export const holdsPair = (unit: Unit, pair: string): boolean => pairsOf(unit).has(pair);

/** Worth of a pair that is not written as a name. */
const plainPair = 0.3;

/**
 * How much of what the question writes side by side stands side by side in a unit too, 0..1: `Tashkent Declaration` is one
 * thing, while of plain words an event and what refers to it hold the same.
 */
export function adjacency(unit: Unit, query: Query): number {
  const asked = pairs(query.words);
  if (asked.length === 0) return 0;
  const named = namedPairs(query.question);
  const held = pairsOf(unit);
  const sum = asked.reduce(
    (total, pair) => total + (held.has(pair) ? (named.has(pair) ? 1 : plainPair) : 0),
    0,
  );
  return sum / asked.length;
}

/** Pairs of words that a question writes side by side as a name. */
export const namedPairs = (question: string): ReadonlySet<string> =>
  new Set(
    [...question.matchAll(/(?<=(\p{Lu}[\p{L}’'-]+)) (?=(\p{Lu}[\p{L}’'-]+))/gu)].flatMap(
      ([, left = '', right = '']) => pairs([...words(left).slice(-1), ...words(right).slice(0, 1)]),
    ),
  );
