import type { Article } from '../../knowledge/model.ts';
import { words } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';

/** A sentence of an article, or its title, as it is looked through. */
export interface ReadSentence {
  /** Id of the statement; that of the article for its title. */
  readonly id: string;
  /** As it stands in the article. */
  readonly text: string;
  /** 0 for the title, 1 for the first sentence. */
  readonly at: number;
  readonly stems: ReadonlySet<string>;
  /** Known entities that it names. */
  readonly entities: ReadonlySet<string>;
}

/** An article with the words by which it is weighed. */
export interface ReadArticle {
  readonly article: Article;
  readonly sentences: readonly ReadSentence[];
  /** How often each word stands in it; in the title and at the beginning it counts for more. */
  readonly counts: ReadonlyMap<string, number>;
  /** Words of its text. */
  readonly length: number;
  readonly entities: ReadonlySet<string>;
}

/** Sentences that make the beginning, and what a word there and in the title counts. */
export const leadSentences = 3;
const inLead = 1.5;
const inTitle = 3;

const known = new WeakMap<Article, ReadArticle>();

/** Cuts an article into what is weighed; once for each, as long as it is kept. */
export function readArticle(article: Article): ReadArticle {
  const before = known.get(article);
  if (before !== undefined) return before;
  const read = readAnew(article);
  known.set(article, read);
  return read;
}

function readAnew(article: Article): ReadArticle {
  const counts = new Map<string, number>();
  let length = 0;
  const sentence = (id: string, text: string, at: number, entities: readonly string[]): ReadSentence => {
    const list = words(text).map(stem);
    const worth = at === 0 ? inTitle : at <= leadSentences ? inLead : 1;
    for (const each of list) counts.set(each, (counts.get(each) ?? 0) + worth);
    length += list.length;
    return { id, text, at, stems: new Set(list), entities: new Set(entities) };
  };
  // A title that was made of the first words tells nothing that they do not, and is not in the article.
  const isMade = article.statements[0]?.text.startsWith(article.title.replace(/…$/, '')) ?? false;
  const title = isMade ? [] : [sentence(article.id, article.title, 0, [])];
  const body = article.statements.map(({ id, text, entities }, at) => sentence(id, text, at + 1, entities));
  return {
    article,
    sentences: [...title, ...body],
    counts,
    length,
    entities: new Set([...article.entities, ...body.flatMap(({ entities }) => [...entities])]),
  };
}
