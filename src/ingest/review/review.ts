import type { Choice as Completion, Context } from '../../command.ts';
import { notice } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { shorten } from '../../options.ts';
import type { Choice, DeskArticle } from '../../store/desk-ports.ts';
import { headlineOf } from '../desk/article-words.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { extractionOf } from '../desk/to-incoming.ts';
import { createLink } from '../link-entities.ts';
import { findArticle, notHere } from './find-article.ts';
import { actOf, linkOf, recordsWith } from './reader.ts';
import { reviewCard } from './review-card.ts';

/** One article, or the one that waits longest for a review. */
export async function review(id: string | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  if (id !== undefined) return cardOf(await findArticle(id, context), context);
  const [newest] = await store.list(workspace, { state: 'unreviewed', limit: 1 });
  const { unreviewed } = await store.count(workspace);
  if (newest === undefined)
    return notice('Nothing waits for a review; /article add brings an article in.', 'nothing');
  const others = unreviewed === 1 ? 'It is the only one that waits.' : `${unreviewed - 1} more wait.`;
  return cardOf(newest, context, [`To be reviewed, the newest first. ${others}`]);
}

/** @throws ReaderError for an id that is not here */
export async function decide(id: string, choice: Choice, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const known = await findArticle(id, context);
  const records = recordsWith(await linkOf(context));
  const decided = await store.decide(context.origin.workspace, known.id, choice, actOf(context), records);
  if (decided === undefined) throw notHere(id);
  return cardOf(decided, context, [saidOf(choice, decided, context)]);
}

function saidOf(choice: Choice, { state, version }: DeskArticle, { origin }: Context): string {
  const by = origin.reader.name;
  switch (choice.type) {
    case 'accept':
      return `Accepted by ${by}; it answers questions now.`;
    case 'reject':
      return state === 'accepted'
        ? `The update is rejected by ${by}; the version before stands again, as version ${version}.`
        : `Rejected by ${by}; it answers nothing.`;
    case 'edit':
      return `Edited by ${by}: ${choice.words}.`;
    case 'propose':
      return `Asked by ${by}: ${choice.words.replace(/; dropped (\d+):.*$/s, '; $1 that do not stand in the text were dropped, and /article history tells which')}.`;
  }
}

/** The card of an article that is on the desk. */
export async function cardOf(
  article: DeskArticle,
  context: Context,
  lines: readonly string[] = [],
): Promise<Document> {
  const entities = await context.knowledge.entities(context.origin.workspace);
  const found = extractionOf(article, createLink(entities));
  const canAsk =
    context.model !== undefined && (await articlesOf(context).store.usesModel(context.origin.workspace));
  return reviewCard(article, found, entities, lines, canAsk);
}

/** Articles of the workspace whose headline or id holds what was typed. */
export async function completeDesk(typed: string, context: Context): Promise<readonly Completion[]> {
  if (context.articles === undefined) return [];
  const wanted = typed.trim().toLowerCase();
  const articles = await context.articles.store.list(context.origin.workspace, { limit: 200 });
  return articles
    .filter((each) => `${each.id} ${headlineOf(each)}`.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map((each) => ({ name: shorten(`${each.state} · ${headlineOf(each)}`, 100), value: each.id }));
}
