import { joinCompounds } from '../text/compounds.ts';
import { fold, words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { readTimes, type TimeReading } from '../text/time-expressions.ts';
import { mainOrganisation, shortName } from './facts/relations.ts';
import { besideAsker, type Focus, focusOf } from './focus.ts';
import { findMentions, guessName, type Mention } from './gazetteer.ts';
import { lightWords } from './lexicon/light-words.ts';
import { joinPhrases } from './lexicon/phrases.ts';
import { stopWords } from './lexicon/stop-words.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import type { Query, Term, Wanted } from './query.ts';
import { reworded } from './rewording.ts';
import { plainQuestion } from './shorthand.ts';
import { capitalised, putRight } from './slips.ts';
import { personNouns, typeNouns, typeNounsBesideAsker, wantedOf } from './wanted.ts';

/** Reads a question: what is wanted, the names in it, its words and its time. */
export function understand(question: string, today: Temporal.PlainDate, library: Library): Query {
  const plain = joinCompounds(plainQuestion(question, library.gazetteer, today.year));
  const folded = named(reworded(putRight(plain, library, capitalised(question))), library);
  const times = readTimes(folded, today);
  const list = words(times.rest);
  const mentions = findMentions(list, library.gazetteer);
  const wanted = wantedOf(folded);
  return {
    question,
    today,
    folded,
    wanted,
    words: list,
    terms: looselyOnADay(termsOf(list, mentions, library, wanted, properWords(question)), wanted, times),
    mentions,
    times,
    future: /\b(will|going to|next|upcoming|forthcoming|tomorrow)\b/.test(folded),
  };
}

/** `the bloc` is the organisation that everything here is about, unless another one is named. */
function named(folded: string, library: Library): string {
  const main = mainOrganisation(library);
  const spoken = /\bthe (?:bloc|grouping|organi[sz]ation)\b(?! (?:of|for|that|which))/;
  if (main === undefined || !spoken.test(folded)) return folded;
  const others = findMentions(words(folded), library.gazetteer).flatMap((mention) => mention.ids);
  const isBody = (id: string): boolean => library.gazetteer.entities.get(id)?.kind === 'organisation';
  return others.some(isBody) ? folded : folded.replace(spoken, `the ${fold(shortName(main))}`);
}

function termsOf(
  list: readonly string[],
  mentions: readonly Mention[],
  library: Library,
  wanted: Wanted,
  proper: ReadonlySet<string>,
): readonly Term[] {
  const focus = wanted === 'happened' ? new Map<number, Focus>() : focusOf(list, mentions);
  const gerund = gerundClause(list);
  const named = mentions.map(
    (mention): Term => ({
      said: mention.said,
      stem: stem(mention.said),
      ids: [...mention.ids, ...served(mention, list, library)],
      proper: false,
      light: mention.start >= gerund,
      ...(focus.get(mention.start) === 'subject' ? { focus: 'subject' as const } : {}),
    }),
  );
  const covered = new Set(mentions.flatMap((mention) => range(mention.start, mention.end)));
  const beside = besideAsker(list);
  const plain = list.map((word, index) =>
    covered.has(index) ||
    isQuantity(list, index, wanted) ||
    (beside.has(index) && typeNounsBesideAsker.has(word))
      ? '\u0000'
      : word,
  );
  const joined = joinPhrases(plain).filter((word) => word !== '\u0000');
  const roles = new Map(
    [...focus].filter(([at]) => !covered.has(at)).map(([at, role]) => [list[at] ?? '', role] as const),
  );
  // A phrase that stands for several words plays the part of those that it replaced.
  const lost = [...roles].find(([word]) => !joined.includes(word))?.[1];
  const phrase = joined.find((word) => !list.includes(word));
  if (lost !== undefined && phrase !== undefined && !personNouns.has(phrase)) roles.set(phrase, lost);
  const aside = new Set([...asideOf(list), ...epithets(list, mentions), ...list.slice(gerund)]);
  const asksHow = list[0] === 'how';
  // `the first session` may be any; `the first ever` is the one that is called so.
  const asksFirst = /\bvery first\b|\bfirst (?:ever|time)\b/.test(list.join(' '));
  const seen = new Set<string>();
  const others = joined.flatMap((word): Term[] => {
    const stemmed = stem(word);
    if (stopWords.has(word) || typeNouns.has(word) || seen.has(stemmed)) return [];
    seen.add(stemmed);
    const ids = known(stemmed, library) ? [] : guessName(word, library.gazetteer);
    const role = roles.get(word);
    const owns = role === 'act' && /^own(?:s|ed)$/.test(word);
    const light =
      (lightWords.has(stemmed) && !owns && !(word === 'first' && asksFirst)) ||
      aside.has(word) ||
      (asksHow && reactions.has(stemmed));
    return [
      {
        said: word,
        stem: stemmed,
        ids,
        light,
        proper: proper.has(word),
        ...(role === undefined || (light && !isSoleAct(list, word, role)) ? {} : { focus: role }),
      },
    ];
  });
  return [...named, ...others];
}

/** `Anything notable in Chinese politics on 25 July?`: the day and the names say what is meant, other words only of what kind. */
const looselyOnADay = (terms: readonly Term[], wanted: Wanted, { windows }: TimeReading): readonly Term[] =>
  wanted === 'happened' && windows.some(({ grain }) => grain === 'day')
    ? terms.map((term) => (term.ids.length > 0 ? term : { ...term, light: true }))
    : terms;

/** Words with a capital inside the sentence: names, whether they are known here or not. None when every word has one. */
function properWords(question: string): ReadonlySet<string> {
  const all = question.match(/[\p{L}'’-]+/gu) ?? [];
  const inside = all.slice(1).filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const everyWord = inside.length > 2 && inside.length >= (all.length - 1) * 0.7;
  return new Set(everyWord ? [] : inside.flatMap((word) => words(word)));
}

/** `three` in `which three states`, `number` in `the number of`: they say what is wanted, not what to look for. */
const isQuantity = (list: readonly string[], index: number, wanted: Wanted): boolean =>
  (/^(which|what|the|who|all)$/.test(list[index - 1] ?? '') &&
    wanted === 'list' &&
    /^\d+$/.test(stem(list[index] ?? ''))) ||
  (wanted === 'count' && list[index] === 'number') ||
  (wanted === 'amount' && list[index - 1] === 'how');

const known = (stemmed: string, library: Library): boolean =>
  library.stems.has(stemmed) || synonymsOf(stemmed).size > 0;

const range = (from: number, until: number): number[] =>
  Array.from({ length: until - from }, (_, index) => from + index);

/** `What was served at the dinner`: the verb may say little elsewhere, here it is what is asked. */
const isSoleAct = (list: readonly string[], word: string, role: Focus): boolean =>
  role !== 'subject' && list[0] === 'what' && /^(?:was|were)$/.test(list[1] ?? '') && list[2] === word;

/** `How did X respond to it?` asks what X did: the verb itself need not be told. */
const reactions: ReadonlySet<string> = new Set(
  ['respond', 'react', 'answer', 'reply', 'justify', 'explain', 'defend'].map(stem),
);

/** `Putin aide`: an official named by his leader is one of the country that the leader serves. */
function served(mention: Mention, list: readonly string[], library: Library): readonly string[] {
  const entity = library.gazetteer.entities.get(mention.ids[0] ?? '');
  if (
    entity?.kind !== 'person' ||
    !/^(?:aide|adviser|envoy|official|officials|diplomat|spokes\w+|minister|ministers|ambassador)$/.test(
      list[mention.end] ?? '',
    )
  )
    return [];
  const country = library.gazetteer.countries.get(fold(entity.country ?? ''));
  return country === undefined ? [] : [country];
}

/** Where `before leaving for India` begins, a clause that only says when; past the end without one. */
function gerundClause(list: readonly string[]): number {
  const at = list.findIndex(
    (word, index) =>
      index > 3 && /^(?:before|after|while|on)$/.test(word) && /^[a-z]{3,}ing$/.test(list[index + 1] ?? ''),
  );
  return at < 0 ? list.length : at;
}

/** `communist` in `between Pakistan and communist China`: an adjective before a name that says no more than the name does. */
const epithets = (list: readonly string[], mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap((mention) => {
    const word = list[mention.start - 1] ?? '';
    const before = list[mention.start - 2] ?? '';
    const isName = mentions.some((other) => other.end === mention.start);
    return /^(?:and|with|between|from|by|of|in|to|the)$/.test(before) && !isName && !stopWords.has(word)
      ? [word]
      : [];
  });

/** Words of a clause about somebody named already, `when he took over`: they only say when. */
function asideOf(list: readonly string[]): ReadonlySet<string> {
  const at = list.findIndex(
    (word, index) =>
      index > 2 &&
      /^(when|while|as|after|before|once)$/.test(word) &&
      /^(he|she|they|it|his|her|their)$/.test(list[index + 1] ?? ''),
  );
  return new Set(at < 0 ? [] : joinPhrases(list.slice(at)));
}
