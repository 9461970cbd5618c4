import type { Context } from '../../command.ts';
import { ReaderError } from '../../errors.ts';
import { shorten } from '../../options.ts';
import type { DeskArticle } from '../../store/desk-ports.ts';
import { articlesOf } from '../desk/articles-of.ts';

/** An article of the reader's workspace. @throws ReaderError for an id that is not there */
export async function findArticle(id: string, context: Context): Promise<DeskArticle> {
  const found = await articlesOf(context).store.get(context.origin.workspace, id.trim().toLowerCase());
  if (found === undefined) throw notHere(id);
  return found;
}

export const notHere = (id: string): ReaderError =>
  new ReaderError(
    `There is no article “${shorten(id, 40)}” on the desk here; /article review shows those that wait.`,
  );
