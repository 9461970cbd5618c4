import { eventEvidence } from '../document/build.ts';
import type { Article, Entity } from '../knowledge/model.ts';
import { publisherOf } from '../knowledge/publisher.ts';
import type { Evidence } from './model.ts';
import type { Unit } from './unit.ts';

/** The evidence that a unit is. */
export function unitEvidence(unit: Unit): Evidence {
  const { source } = unit;
  switch (source.type) {
    case 'event':
      return eventEvidence(source.event);
    case 'entity':
      return entityEvidence(source.entity, `${source.entity.name}: ${source.entity.description}`);
    case 'statement':
      return inArticle(
        source.article,
        source.statement.id,
        source.statement.text,
        source.statement.date,
        source.statement.endDate,
      );
    case 'quotation':
    case 'figure': {
      const date = source.type === 'quotation' ? source.quotation.date : source.figure.asOf;
      if (source.article !== undefined) return inArticle(source.article, unit.id, unit.text, date);
      if (source.event !== undefined)
        return { ...eventEvidence(source.event), id: unit.id, quote: unit.text, date };
      return { id: unit.id, article: null, quote: unit.text, date, publisher: '', url: null };
    }
  }
}

/** A sentence of an article, or its title, as evidence. @param id that of the statement; of the article for its title */
export function articleEvidence(article: Article, id: string, quote: string): Evidence {
  const statement = article.statements.find((each) => each.id === id);
  return inArticle(article, id, quote, statement?.date, statement?.endDate);
}

function inArticle(article: Article, id: string, quote: string, date?: string, endDate?: string): Evidence {
  return {
    id,
    article: article.id,
    quote,
    date: date ?? article.published,
    ...(endDate === undefined ? {} : { endDate }),
    title: article.title,
    publisher: publisherOf(article),
    published: article.published,
    url: article.url ?? null,
  };
}

/** The evidence that an entity's own record is (offices, descriptions). Its date is that of the office where one is given. */
export function entityEvidence(entity: Entity, quote: string, date?: string): Evidence {
  const source = entity.sources.find((each) => each.url !== undefined) ?? entity.sources[0];
  return {
    id: entity.id,
    article: source?.article ?? null,
    ...(source?.article === undefined ? {} : { title: source.title }),
    quote: source?.quote ?? quote,
    date: date ?? source?.published ?? '',
    publisher: source?.publisher ?? '',
    ...(source?.published === undefined ? {} : { published: source.published }),
    url: source?.url ?? null,
  };
}
