import type { Context } from '../../command.ts';
import { ReaderError } from '../../errors.ts';
import type { ArticleDesk } from './article-desk.ts';

/** The desk for articles. @throws ReaderError where this bot runs without one */
export function articlesOf(context: Context): ArticleDesk {
  if (context.articles !== undefined) return context.articles;
  throw new ReaderError(
    'Articles cannot be brought in here; run the bot that is connected to your workspace.',
  );
}
