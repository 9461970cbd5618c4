import { notice, paragraph } from '../../document/build.ts';
import { ReaderError } from '../../errors.ts';
import { shortId } from '../../short-id.ts';
import type { DeskStore, Feed, FeedStore } from '../../store/desk-ports.ts';
import type { ErrandStore, KnowledgeReader } from '../../store/ports.ts';
import type { FeedAnswer, Gatherer } from '../gather.ts';
import type { PageRead } from '../read/model.ts';
import { dayOf } from '../read/read-moment.ts';
import type { FeedItem } from './model.ts';
import { nextPoll, type Polled } from './next-poll.ts';

/** What polling needs. */
export interface PollParts {
  readonly feeds: FeedStore;
  readonly articles: DeskStore;
  readonly knowledge: Pick<KnowledgeReader, 'entities'>;
  readonly errands: Pick<ErrandStore, 'add'>;
  readonly gather: Pick<Gatherer, 'feed' | 'fromLink'>;
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** Entries of one poll that are fetched; what is left is taken by the next one. */
const mostItems = 10;
/** Minutes for which no other process polls a feed that this one took. */
const leaseMinutes = 10;
/** Characters of an entry's own text from which it can stand in for a page that cannot be had. */
const enoughText = 400;

/** Polls the feed that is due longest, if any; false when none is. It rejects only where the store does. */
export async function pollOne(parts: PollParts, now: Temporal.Instant, stop: AbortSignal): Promise<boolean> {
  const feed = await parts.feeds.take(now.toString(), now.add({ minutes: leaseMinutes }).toString());
  if (feed === undefined) return false;
  const { polled, known } = await poll(feed, parts, now, stop);
  // Asked to stop in the midst of it: the lease runs out, and the next poll begins anew.
  if (stop.aborted) return false;
  const next = nextPoll(feed, polled, now);
  await parts.feeds.settle(feed.id, { ...next, ...known });
  if (polled.state === 'failed')
    parts.log.warn({ feed: feed.id, reason: polled.reason }, 'a feed was not read');
  if (next.trouble !== undefined) await tellOwner(feed, next.trouble, parts, now);
  return true;
}

interface PollEnd {
  readonly polled: Polled;
  readonly known?: { readonly etag?: string; readonly modified?: string; readonly title?: string };
}

async function poll(
  feed: Feed,
  parts: PollParts,
  now: Temporal.Instant,
  stop: AbortSignal,
): Promise<PollEnd> {
  const { etag, modified } = feed;
  try {
    const answer = await parts.gather.feed(
      feed.url,
      { ...(etag === undefined ? {} : { etag }), ...(modified === undefined ? {} : { modified }) },
      stop,
    );
    return await takeIn(answer, feed, parts, now, stop);
  } catch (fault) {
    if (fault instanceof ReaderError)
      return { polled: { state: 'failed', reason: fault.message, gone: false } };
    if (stop.aborted) return { polled: { state: 'failed', reason: 'stopped', gone: false } };
    throw fault;
  }
}

async function takeIn(
  answer: FeedAnswer,
  feed: Feed,
  parts: PollParts,
  now: Temporal.Instant,
  stop: AbortSignal,
): Promise<PollEnd> {
  switch (answer.state) {
    case 'same':
      return { polled: { state: 'good' } };
    case 'gone':
      return {
        polled: {
          state: 'failed',
          reason: `The site says that there is no such feed (${answer.status}).`,
          gone: true,
        },
      };
    case 'busy': {
      const reason = `The site did not send the feed (${answer.status}).`;
      const { seconds } = answer;
      return {
        polled: { state: 'failed', reason, gone: false, ...(seconds === undefined ? {} : { seconds }) },
      };
    }
    case 'read': {
      const isAll = await takeItems(answer.feed.items, feed, parts, now, stop);
      const title = answer.feed.title;
      // What is left over must not be hidden by an answer “not changed”.
      return {
        polled: { state: 'good' },
        known: { ...(isAll ? answer.known : {}), ...(title === undefined ? {} : { title }) },
      };
    }
  }
}

/** An entry whose date changes was updated, and is looked at again. */
const keyOf = ({ key, published }: FeedItem): string => `${published ?? ''} ${key}`;

/** Brings in what is new; true when nothing is left over. */
async function takeItems(
  items: readonly FeedItem[],
  feed: Feed,
  parts: PollParts,
  now: Temporal.Instant,
  stop: AbortSignal,
): Promise<boolean> {
  const unseen = new Set(await parts.feeds.unseen(feed.id, items.map(keyOf)));
  const fresh = items.filter((item) => unseen.delete(keyOf(item)));
  // A feed that is followed anew begins with its newest entries, and not with all that it ever had.
  const isFirst = feed.lastPoll === undefined;
  const wanted = fresh.slice(0, mostItems);
  if (isFirst) await parts.feeds.see(feed.id, fresh.slice(mostItems).map(keyOf));
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  // Loaded when a feed first has something new: the word lists of extraction cost memory.
  const [{ createLink }, { toIncoming }] = await Promise.all([
    import('../link-entities.ts'),
    import('../desk/to-incoming.ts'),
  ]);
  const link = createLink(await parts.knowledge.entities(feed.workspace));
  const answers = await parts.articles.answersUnreviewed(feed.workspace);
  const act = { by: { id: `feed:${feed.id}`, name: `feed ${feed.title}` }, at: now.toString() };
  for (const item of wanted) {
    if (stop.aborted) return false;
    const pages = await pagesOf(item, parts, today, stop);
    const incoming = pages.map((page) => toIncoming(page, link, today));
    const placed = await parts.articles.place(feed.workspace, incoming, act, answers);
    await parts.feeds.see(feed.id, [keyOf(item)]);
    for (const { outcome, article } of placed)
      parts.log.info({ feed: feed.id, article: article.id, outcome }, 'an entry of a feed was taken in');
  }
  return isFirst || fresh.length <= mostItems;
}

/** The article of an entry: its page, else its own text where that is long enough. One that cannot be had is passed over. */
async function pagesOf(
  item: FeedItem,
  { gather, log }: PollParts,
  today: Temporal.PlainDate,
  stop: AbortSignal,
): Promise<readonly PageRead[]> {
  const told = {
    ...(item.title === undefined ? {} : { headline: item.title }),
    ...(item.published === undefined ? {} : { published: item.published }),
    ...(item.link === undefined ? {} : { link: item.link }),
  };
  try {
    if (item.link !== undefined) {
      // A dateline without a year is of the year in which the feed says that it was published.
      const day = item.published === undefined ? today.toString() : dayOf(item.published);
      const pages = await gather.fromLink(item.link, day, stop);
      return pages.map((page) => ({ ...told, ...page }));
    }
  } catch (fault) {
    if (!(fault instanceof ReaderError)) throw fault;
    log.warn({ link: item.link, reason: fault.message }, 'an entry of a feed could not be fetched');
  }
  return (item.text?.length ?? 0) >= enoughText ? [{ ...told, text: item.text ?? '' }] : [];
}

/** Who added the feed hears once that it is paused and how to go on. */
async function tellOwner(
  feed: Feed,
  trouble: string,
  { errands }: PollParts,
  now: Temporal.Instant,
): Promise<void> {
  const words = `The feed ${feed.title} is paused: ${trouble} When it is mended, /feed resume id:${feed.id} goes on.`;
  await errands.add({
    id: `f${shortId(feed.id, now.toString())}`,
    kind: 'tell',
    place: { platform: feed.platform, workspace: feed.workspace, channel: feed.channel },
    target: feed.by.id,
    schedule: '',
    delivery: '',
    at: now.toString(),
    words,
    document: { ...notice(''), blocks: [paragraph(words)] },
    state: 'due',
    attempts: 0,
  });
}
