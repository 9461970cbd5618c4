import type { WeighedSentence } from './weigh-sentences.ts';

/**
 * A logistic regression on three signs, fitted on the development half of real articles: on its questions with all their
 * articles, and on the same ones without the articles that answer (docs/answers.md says how and how well).
 */
const signs = { constant: -8.2, about: 4.9, holds: 4.5, direct: 1.2 } as const;

/** Least chance with which a sentence of an article is told as the answer. */
export const enough = 0.35;

/** The chance, 0..1, that the best sentence answers: that its article is about what is asked, and tells it. */
export function chanceOf({ article, direct }: WeighedSentence): number {
  const sum =
    signs.constant + signs.about * article.about + signs.holds * article.holds + signs.direct * direct;
  return 1 / (1 + Math.exp(-sum));
}
