import type { SourceRecord } from '../../knowledge/model.ts';
import { unknownPublisher } from '../../knowledge/publisher.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';

/** How a source that nobody has reviewed is marked, wherever it is cited. */
const unreviewedMark = 'unreviewed';

/** What a reader is told of where it comes from: with the mark, where nobody has reviewed it. */
export const publisherOf = ({ publisher, edits, state }: DeskArticle): string => {
  const name = edits.publisher ?? publisher ?? unknownPublisher;
  return state === 'accepted' ? name : `${name} (${unreviewedMark})`;
};

export const publishedOf = ({ published, edits }: DeskArticle): string => edits.published ?? published;
export const headlineOf = ({ headline, edits }: DeskArticle): string => edits.headline ?? headline;

/** The article as the source of a record. */
export const sourceOf = (article: DeskArticle): SourceRecord => ({
  publisher: publisherOf(article),
  title: headlineOf(article),
  ...(article.link === undefined ? {} : { url: article.link }),
  published: publishedOf(article),
  article: article.id,
});
