import { numberOf } from '../text/number-words.ts';
import type { Mention } from './gazetteer.ts';
import { stopWords } from './lexicon/stop-words.ts';
import { personNouns, typeNouns } from './wanted.ts';

/** What a word of the question does: it names the thing asked for, or the act that the question turns on. */
export type Focus = 'asked' | 'act';

const askers = /^(who|which|what|whose|how|when|where|whom|why)$/;
const helpers = new Set(
  'did do does was were is are has had have will would can could be been the a an ever many much first and his her its their'.split(
    ' ',
  ),
);

/**
 * The words that say what is asked for, by their position: the nouns after `which`, `what`, `how many` (asked), the verb
 * after `who` or after the names in `what did A and B eat` (act). Evidence without them is no answer, however much else agrees.
 */
export function focusOf(list: readonly string[], mentions: readonly Mention[]): ReadonlyMap<number, Focus> {
  const found = new Map<number, Focus>();
  const named = new Set(mentions.flatMap((each) => range(each.start, each.end)));
  list.forEach((word, at) => {
    if (!askers.test(word)) return;
    const noun =
      /^(which|what|whose)$/.test(word) || (word === 'how' && /^(many|much)$/.test(list[at + 1] ?? ''));
    const from = skip(
      list,
      at + 1,
      (each) => /^(many|much|the|a|an|other)$/.test(each) || numberOf(each) !== undefined,
    );
    const asksNoun = noun && !helpers.has(list[from] ?? '') && !named.has(from);
    if (asksNoun) put(found, nouns(list, from, named), 'asked');
    else put(found, verbs(list, at + 1, named, word === 'who' ? 1 : 2), 'act');
  });
  return found;
}

function put(found: Map<number, Focus>, places: readonly number[], focus: Focus): void {
  for (const place of places) if (!found.has(place)) found.set(place, focus);
}

const range = (from: number, until: number): number[] =>
  Array.from({ length: until - from }, (_, index) => from + index);

function skip(list: readonly string[], from: number, over: (word: string, at: number) => boolean): number {
  let at = from;
  while (at < list.length && over(list[at] ?? '', at)) at++;
  return at;
}

/** The head of the noun group: its last word, at most three from the asking word and not past one that only gives a type. */
function nouns(list: readonly string[], from: number, named: ReadonlySet<number>): readonly number[] {
  const until = skip(list, from, (word, at) => !stopWords.has(word) && !named.has(at));
  const group = range(from, Math.min(until, from + 3));
  const typed = group.find((at) => typeNouns.has(list[at] ?? '') || personNouns.has(list[at] ?? ''));
  return typed === undefined ? group.slice(-1) : [];
}

/** The first words that carry something, past helpers and names. */
function verbs(
  list: readonly string[],
  from: number,
  named: ReadonlySet<number>,
  most: number,
): readonly number[] {
  const start = skip(list, from, (word, at) => helpers.has(word) || named.has(at));
  const until = skip(list, start, (word, at) => !stopWords.has(word) && !named.has(at));
  return range(start, Math.min(until, start + most));
}
