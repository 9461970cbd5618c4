import type { ArticlesFound } from '../../store/ports.ts';
import type { ArticleQuestion, AskedTerm } from './question.ts';
import type { ReadArticle } from './read-article.ts';
import { weights } from './weights.ts';

/** An article against a question. Shares are 0..1. */
export interface WeighedArticle {
  readonly read: ReadArticle;
  /** How much of the question it is about (BM25, as a share of the most there could be). */
  readonly about: number;
  /** Share of the question's weight that it holds anywhere. */
  readonly holds: number;
  /** `about`, less what its age takes away. */
  readonly score: number;
}

/** What each term of a question counts, by its position, and all of them together. */
export interface Shares {
  readonly list: readonly number[];
  readonly total: number;
}

/** As so many articles count what is known of English anyway: one article alone does not tell which words are rare. */
const prior = 200;

/**
 * Rare words count for more: BM25's measure, over the articles that the store counted.
 * @param usualShare share of texts in general that hold a stem, 0..1
 */
export function sharesOf(
  question: ArticleQuestion,
  { total, frequencies }: ArticlesFound,
  usualShare: (stem: string) => number,
): Shares {
  const list = question.terms.map(({ word, stem, emphasis }) => {
    const frequency = (frequencies.get(word) ?? 0) + prior * usualShare(stem);
    return emphasis * Math.log(1 + (total + prior - frequency + 0.5) / (frequency + 0.5));
  });
  return { list, total: list.reduce((sum, weight) => sum + weight, 0) || 1 };
}

/** How well something holds a term, 0..1: the word itself, a like word, or the entity that it names. */
export function holding(
  term: AskedTerm,
  stems: { has(stem: string): boolean },
  entities: ReadonlySet<string>,
): number {
  if (stems.has(term.stem) || term.ids.some((id) => entities.has(id))) return 1;
  return term.like.some((other) => stems.has(other)) ? weights.like : 0;
}

/** Weighs an article. @param usual words of an article of usual length */
export function weighArticle(
  question: ArticleQuestion,
  read: ReadArticle,
  { list, total }: Shares,
  usual: number,
): WeighedArticle {
  const { saturation, lengthShare } = weights;
  const norm = saturation * (1 - lengthShare + (lengthShare * read.length) / usual);
  let [about, holds] = [0, 0];
  question.terms.forEach((term, at) => {
    const weight = list[at] ?? 0;
    const often = countOf(term, read);
    about += (weight * often) / (often + norm) / total;
    holds += (weight * holding(term, read.counts, read.entities)) / total;
  });
  const age = Math.log2(1 + daysAway(question, read.article.published) / weights.freshDays);
  return { read, about, holds, score: about - weights.ageing * age };
}

const countOf = (term: AskedTerm, { counts }: ReadArticle): number =>
  Math.max(counts.get(term.stem) ?? 0, ...term.like.map((other) => weights.like * (counts.get(other) ?? 0)));

/** Days between an article and the time that the question is about: the present, or one that it names. */
function daysAway({ today, windows }: ArticleQuestion, published: string): number {
  const day = Temporal.PlainDate.from(`${published}-01-01`.slice(0, 10));
  const away = (other: string | Temporal.PlainDate): number => Math.abs(day.until(other).total('days'));
  const named = windows.map(({ from, until }) =>
    published >= from && published <= until ? 0 : Math.min(away(from), away(until)),
  );
  return Math.min(away(today), ...named);
}
