import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';

/** What speaks for and against a candidate, each about 0..1 (counts are cut). */
export interface Signs {
  /** Weighted share of the question that it holds. */
  readonly coverage: number;
  /** By how much it leads the next one. */
  readonly margin: number;
  /** It lacks the act. */
  readonly act: number;
  /** Other words that it lacks. */
  readonly words: number;
  /** The question names a day, a month or a season / any time at all. */
  readonly narrow: number;
  readonly timed: number;
  /** Only the date or the place of something is asked, which need not be told in words / words that it lacks then. */
  readonly dated: number;
  readonly datedWords: number;
  /** How much the question says. */
  readonly detail: number;
  /** Share of the question that it holds in its very words. */
  readonly literal: number;
  /** Share of the question that its title (or the sentence itself) holds. */
  readonly head: number;
  /** Largest share of the question that lies in one word which it lacks. */
  readonly heaviest: number;
  /** A person is asked for. */
  readonly who: number;
}

/**
 * Weights of a logistic regression, fitted on questions with known outcome (`node scripts/exam.ts --fit`; see docs/answers.md).
 * A question that must not be answered counts three times: a wrong answer costs more than none.
 */
const weights: Readonly<Record<keyof Signs, number>> & { readonly constant: number } = {
  constant: -1.19,
  coverage: 1.11,
  margin: 2.31,
  act: -1.76,
  words: -1.73,
  narrow: 0.79,
  timed: 0.34,
  dated: 0.17,
  datedWords: -0.3,
  detail: 2.13,
  literal: 0.88,
  head: 1.01,
  heaviest: -2.13,
  who: -0.09,
};

/** The signs of the best candidate, against the next one. */
export function signsOf(query: Query, best: Ranked, second: Ranked | undefined): Signs {
  const lacks = best.uncovered;
  const isName = (term: (typeof lacks)[number]): boolean => term.ids.length > 0 || term.proper;
  const grains = query.times.windows.map((window) => window.grain);
  const words = Math.min(3, lacks.filter((term) => term.focus === undefined && !isName(term)).length);
  const dated = query.wanted === 'when' || query.wanted === 'where' || query.wanted === 'yes-no' ? 1 : 0;
  return {
    coverage: best.coverage,
    margin: Math.min(0.4, best.score - (second?.score ?? 0)),
    act: lacks.some((term) => term.focus === 'act') ? 1 : 0,
    words,
    narrow: grains.some((grain) => grain === 'day' || grain === 'month' || grain === 'season') ? 1 : 0,
    timed: grains.length > 0 ? 1 : 0,
    dated,
    datedWords: dated * words,
    literal: best.literal,
    head: best.head,
    heaviest: best.heaviest,
    who: query.wanted === 'who' ? 1 : 0,
    detail: Math.min(8, query.terms.filter((term) => !term.light).length) / 8,
  };
}

/** The chance, 0..1, that the candidate answers. */
export function chance(signs: Signs): number {
  const sum = (Object.keys(signs) as (keyof Signs)[]).reduce(
    (total, sign) => total + weights[sign] * signs[sign],
    weights.constant,
  );
  return 1 / (1 + Math.exp(-sum));
}
