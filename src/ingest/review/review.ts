import type { Choice as Completion, Context } from '../../command.ts';
import { notice, paragraph, quiet, text } from '../../document/build.ts';
import type { Document, ListItem } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import { listSection } from '../../lookup/sections.ts';
import { shorten } from '../../options.ts';
import type { Choice, Decision, DeskArticle, DeskVersion, Edits } from '../../store/desk-ports.ts';
import { dateWords } from '../../text/date-words.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { extractionOf } from '../desk/to-incoming.ts';
import { createLink } from '../link-entities.ts';
import { readMoment } from '../read/read-moment.ts';
import { actOf, linkOf, recordsWith } from './bring-in.ts';
import { headlineOf, reviewCard } from './review-card.ts';

/** One article, or the one that waits longest for a review. */
export async function review(id: string | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  if (id !== undefined) return card(await find(id, context), context);
  const [newest] = await store.list(workspace, { state: 'unreviewed', limit: 1 });
  const { unreviewed } = await store.count(workspace);
  if (newest === undefined)
    return notice('Nothing waits for a review; /article add brings an article in.', 'nothing');
  const others = unreviewed === 1 ? 'It is the only one that waits.' : `${unreviewed - 1} more wait.`;
  return card(newest, context, [`To be reviewed, the newest first. ${others}`]);
}

/** @throws ReaderError for an id that is not here */
export async function decide(id: string, choice: Choice, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const known = await find(id, context);
  const records = recordsWith(await linkOf(context));
  const decided = await store.decide(context.origin.workspace, known.id, choice, actOf(context), records);
  if (decided === undefined) throw notHere(id);
  return card(decided, context, [saidOf(choice, decided, context)]);
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
  }
}

/** What an editor typed; undefined fields stay as they are. */
export interface EditOptions {
  readonly headline?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly drop?: string;
}

/** @throws ReaderError with what to type */
export function readEdits(options: EditOptions): { readonly edits: Edits; readonly words: string } {
  const { headline, publisher, published, drop } = options;
  const day = published === undefined ? undefined : readMoment(published)?.slice(0, 10);
  if (published !== undefined && day === undefined)
    throw new ReaderError(`The day of publication is written as 2023-05-04, not “${shorten(published)}”.`);
  const dropped = drop
    ?.toLowerCase()
    .split(/[\s,]+/)
    .filter((key) => key !== '');
  const wrong = dropped?.find((key) => !/^[enq]\d{1,3}$/.test(key));
  if (wrong !== undefined)
    throw new ReaderError(
      `“${shorten(wrong)}” names nothing; write the codes of the card, such as drop:e2,q1.`,
    );
  const edits = {
    ...(headline === undefined ? {} : { headline: shorten(headline, 300) }),
    ...(publisher === undefined ? {} : { publisher: shorten(publisher, 100) }),
    ...(day === undefined ? {} : { published: day }),
    ...(dropped === undefined ? {} : { dropped }),
  };
  const words = Object.entries(edits)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`)
    .join('; ');
  return { edits, words };
}

/** What can be edited, for somebody who pressed the button. */
export async function editHelp(id: string, context: Context): Promise<Document> {
  const article = await find(id, context);
  const shown = await card(article, context);
  return {
    ...shown,
    private: true,
    blocks: [
      paragraph('Leave things out by their codes, or change what is wrong:'),
      {
        type: 'list',
        items: [
          `/article edit id:${article.id} drop:e2,q1`,
          `/article edit id:${article.id} published:2023-05-04`,
          `/article edit id:${article.id} publisher:"The Daily News" headline:"Ministers meet in Goa"`,
        ].map((line) => ({ spans: [text(line, 'code')] })),
      },
      ...shown.blocks,
    ],
  };
}

/** Who did what to an article and when, and what its updates changed; of all articles where no id is said. */
export async function history(id: string | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  const article = id === undefined ? undefined : await find(id, context);
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

/** Lets unreviewed articles answer questions here, or not; says how it is where nothing is chosen. */
export async function unreviewed(answers: boolean | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  const before = await store.answersUnreviewed(workspace);
  if (answers !== undefined && answers !== before)
    await store.setAnswersUnreviewed(workspace, answers, actOf(context), recordsWith(await linkOf(context)));
  const now = answers ?? before;
  return {
    ...notice(''),
    blocks: [
      paragraph(
        now
          ? 'Unreviewed articles answer questions here, and are marked as unreviewed wherever they are cited.'
          : 'Unreviewed articles answer nothing here until somebody accepts them.',
      ),
      quiet(now ? 'Change it: /article unreviewed answers:no' : 'Change it: /article unreviewed answers:yes'),
    ],
  };
}

async function card(
  article: DeskArticle,
  context: Context,
  lines: readonly string[] = [],
): Promise<Document> {
  const entities = await context.knowledge.entities(context.origin.workspace);
  return reviewCard(article, extractionOf(article, createLink(entities)), entities, lines);
}

async function find(id: string, context: Context): Promise<DeskArticle> {
  const found = await articlesOf(context).store.get(context.origin.workspace, id.trim().toLowerCase());
  if (found === undefined) throw notHere(id);
  return found;
}

const notHere = (id: string): ReaderError =>
  new ReaderError(
    `There is no article “${shorten(id, 40)}” on the desk here; /article review shows those that wait.`,
  );

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
