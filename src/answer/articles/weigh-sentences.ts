import { fold, words } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import { formsOf } from './name-forms.ts';
import type { ArticleQuestion, AskedTerm } from './question.ts';
import { leadSentences, type ReadArticle, type ReadSentence } from './read-article.ts';
import { weights } from './weights.ts';

/** How rare a word is among the articles: the rarer, the greater. */
export type Rarity = (word: string) => number;

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

/** A sentence against a question. */
export interface WeighedSentence {
  readonly article: WeighedArticle;
  readonly sentence: ReadSentence;
  /** Share of the question's weight that it holds itself. */
  readonly direct: number;
  /** The same with what its neighbours, the title and the beginning say of the topic. */
  readonly inContext: number;
  /** What in it may be the answer, in its words; empty where any sentence may be. */
  readonly forms: readonly string[];
  /** How well it tells something of the kind that is asked. */
  readonly fits: number;
  readonly score: number;
}

/** How a sentence or an article holds a term: itself, by a like word, or by the entity that it names. */
const holding = (
  term: AskedTerm,
  stems: { has(stem: string): boolean },
  entities: ReadonlySet<string>,
): number =>
  stems.has(term.stem) || term.ids.some((id) => entities.has(id))
    ? 1
    : term.like.some((other) => stems.has(other))
      ? weights.like
      : 0;

export interface Weights {
  readonly list: readonly number[];
  readonly total: number;
}

export const weightsOf = (question: ArticleQuestion, rarity: Rarity): Weights => {
  const list = question.terms.map((term) => term.emphasis * rarity(term.word));
  return { list, total: list.reduce((sum, weight) => sum + weight, 0) || 1 };
};

export function weighArticle(
  question: ArticleQuestion,
  read: ReadArticle,
  { list, total }: Weights,
  usual: number,
): WeighedArticle {
  let about = 0;
  let holds = 0;
  const { saturation, lengthShare } = weights;
  const norm = saturation * (1 - lengthShare + (lengthShare * read.length) / usual);
  question.terms.forEach((term, at) => {
    const weight = list[at] ?? 0;
    const often = Math.max(
      read.counts.get(term.stem) ?? 0,
      weights.like * Math.max(0, ...term.like.map((other) => read.counts.get(other) ?? 0)),
    );
    about += (weight * often) / (often + norm);
    holds += weight * holding(term, read.counts, read.entities);
  });
  const score =
    about / total -
    weights.ageing * Math.log2(1 + daysAway(question, read.article.published) / weights.freshDays);
  return { read, about: about / total, holds: holds / total, score };
}

/** Days between an article and the time that the question is about: the present, or one that it names. */
function daysAway({ today, windows }: ArticleQuestion, published: string): number {
  const day = Temporal.PlainDate.from(`${published}-01-01`.slice(0, 10));
  const away = (other: Temporal.PlainDate): number => Math.abs(day.until(other).total('days'));
  const named = windows.map(({ from, until }) =>
    published >= from && published <= until
      ? 0
      : Math.min(away(Temporal.PlainDate.from(from)), away(Temporal.PlainDate.from(until))),
  );
  return Math.min(away(today), ...named);
}

export function weighSentences(
  question: ArticleQuestion,
  article: WeighedArticle,
  { list, total }: Weights,
): readonly WeighedSentence[] {
  const { sentences } = article.read;
  const table = sentences.map(({ stems, entities }) =>
    question.terms.map((term) => holding(term, stems, entities)),
  );
  const topic = question.terms.map((_, at) => {
    const lead = Math.max(0, ...table.slice(1, 1 + leadSentences).map((row) => row[at] ?? 0));
    return Math.max((table[0]?.[at] ?? 0) * weights.title, lead * weights.lead);
  });
  return sentences.map((sentence, place) => {
    let direct = 0;
    let inContext = 0;
    list.forEach((weight, at) => {
      const own = table[place]?.[at] ?? 0;
      const beside = Math.max(
        place > 1 ? (table[place - 1]?.[at] ?? 0) : 0,
        place > 0 ? (table[place + 1]?.[at] ?? 0) : 0,
      );
      direct += weight * own;
      inContext += weight * Math.max(own, beside * weights.neighbour, topic[at] ?? 0);
    });
    const forms = newForms(question, sentence.text);
    const fits =
      question.kind === 'thing' || question.kind === 'open' ? weights.open : forms.length > 0 ? 1 : 0;
    const score =
      weights.about * article.score +
      (weights.direct * direct + weights.inContext * inContext) / total +
      weights.fits * fits -
      faults(sentence);
    return { article, sentence, direct: direct / total, inContext: inContext / total, forms, fits, score };
  });
}

/** Forms of the kind asked for that the question does not have already. */
const newForms = (question: ArticleQuestion, text: string): readonly string[] =>
  formsOf(question.kind, text).filter((form) => {
    const list = words(form).map(stem);
    return list.length > 0 && !list.every((each) => question.asked.has(each));
  });

/** What makes a sentence a poor answer whatever it says: it asks, it points elsewhere, it is a stub, it comes late. */
function faults({ text, at, stems }: ReadSentence): number {
  return (
    weights.late * Math.log2(1 + at) +
    (stems.size < 5 ? weights.stub : 0) +
    (text.length > 400 ? weights.long : 0) +
    (/\?["”’']?$/.test(text) ? weights.asks : 0) +
    (pointer.test(text) ? weights.points : 0)
  );
}

/** `MORE: What we know of it`, `Read more:…`: a link to another article. */
const pointer =
  /^(?:[\p{Lu}\d '’.,&-]{4,40}:|[\p{L}\d '’.,&-]{2,40}:\S|(?:read|more|see|watch)\b[^.]{0,20}:)/iu;

/** Adds to each sentence what its best form is worth: a form that many good sentences tell. */
export function agreeOnForms(sentences: readonly WeighedSentence[]): readonly WeighedSentence[] {
  const told = new Map<string, number>();
  for (const each of sentences)
    for (const form of new Set(each.forms.map(fold)))
      told.set(form, (told.get(form) ?? 0) + Math.max(0, each.score));
  const most = Math.max(...told.values(), 1e-9);
  return sentences.map((each) => {
    const best = Math.max(0, ...each.forms.map((form) => told.get(fold(form)) ?? 0));
    return { ...each, score: each.score + (weights.agreed * best) / most };
  });
}
