import type { ArticlesFound } from '../../store/ports.ts';
import type { Library } from '../library.ts';
import { chanceOf } from './chance.ts';
import { type FittedSentence, fitSentences } from './fit-sentences.ts';
import type { ArticleQuestion } from './question.ts';
import { readArticle } from './read-article.ts';
import { sharesOf, weighArticle } from './weigh-articles.ts';
import { weighSentences } from './weigh-sentences.ts';

/** What the articles of a workspace say to a question. */
export interface FoundInArticles {
  /** The best sentences, best first. */
  readonly sentences: readonly [FittedSentence, ...FittedSentence[]];
  /** The chance that the first one answers. */
  readonly chance: number;
}

/** Articles that are read sentence by sentence. */
const mostArticles = 6;

/** Looks through the articles that the store found; undefined where there is none. */
export function findAnswer(
  question: ArticleQuestion,
  found: ArticlesFound,
  { stems, units }: Pick<Library, 'stems' | 'units'>,
): FoundInArticles | undefined {
  const read = found.articles.map(readArticle);
  const shares = sharesOf(question, found, (stem) => stems.count(stem) / Math.max(1, units.length));
  const usual = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length);
  const articles = read
    .map((each) => weighArticle(question, each, shares, usual))
    .toSorted(
      (one, other) => other.score - one.score || (one.read.article.id < other.read.article.id ? -1 : 1),
    )
    .slice(0, mostArticles);
  const sentences = articles.flatMap((article) => weighSentences(question, article, shares));
  const [first, ...rest] = fitSentences(question, sentences);
  return first === undefined ? undefined : { sentences: [first, ...rest], chance: chanceOf(question, first) };
}
