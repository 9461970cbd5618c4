import type { ArticlesFound } from '../../store/ports.ts';
import { chanceOf } from './chance.ts';
import type { ArticleQuestion } from './question.ts';
import { readArticle } from './read-article.ts';
import {
  agreeOnForms,
  type Rarity,
  type WeighedSentence,
  weighArticle,
  weighSentences,
  weightsOf,
} from './weigh-sentences.ts';

/** What the articles of a workspace say to a question. */
export interface FoundInArticles {
  /** The best sentences, best first. */
  readonly sentences: readonly [WeighedSentence, ...WeighedSentence[]];
  /** The chance that the first one answers. */
  readonly chance: number;
}

/** Articles that are read sentence by sentence, and sentences that are compared with one another. */
const mostArticles = 6;
const mostSentences = 20;

/** Looks through the articles that the store found; undefined where there is none. */
export function findAnswer(question: ArticleQuestion, found: ArticlesFound): FoundInArticles | undefined {
  const read = found.articles.map(readArticle);
  const shares = weightsOf(question, rarityIn(found));
  const usual = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length);
  const articles = read
    .map((each) => weighArticle(question, each, shares, usual))
    .toSorted((one, other) => other.score - one.score || order(one.read.article.id, other.read.article.id))
    .slice(0, mostArticles);
  const sentences = articles.flatMap((article) => weighSentences(question, article, shares));
  const [first, ...rest] = inOrder(agreeOnForms(inOrder(sentences).slice(0, mostSentences)));
  return first === undefined ? undefined : { sentences: [first, ...rest], chance: chanceOf(first) };
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const inOrder = (sentences: readonly WeighedSentence[]): readonly WeighedSentence[] =>
  sentences.toSorted((one, other) => other.score - one.score || order(one.sentence.id, other.sentence.id));

/** The weight of a word by how few articles hold it, as BM25 has it. */
const rarityIn =
  ({ total, frequencies }: ArticlesFound): Rarity =>
  (word) => {
    const frequency = frequencies.get(word) ?? 0;
    return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
  };
