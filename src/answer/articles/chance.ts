import type { ArticleQuestion } from './question.ts';
import { holding } from './weigh-articles.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/**
 * A logistic regression on three signs, fitted on the development half of real articles: on its questions with all their
 * articles, and on the same ones without the articles that answer (docs/answers.md says how and how well).
 */
const signs = { constant: -8.2, about: 5.3, holds: 4.3, direct: 0.8 } as const;

/** Least chance with which a sentence of an article is told as the answer. */
export const enough = 0.35;

/** A question of up to so many words says too little for one of them to be missing. */
const short = 4;
const unlikely = 0.2;

/** The chance, 0..1, that the best sentence answers: that its article is about what is asked, and tells it. */
export function chanceOf(question: ArticleQuestion, best: WeighedSentence): number {
  if (question.terms.length <= short && leavesOut(question, best)) return unlikely;
  const { article, direct } = best;
  const sum =
    signs.constant + signs.about * article.about + signs.holds * article.holds + signs.direct * direct;
  return 1 / (1 + Math.exp(-sum));
}

/** A word of the question that is no name does not stand in the sentence itself, nor does one like it. */
const leavesOut = ({ terms }: ArticleQuestion, { sentence }: WeighedSentence): boolean =>
  terms.some(
    (term) => !term.proper && term.ids.length === 0 && holding(term, sentence.stems, sentence.entities) === 0,
  );
