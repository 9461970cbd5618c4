import { words } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import { lightWords } from '../lexicon/light-words.ts';
import { stopWords } from '../lexicon/stop-words.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import type { Query } from '../query.ts';
import { type Asking, askingOf } from './asking-of.ts';

/** A word of the question that an article may hold. */
export interface AskedTerm {
  readonly word: string;
  readonly stem: string;
  /** Stems that mean about the same. */
  readonly like: readonly string[];
  /** Known entities that the word names, alone or with its neighbours. */
  readonly ids: readonly string[];
  /** What it counts beside its rarity. */
  readonly emphasis: number;
  /** Written as a name or a number. */
  readonly proper: boolean;
}

/** A question as it is asked of articles. */
export interface ArticleQuestion extends Asking {
  readonly terms: readonly AskedTerm[];
  /** Stems of all its words: what answers has to tell something else. */
  readonly asked: ReadonlySet<string>;
  readonly today: Temporal.PlainDate;
  /** Stretches of time that it names. */
  readonly windows: Query['times']['windows'];
}

/** Worth from which a like word stands in. */
const like = 0.6;
const emphases = { asking: 1.3, light: 0.5, type: 0.3 } as const;

/** `this week` and `last month` say how new the article is, not what stands in it; a year or a date may stand there. */
const presentWords = ({ times }: Query): readonly string[] =>
  times.windows
    .filter(({ said }) => /^(?:this|last|next|the past|past|today|yesterday|tomorrow)\b(?!.*\d)/.test(said))
    .flatMap(({ said }) => words(said).map(stem));

/** Reads a question for articles: its words, what they count, and what is asked. */
export function questionOf(query: Query): ArticleQuestion {
  const asking = askingOf(query.question);
  return {
    ...asking,
    terms: termsOf(query, asking),
    asked: new Set([...words(query.question), ...words(query.folded)].map(stem)),
    today: query.today,
    windows: query.times.windows,
  };
}

function termsOf(query: Query, { clause, kind, noun }: Asking): readonly AskedTerm[] {
  const inClause = new Set(words(clause).map(stem));
  const proper = properWords(query.question);
  const named = new Map(
    query.mentions
      .filter(({ by }) => by === 'name')
      .flatMap(({ said, ids }) => words(said).map((word) => [word, ids] as const)),
  );
  // The noun that only gives the type need not stand in the answer; one that is counted or means a thing does.
  const typeNoun = kind === 'thing' || kind === 'number' ? '' : stem(noun);
  const seen = new Set<string>(presentWords(query));
  return words(query.folded).flatMap((word): AskedTerm[] => {
    const stemmed = stem(word);
    if (stopWords.has(word) || seen.has(stemmed) || (word.length < 2 && !/\d/.test(word))) return [];
    seen.add(stemmed);
    const emphasis =
      (inClause.has(stemmed) ? emphases.asking : 1) *
      (lightWords.has(stemmed) ? emphases.light : 1) *
      (stemmed === typeNoun ? emphases.type : 1);
    const others = [...synonymsOf(stemmed)].filter(([, worth]) => worth > like).map(([other]) => other);
    return [
      { word, stem: stemmed, like: others, ids: named.get(word) ?? [], emphasis, proper: proper.has(word) },
    ];
  });
}

/** Words with a capital inside the question, and numbers. */
const properWords = (question: string): ReadonlySet<string> =>
  new Set(
    (question.match(/[\p{L}\p{N}'’-]+/gu) ?? [])
      .filter((word, at) => /\d/.test(word) || (at > 0 && /^\p{Lu}/u.test(word)))
      .flatMap((word) => words(word)),
  );
