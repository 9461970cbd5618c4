import { stopWords } from '../answer/lexicon.ts';
import type { Library } from '../answer/library.ts';
import { cite, paragraph, quiet, SourceList, text } from '../document/build.ts';
import type { Block, Document, ListItem } from '../document/model.ts';
import type { Article, Statement } from '../knowledge/model.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { fold, words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { button, buttons } from './buttons.ts';
import { articleItem, articleSource, linkSpan } from './cited.ts';
import { nameFor } from './find-entity.ts';
import { figureSection, listSection, saidSections } from './sections.ts';
import { holdingsIn, shelfOf } from './shelf.ts';

/** Articles handed to a platform at a time. */
const page = 15;

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

/** Articles in a list, with buttons for the first ones. */
export function articleList(
  articles: readonly Article[],
  about: string,
  start: number,
  options: Readonly<Record<string, string>>,
): Document {
  const sources = new SourceList();
  const shown = articles.slice(start, start + page);
  const hidden = articles.length - start - shown.length;
  const more = { command: 'article', options: { ...options, ...(start > 0 ? { start: `${start}` } : {}) } };
  return {
    kind: 'answer',
    title: 'Articles',
    blocks: [
      paragraph(`${articles.length} articles${about}.`),
      {
        type: 'list',
        items: shown.map((article) => articleItem(article, sources)),
        more,
        ...(hidden > 0 ? { hidden } : {}),
      },
      ...buttons(...shown.slice(0, 4).map((each) => button(each.title, 'article', { search: each.id }))),
    ],
    sources: sources.all,
  };
}

/** One article: where and when it was published, what it says, whom it quotes, its figures. */
export function articleCard(article: Article, library: Library): Document {
  const sources = new SourceList();
  const number = sources.add(articleSource(article));
  const own = library.units.filter(
    ({ source }) =>
      (source.type === 'quotation' || source.type === 'figure') && source.article?.id === article.id,
  );
  const holdings = holdingsIn(own);
  const about = [
    article.publisher ?? 'Publisher not recorded',
    dateWords(article.published),
    article.dateline,
  ];
  return {
    kind: 'answer',
    title: article.title,
    blocks: [
      paragraph(
        `${about.filter((part) => part !== undefined).join(' · ')} · `,
        linkSpan(article),
        ' ',
        cite(number),
      ),
      ...listSection(
        'What it says',
        article.statements.map((each) => statementItem(each, number)),
      ),
      ...saidSections(holdings.quotations, 3, library, () => cite(number)),
      ...figureSection(holdings, 4, () => cite(number)),
      ...noteBlock(article),
      ...buttons(...mainEntities(article, library)),
    ],
    sources: sources.all,
  };
}

function statementItem(statement: Statement, source: number): ListItem {
  const date = statement.date === undefined ? '' : `${rangeWords(statement.date, statement.endDate)} · `;
  const by = statement.attributedTo;
  const said = by === undefined || statement.text.includes(by) ? '' : ` (according to ${by})`;
  return { spans: [text(`${date}${statement.text}${said} `), cite(source)] };
}

const noteBlock = (article: Article): readonly Block[] =>
  article.note === undefined ? [] : [quiet(`Note: ${article.note}`)];

const mainEntities = (article: Article, library: Library): readonly ReturnType<typeof button>[] =>
  article.entities
    .flatMap((id) => library.gazetteer.entities.get(id) ?? [])
    .filter((entity) => entity.kind === 'person' || entity.kind === 'organisation')
    .slice(0, 4)
    .map((entity) =>
      entity.kind === 'person'
        ? button(`Who: ${entity.name}`, 'who', { name: nameFor(entity, library) })
        : button(`About: ${entity.name}`, 'about', { subject: nameFor(entity, library) }),
    );
