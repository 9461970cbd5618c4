import type { Context } from '../../command.ts';
import { notice, paragraph, text } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import type { Form } from '../../form.ts';
import { buttons } from '../../lookup/buttons.ts';
import { shorten } from '../../options.ts';
import type { DeskArticle, Placed } from '../../store/desk-ports.ts';
import { headlineOf } from '../desk/article-words.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { toIncoming } from '../desk/to-incoming.ts';
import type { PageRead } from '../read/model.ts';
import { actOf, linkOf } from './reader.ts';
import { cardOf } from './review.ts';

/** Articles of one page or paste that are shown as cards; of more only the number is told. */
const mostCards = 1;
const address = /^<?(https?:\/\/[^\s>|]+)(?:\|[^>]*)?>?$/i;
const anyAddress = /https?:\/\/[^\s<>|"”)\]]+/gi;

/**
 * Brings in an article by its link or as pasted text, and shows what was found in it.
 * @throws ReaderError with one sentence when it cannot be had
 */
export async function bringIn(source: string, context: Context): Promise<Document> {
  const { pages, placed } = await place(source, context);
  const [first] = placed;
  if (first === undefined) throw new ReaderError('No article was found there; paste its text instead.');
  if (placed.length > mostCards) return manyPlaced(placed);
  return placedCard(first, pages[0], context);
}

/** Reads a link or a pasted text and puts what is in it on the desk. */
async function place(
  source: string,
  context: Context,
): Promise<{ readonly pages: readonly PageRead[]; readonly placed: readonly Placed[] }> {
  const { gather, store } = articlesOf(context);
  const today = context.now.toPlainDate();
  const link = address.exec(source.trim())?.[1];
  const pages =
    link === undefined
      ? await gather.fromText(pasted(source), today.toString())
      : await gather.fromLink(link, today.toString(), context.signal);
  const { workspace } = context.origin;
  const known = await linkOf(context);
  const answers = await store.answersUnreviewed(workspace);
  const incoming = pages.map((page) => toIncoming(page, known, today));
  return { pages, placed: await store.place(workspace, incoming, actOf(context), answers) };
}

/** Links of one message that are brought in. */
const mostLinks = 5;

/** The links of a message, each once. */
export const linksIn = (message: string): readonly string[] =>
  [...new Set((message.match(anyAddress) ?? []).map((link) => link.replace(/[.,;:!?'’]+$/, '')))].slice(
    0,
    mostLinks,
  );

/**
 * “Add to the desk”: the links of a message, or where it has none its text.
 * @throws ReaderError where there is neither
 */
export async function bringInMessage(message: string, context: Context): Promise<Document> {
  const links = linksIn(message);
  const [first, ...others] = links;
  if (first === undefined && message.trim().split(/\s+/).length < fewestWords)
    throw new ReaderError(
      'That message has no link, and too few words for an article; choose one that has a link.',
    );
  if (others.length === 0) return bringIn(first ?? message, context);
  const told = await Promise.all(links.map((link) => bringInOne(link, context)));
  return {
    kind: 'notice',
    title: `${links.length} links of a message`,
    blocks: [{ type: 'list', items: told.map((line) => ({ spans: [text(line)] })) }, ...reviewButton],
    sources: [],
  };
}

const reviewButton = buttons({
  label: 'Review',
  invocation: { command: 'article', subcommand: 'review', options: {} },
});

/** What became of one of several links, in one line. */
async function bringInOne(link: string, context: Context): Promise<string> {
  try {
    const { placed } = await place(link, context);
    const what = placed
      .map((each) => `${outcomeWords[each.outcome]}: ${headlineOf(each.article)}`)
      .join('; ');
    return what === '' ? `No article was found at ${link}.` : what;
  } catch (fault) {
    if (fault instanceof ReaderError) return `${shorten(link, 80)}: ${fault.message}`;
    throw fault;
  }
}

const outcomeWords: Readonly<Record<Placed['outcome'], string>> = {
  added: 'On the desk',
  updated: 'An update',
  unchanged: 'Here already, word for word',
  duplicate: 'Here already, from another publisher',
};

/** Where an article is pasted that a command line has no room for. */
export const addForm: Form = {
  title: 'Add an article',
  submit: 'Add',
  invocation: { command: 'article', subcommand: 'add', options: {} },
  fields: [
    {
      name: 'article',
      label: 'Its link, or its whole text',
      about: 'What you add is seen by this server or workspace alone',
      value: '',
      required: true,
      long: true,
    },
  ],
};

/** Fewer words are a search or a slip, and no article. */
const fewestWords = 12;

function pasted(text: string): string {
  if (text.trim().split(/\s+/).length >= fewestWords) return text;
  throw new ReaderError('Give a link that starts with https://, or paste the whole text of an article.');
}

async function placedCard(placed: Placed, read: PageRead | undefined, context: Context): Promise<Document> {
  const { article } = placed;
  const card = await cardOf(article, context, [headOf(placed), ...doubts(article, read)]);
  return placed.outcome === 'duplicate' ? { ...card, kind: 'notice' } : card;
}

const sentences = (count: number): string => `${count} ${count === 1 ? 'sentence' : 'sentences'}`;

function headOf({ outcome, difference }: Placed): string {
  switch (outcome) {
    case 'added':
      return 'On the desk. This was found in it:';
    case 'updated':
      return `An update of an article that was here: ${sentences(difference?.added.length ?? 0)} new, ${difference?.removed.length ?? 0} gone.`;
    case 'unchanged':
      return 'This article is on the desk already, word for word.';
    case 'duplicate':
      return 'Nearly the same words are on the desk already, from another publisher; nothing was added.';
  }
}

/** What a reviewer has to know of how it was read. */
function doubts({ published, language }: DeskArticle, read: PageRead | undefined): readonly string[] {
  const undated = read !== undefined && read.published === undefined;
  const foreign = language !== undefined && !/^en\b/i.test(language);
  return [
    ...(undated
      ? [`It does not say when it was published; ${published} was taken, and the days in it depend on that.`]
      : []),
    ...(foreign ? [`Its language is ${language}; the desk reads English, and may have missed much.`] : []),
  ];
}

function manyPlaced(placed: readonly Placed[]): Document {
  const added = placed.filter(({ outcome }) => outcome === 'added').length;
  return {
    ...notice(''),
    private: false,
    blocks: [
      paragraph(
        `${added} of ${placed.length} articles are new on the desk; /article review goes through them.`,
      ),
    ],
  };
}
