import { fold, words } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import { formsOf } from './name-forms.ts';
import type { ArticleQuestion } from './question.ts';
import type { WeighedSentence } from './weigh-sentences.ts';
import { weights } from './weights.ts';

/** A sentence with what in it may be the answer. */
export interface FittedSentence extends WeighedSentence {
  /** In its words; empty where any sentence may answer. */
  readonly forms: readonly string[];
  /** How well it tells something of the kind that is asked, 0..1. */
  readonly fits: number;
}

/**
 * Sentences with what they tell of the kind that is asked for. A name or number that many good sentences tell is more likely the
 * answer, and raises those that tell it.
 */
export function fitSentences(
  question: ArticleQuestion,
  sentences: readonly WeighedSentence[],
): readonly FittedSentence[] {
  const fitted = inReach(sentences).map((each) => fit(question, each));
  const best = inOrder(fitted).slice(0, mostCompared);
  const told = new Map<string, number>();
  for (const each of best)
    for (const form of new Set(each.forms.map(fold)))
      told.set(form, (told.get(form) ?? 0) + Math.max(0, each.score));
  const most = Math.max(...told.values(), Number.MIN_VALUE);
  return inOrder(
    best.map((each) => {
      const agreed = Math.max(0, ...each.forms.map((form) => told.get(fold(form)) ?? 0));
      return { ...each, score: each.score + (weights.agreed * agreed) / most };
    }),
  );
}

/** Sentences that are compared with one another. */
const mostCompared = 20;

/** Those that can still come first once it is known what they tell. */
function inReach(sentences: readonly WeighedSentence[]): readonly WeighedSentence[] {
  const top = sentences.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return sentences.filter(({ score }) => score >= top - weights.fits - weights.agreed);
}

function fit(question: ArticleQuestion, each: WeighedSentence): FittedSentence {
  const forms = formsOf(question.kind, each.sentence.text).filter((form) => isNew(form, question));
  const any = question.kind === 'thing' || question.kind === 'open';
  const fits = any ? weights.open : forms.length > 0 ? 1 : 0;
  return { ...each, forms, fits, score: each.score + weights.fits * fits };
}

/** What the question says itself is no answer to it. */
function isNew(form: string, { asked }: ArticleQuestion): boolean {
  const list = words(form).map(stem);
  return list.length > 0 && !list.every((each) => asked.has(each));
}

/** Best first; the same on every machine. */
const inOrder = (sentences: readonly FittedSentence[]): readonly FittedSentence[] =>
  sentences.toSorted(
    (one, other) => other.score - one.score || (one.sentence.id < other.sentence.id ? -1 : 1),
  );
