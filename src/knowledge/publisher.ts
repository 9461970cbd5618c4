import type { Article } from './model.ts';

/** What stands in the place of a publisher that nobody has told; the same wherever an article is named. */
export const unknownPublisher = 'publisher not recorded';

export const publisherOf = ({ publisher }: Pick<Article, 'publisher'>): string =>
  publisher ?? unknownPublisher;
