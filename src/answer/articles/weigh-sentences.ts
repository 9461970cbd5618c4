import type { ArticleQuestion } from './question.ts';
import { leadSentences, type ReadSentence } from './read-article.ts';
import { holding, type Shares, type WeighedArticle } from './weigh-articles.ts';
import { weights } from './weights.ts';

/** A sentence against the words of a question. Shares are 0..1. */
export interface WeighedSentence {
  readonly article: WeighedArticle;
  readonly sentence: ReadSentence;
  /** Share of the question's weight that it holds itself. */
  readonly direct: number;
  readonly score: number;
}

/**
 * Weighs the sentences of an article. One need not repeat what its neighbours, the title and the beginning say of the topic:
 * `He won it in 2001` is read with the sentence before.
 */
export function weighSentences(
  question: ArticleQuestion,
  article: WeighedArticle,
  { list, total }: Shares,
): readonly WeighedSentence[] {
  const { sentences } = article.read;
  const table = sentences.map(({ stems, entities }) =>
    question.terms.map((term) => holding(term, stems, entities)),
  );
  const topic = topicOf(table);
  return sentences.map((sentence, place) => {
    let [direct, inContext] = [0, 0];
    list.forEach((weight, at) => {
      const own = table[place]?.[at] ?? 0;
      const beside = besideOf(table, place, at) * weights.neighbour;
      direct += (weight * own) / total;
      inContext += (weight * Math.max(own, beside, topic[at] ?? 0)) / total;
    });
    const score =
      weights.about * article.score +
      weights.direct * direct +
      weights.inContext * inContext -
      faults(sentence);
    return { article, sentence, direct, score };
  });
}

/** By sentence and term: how well the one holds the other. The title comes first. */
type Table = readonly (readonly number[])[];

/** What the title and the beginning hold of each term, and what that is worth further down. */
function topicOf(table: Table): readonly number[] {
  const [title = [], ...body] = table;
  const lead = body.slice(0, leadSentences);
  return title.map((held, at) =>
    Math.max(held * weights.title, ...lead.map((row) => (row[at] ?? 0) * weights.lead)),
  );
}

/** What the sentences before and after hold of a term; the title has no neighbours. */
const besideOf = (table: Table, place: number, at: number): number =>
  place === 0 ? 0 : Math.max(place > 1 ? (table[place - 1]?.[at] ?? 0) : 0, table[place + 1]?.[at] ?? 0);

/** Fewer different words than this are a stub, and more letters than that are more than an answer. */
const fewWords = 5;
const manyLetters = 400;

/** What makes a sentence a poor answer whatever it says: it asks, it points elsewhere, it is a stub, it comes late. */
const faults = ({ text, at, stems }: ReadSentence): number =>
  weights.late * Math.log2(1 + at) +
  (stems.size < fewWords ? weights.stub : 0) +
  (text.length > manyLetters ? weights.long : 0) +
  (/\?["”’']?$/.test(text) ? weights.asks : 0) +
  (pointer.test(text) ? weights.points : 0);

/** `MORE: What we know of it`, `Read more:…`: a label, mostly of a link to another article. */
const pointer = /^[\p{L}\d '’.,&-]{2,40}:/u;
