import { numberOf } from '../text/number-words.ts';
import { isPast } from '../text/stem.ts';
import type { Mention } from './gazetteer.ts';
import { stopWords } from './lexicon/stop-words.ts';
import { personNouns, typeNouns, typeNounsBesideAsker } from './wanted.ts';

/**
 * What a word of the question does: it names the thing asked for (`asked`), the act that the question turns on (`act`), or
 * who does it (`subject`).
 */
export type Focus = 'asked' | 'act' | 'subject';

const askers = /^(who|which|what|whose|how|when|where|whom|why)$/;
const helpers = new Set(
  'did do does was were is are has had have will would can could be been being the a an ever many much first and also his her its their not'.split(
    ' ',
  ),
);
const fillers = /^(many|much|the|a|an|other|exact|new)$/;

/**
 * The words that say what is asked for, by their position: the nouns after `which`, `what`, `how many` (asked), the verb
 * after `who` or after the names in `what did A and B eat` (act), and those names themselves (subject). Evidence without
 * them is no answer, however much else agrees.
 */
export function focusOf(list: readonly string[], mentions: readonly Mention[]): ReadonlyMap<number, Focus> {
  const found = new Map<number, Focus>();
  const named = new Set(mentions.flatMap((each) => range(each.start, each.end)));
  const put = (places: readonly number[], focus: Focus): void => {
    for (const place of places) if (!found.has(place)) found.set(place, focus);
  };
  // Only what asks: the `when` or `whose` of a clause says more of something named already.
  const main = list.findIndex((word) => askers.test(word));
  const later = list.findIndex((word, at) => at > main && /^(who|which|what)$/.test(word));
  const chosen = list[main] === 'when' && later > 0 ? later : main;
  list.forEach((word, at) => {
    if (at !== chosen) return;
    const noun =
      /^(which|what|whose)$/.test(word) || (word === 'how' && /^(many|much)$/.test(list[at + 1] ?? ''));
    const from = skip(list, at + 1, (each) => fillers.test(each) || numberOf(each) !== undefined);
    if (noun && (isVerbOfWhat(list, at, from) || countsDoers(list, at, from))) put([from], 'act');
    else if (noun && !helpers.has(list[from] ?? '') && !named.has(from))
      put(nouns(list, from, named), 'asked');
    else {
      put(owned(list, at + 1, word), 'asked');
      const start = skip(
        list,
        at + 1,
        (each, place) => helpers.has(each) || named.has(place) || isPassive(list, place),
      );
      put(verbs(list, start, named, word === 'who' ? 1 : 2), 'act');
      const does = /^(did|does|do|will|would)$/.test(list[at + 1] ?? '');
      if (does || (/^(when|where|why|how)$/.test(word) && helpers.has(list[at + 1] ?? '')))
        put(
          range(at + 2, start).filter((each) => named.has(each)),
          'subject',
        );
    }
  });
  return found;
}

/** In `what befell the leader`, where nothing else could be the verb, the word after `what` is it. */
const isVerbOfWhat = (list: readonly string[], at: number, from: number): boolean =>
  list[at] === 'what' &&
  from === at + 1 &&
  !helpers.has(list[from] ?? '') &&
  /^(?:the|a|an|up|out|off|over|down|away|at|in|on|between|with|to)$/.test(list[from + 1] ?? '') &&
  !list.slice(from + 1).some((word) => helperVerbs.test(word) || isPast(word));
/** `How many signed up to run?`: those are counted who did it. */
const countsDoers = (list: readonly string[], at: number, from: number): boolean =>
  list[at] === 'how' && list[at + 1] === 'many' && from === at + 2 && isPast(list[from] ?? '');
const helperVerbs = /^(?:did|do|does|was|were|is|are|has|had|have|will|would|can|could)$/;

/** `get` in `When did X get married?`. */
const isPassive = (list: readonly string[], at: number): boolean =>
  /^(?:get|gets|got|getting)$/.test(list[at] ?? '') && isPast(list[at + 1] ?? '');

const range = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);

function skip(list: readonly string[], from: number, over: (word: string, at: number) => boolean): number {
  let at = from;
  while (at < list.length && over(list[at] ?? '', at)) at++;
  return at;
}

const isType = (word: string): boolean =>
  typeNouns.has(word) || typeNounsBesideAsker.has(word) || personNouns.has(word);

/** The noun group: at most three words, up to a verb, a helper, a name, an empty word; nothing when it only gives a type. */
function nouns(list: readonly string[], from: number, named: ReadonlySet<number>): readonly number[] {
  const until = skip(
    list,
    from,
    (word, at) => !stopWords.has(word) && !named.has(at) && (at === from || !isPast(word)) && at < from + 3,
  );
  const group = range(from, until);
  // `which departing Kyrgyz minister`: the type stands behind a name.
  const behind = skip(list, until, (_, at) => named.has(at));
  if (behind > until && isType(list[behind] ?? '')) return [];
  if (group.some((at) => isType(list[at] ?? ''))) return [];
  // `lakeside resort hosted`: the group is whole and its last word says what it is; `women work at` may be a noun and a verb.
  const next = list[until] ?? '';
  return isPast(next) || helpers.has(next) ? group.slice(-1) : group;
}

/** The first words that carry something, past helpers and names. */
function verbs(
  list: readonly string[],
  from: number,
  named: ReadonlySet<number>,
  most: number,
): readonly number[] {
  const until = skip(list, from, (word, at) => !stopWords.has(word) && !named.has(at));
  // `When did the Indian army take it`: after a name the first of two words may belong to the name.
  const end = Math.min(until, from + most);
  const belongs = named.has(from - 1) && end - from > 1;
  return range(belongs ? end - 1 : from, end).filter((at) => !isType(list[at] ?? ''));
}

/** In `what was the prize money at B` and `what was the name of A's mother`: what is asked for of the one named. */
function owned(list: readonly string[], from: number, asker: string): readonly number[] {
  if (asker !== 'what' || !/^(was|is|were|are)$/.test(list[from] ?? '')) return [];
  const start = skip(list, from + 1, (word) => /^(the|a|an|exact|total)$/.test(word));
  const last = list.length - 1;
  if (list[start] === 'name' && last - start < 10) {
    const of = skip(list, start + 1, (word) => /^(?:of|the|a|an)$/.test(word));
    return of > start + 1 && of <= last ? [of] : [last];
  }
  const until = skip(list, start, (word, at) => !stopWords.has(word) && !isType(word) && at < start + 3);
  return range(start, until);
}

/** Words next to the asking word, or anywhere in a question without one: here a noun may only say the type. */
export function besideAsker(list: readonly string[]): ReadonlySet<number> {
  const asking = list.flatMap((word, at) => (/^(which|what|whose|how|name|list)$/.test(word) ? [at] : []));
  if (asking.length === 0) return new Set(list.some((word) => askers.test(word)) ? [] : list.keys());
  return new Set(asking.flatMap((at) => range(at + 1, Math.min(list.length, at + 5))));
}
