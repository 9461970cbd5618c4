import type { Library } from '../answer/library.ts';
import { cite, paragraph, quiet, SourceList, text } from '../document/build.ts';
import type { Block, Document, ListItem } from '../document/model.ts';
import type { Article, Statement } from '../knowledge/model.ts';
import { publisherOf } from '../knowledge/publisher.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { button, buttons } from './buttons.ts';
import { articleItem, articleSource, linkSpan } from './cited.ts';
import { nameFor } from './find-entity.ts';
import { figureSection, saidSections } from './sections.ts';
import { sentenceCase } from './sentence-case.ts';
import { holdingsIn } from './shelf.ts';

/** Articles handed to a platform at a time. */
const page = 15;

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

/**
 * One article: where and when it was published, what it says, whom it quotes, its figures.
 * @param start first statement to show; what comes after the first page is statements alone
 */
export function articleCard(article: Article, library: Library, start = 0): Document {
  const sources = new SourceList();
  const number = sources.add(articleSource(article));
  const about = [sentenceCase(publisherOf(article)), dateWords(article.published), article.dateline];
  const items = article.statements.slice(start).map((each) => statementItem(each, number));
  const more = {
    command: 'article',
    options: { search: article.id, ...(start > 0 ? { start: `${start}` } : {}) },
  };
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
      ...(items.length === 0 ? [] : [heading('What it says'), { type: 'list', items, more } as const]),
      ...(start > 0 ? [] : furtherSections(article, number, library)),
      ...buttons(...mainEntities(article, library)),
    ],
    sources: sources.all,
  };
}

const heading = (words: string): Block => ({ type: 'heading', text: words });

/** Whom it quotes, its figures, and what must be known of the record. */
function furtherSections(article: Article, number: number, library: Library): readonly Block[] {
  const own = library.units.filter(
    ({ source }) =>
      (source.type === 'quotation' || source.type === 'figure') && source.article?.id === article.id,
  );
  const holdings = holdingsIn(own);
  return [
    ...saidSections(holdings.quotations, 3, library, () => cite(number)),
    ...figureSection(holdings, 4, () => cite(number)),
    ...(article.note === undefined ? [] : [quiet(`Note: ${article.note}`)]),
  ];
}

function statementItem(statement: Statement, source: number): ListItem {
  const date = statement.date === undefined ? '' : `${rangeWords(statement.date, statement.endDate)} · `;
  const by = statement.attributedTo;
  const said = by === undefined || statement.text.includes(by) ? '' : ` (according to ${by})`;
  return { spans: [text(`${date}${statement.text}${said} `), cite(source)] };
}

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
