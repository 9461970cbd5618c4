import type { Article, KnowledgeData, Statement } from '../../../src/knowledge/model.ts';

/** An article for tests, with only what a test says. */
export const article = (
  id: string,
  published: string,
  title: string,
  statements: readonly string[],
  more: Partial<Article> = {},
): Article => ({
  id,
  title,
  publisher: 'Test Gazette',
  published,
  statements: statements.map((text, index): Statement => ({ id: `${id}-s${index + 1}`, text, entities: [] })),
  quotations: [],
  figures: [],
  entities: [],
  ...more,
});

/** Data of the records given. */
export const knowledge = (parts: Partial<KnowledgeData>): KnowledgeData => ({
  articles: [],
  events: [],
  entities: [],
  ...parts,
});
