import type { Context } from '../../command.ts';
import { notice, text } from '../../document/build.ts';
import type { Document, ListItem } from '../../document/model.ts';
import { listSection } from '../../lookup/sections.ts';
import type { Decision, DeskVersion } from '../../store/desk-ports.ts';
import { dateWords } from '../../text/date-words.ts';
import { headlineOf } from '../desk/article-words.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { findArticle } from './find-article.ts';

/** Who did what to an article and when, and what its updates changed; of all articles where no id is said. */
export async function history(id: string | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  const article = id === undefined ? undefined : await findArticle(id, context);
  const decisions = await store.decisions(workspace, {
    limit: 20,
    ...(article === undefined ? {} : { article: article.id }),
  });
  if (decisions.length === 0)
    return notice('Nothing has been brought in here; /article add does that.', 'nothing');
  const versions = article === undefined ? [] : await store.versions(workspace, article.id);
  return {
    kind: 'notice',
    title: article === undefined ? 'What was done to articles' : headlineOf(article),
    blocks: [
      ...listSection(
        'Who did what',
        decisions.map((each) => decisionItem(each, article === undefined, context)),
      ),
      ...versions.flatMap(versionSection),
    ],
    sources: [],
    private: true,
  };
}

function decisionItem(
  { article, at, by, what, words }: Decision,
  named: boolean,
  { now }: Context,
): ListItem {
  const instant = Temporal.Instant.from(at);
  const local = instant.toZonedDateTimeISO(now.timeZoneId);
  const when = `${dateWords(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const which = named && article !== '' ? ` · ${article}` : '';
  return {
    spans: [{ type: 'time', instant, text: when }, text(` · ${by.name} · ${what}${which}`)],
    ...(words === '' ? {} : { detail: [text(words)] }),
  };
}

/** Sentences of an update that are shown. */
const mostSentences = 6;

function versionSection({ version, difference }: DeskVersion): Document['blocks'] {
  const lines = [
    ...(difference.headline === undefined ? [] : [`The headline was: ${difference.headline}`]),
    ...difference.added.map((sentence) => `New: ${sentence}`),
    ...difference.removed.map((sentence) => `Gone: ${sentence}`),
  ];
  const shown = lines.slice(0, mostSentences).map((line) => ({ spans: [text(line)] }));
  return listSection(`What version ${version} changed`, shown, lines.length - shown.length);
}
