import { stopWords } from '../answer/lexicon.ts';
import type { Library } from '../answer/library.ts';
import type { Article } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { fold, words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { shelfOf } from './shelf.ts';

/** Articles that hold all the words of a search, those with them in the title first; all, latest first, for no words. */
export function findArticles(search: string, library: Library): readonly Article[] {
  const { articles } = shelfOf(library);
  const byName = articles.filter(
    (article) => article.id === search.trim() || fold(article.title) === fold(search),
  );
  if (byName.length > 0) return byName;
  const wanted = stemsOf(search);
  if (wanted.length === 0) return search.trim() === '' ? articles : [];
  const inTitle = articles.filter((article) => holdsAll(article.title, wanted));
  const inText = articles.filter(
    (article) => !inTitle.includes(article) && holdsAll(textOf(article, library), wanted),
  );
  return [...inTitle, ...inText];
}

/** Articles that share the most words with a search, where none holds all of them. */
export function nearestArticles(search: string, library: Library): readonly Article[] {
  const wanted = stemsOf(search);
  return shelfOf(library)
    .articles.map((article) => {
      const held = new Set(stemsOf(textOf(article, library)));
      return { article, share: wanted.filter((word) => held.has(word)).length };
    })
    .filter(({ share }) => share > 0)
    .sort((left, right) => right.share - left.share)
    .slice(0, 3)
    .map(({ article }) => article);
}

const stemsOf = (said: string): readonly string[] =>
  words(said)
    .filter((word) => !stopWords.has(word))
    .map(stem);

function holdsAll(said: string, wanted: readonly string[]): boolean {
  const held = new Set(stemsOf(said));
  return wanted.every((word) => held.has(word));
}

function textOf(article: Article, library: Library): string {
  const names = article.entities.flatMap((id) => {
    const entity = library.gazetteer.entities.get(id);
    return entity === undefined ? [] : [entity.name, ...entity.aliases];
  });
  const said = [...article.statements, ...article.quotations].map((each) => each.text);
  const head = [article.title, article.publisher, article.dateline, dateWords(article.published)];
  return [...head, ...said, ...names].filter((part) => part !== undefined).join(' . ');
}
