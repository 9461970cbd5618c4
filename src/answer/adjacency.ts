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

/** Share of the question's neighbouring words that stand side by side in a unit too: `Tashkent Declaration` is one thing. */
export function adjacency(unit: Unit, query: Query): number {
  const asked = pairs(query.words);
  if (asked.length === 0) return 0;
  const held = pairsOf(unit);
  return asked.filter((pair) => held.has(pair)).length / asked.length;
}
