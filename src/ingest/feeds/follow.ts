import type { Choice, Context } from '../../command.ts';
import { link, notice, paragraph, quiet, text } from '../../document/build.ts';
import type { Document, ListItem } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import { buttons } from '../../lookup/buttons.ts';
import { shorten } from '../../options.ts';
import { shortId } from '../../short-id.ts';
import type { Feed } from '../../store/desk-ports.ts';
import { dateWords } from '../../text/date-words.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { usualMinutes } from './next-poll.ts';

/** Feeds that one workspace may follow. */
const mostFeeds = 50;

/** Follows a feed, once it has been read. @throws ReaderError with why not */
export async function follow(address: string, context: Context): Promise<Document> {
  const { feeds, gather } = articlesOf(context);
  const { origin, now } = context;
  const url = address.trim().replace(/^<|>$/g, '');
  const own = await ownFeeds(context);
  if (own.length >= mostFeeds)
    throw new ReaderError(`There are ${mostFeeds} feeds here already; /feed remove makes room for another.`);
  const answer = await gather.feed(url, {}, context.signal);
  if (answer.state !== 'read')
    throw new ReaderError('The site does not send that feed now; look at its address again.');
  const at = now.toInstant().toString();
  const feed: Feed = {
    id: `f${shortId(origin.workspace, url).slice(-5)}`,
    platform: origin.platform,
    workspace: origin.workspace,
    channel: origin.channel,
    url,
    title: answer.feed.title ?? new URL(url).hostname,
    state: 'active',
    by: origin.reader,
    at,
    nextPoll: at,
    failures: 0,
  };
  if (!(await feeds.add(feed)))
    throw new ReaderError('That feed is followed here already; /feed list shows it.');
  return said(
    `${feed.title} is followed as ${feed.id}; ${entriesNow(answer.feed.items.length)} looked at now, and new ones every ${usualMinutes} minutes.`,
    [feed],
  );
}

const entriesNow = (count: number): string => (count === 1 ? 'its one entry is' : `its ${count} entries are`);

export async function listFeeds(context: Context): Promise<Document> {
  const own = await ownFeeds(context);
  if (own.length === 0)
    return notice('No feed is followed here; /feed add and its address follows one.', 'nothing');
  return {
    ...notice(''),
    title: 'Feeds',
    blocks: [
      { type: 'list', items: own.map((feed) => feedItem(feed, context)) },
      ...actionsFor(own.slice(0, 2)),
    ],
  };
}

export async function setFeedState(id: string, state: Feed['state'], context: Context): Promise<Document> {
  const feed = await find(id, context);
  await articlesOf(context).feeds.setState(feed.id, state, context.now.toInstant().toString());
  const { trouble: _, ...rest } = feed;
  const words =
    state === 'paused' ? 'is paused; nothing more is fetched until it is resumed' : 'is followed again';
  return said(`${feed.title} ${words}.`, [{ ...rest, state }]);
}

export async function unfollow(id: string, context: Context): Promise<Document> {
  const feed = await find(id, context);
  await articlesOf(context).feeds.remove(feed.id);
  return said(`${feed.title} is followed no more; its articles stay.`, []);
}

export async function completeFeeds(typed: string, context: Context): Promise<readonly Choice[]> {
  if (context.articles === undefined) return [];
  const wanted = typed.trim().toLowerCase();
  return (await ownFeeds(context))
    .filter((feed) => `${feed.id} ${feed.title}`.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map((feed) => ({ name: shorten(`${feed.id} · ${feed.title}`, 100), value: feed.id }));
}

/** The feeds of the reader's own workspace, and of no other. */
const ownFeeds = (context: Context): Promise<readonly Feed[]> =>
  articlesOf(context).feeds.list({ platform: context.origin.platform, workspace: context.origin.workspace });

async function find(id: string, context: Context): Promise<Feed> {
  const wanted = id.trim().toLowerCase();
  const found = (await ownFeeds(context)).find((feed) => feed.id === wanted);
  if (found !== undefined) return found;
  throw new ReaderError(`There is no feed “${shorten(id, 20)}” here; /feed list shows those there are.`);
}

function feedItem(feed: Feed, { now }: Context): ListItem {
  const last = feed.lastPoll === undefined ? 'not read yet' : `read ${momentWords(feed.lastPoll, now)}`;
  const trouble = feed.trouble === undefined ? '' : `: ${feed.trouble}`;
  const failed = feed.failures === 0 ? '' : ` · ${feed.failures} tries failed`;
  return {
    spans: [
      text(feed.id, 'code'),
      text(' · '),
      link(feed.title, feed.url),
      text(` · ${feed.state}${trouble}`),
    ],
    detail: [text(`${last}${failed} · added by ${feed.by.name}`)],
  };
}

function momentWords(at: string, now: Temporal.ZonedDateTime): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(now.timeZoneId);
  return `${dateWords(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

const said = (sentence: string, feeds: readonly Feed[]): Document => ({
  ...notice(''),
  blocks: [paragraph(sentence), ...feeds.map((feed) => quiet(feed.url)), ...actionsFor(feeds)],
});

function actionsFor(feeds: readonly Feed[]): ReturnType<typeof buttons> {
  const act = (label: string, subcommand: string, id: string) => ({
    label: feeds.length > 1 ? `${label} ${id}` : label,
    invocation: { command: 'feed', subcommand, options: { id } },
  });
  return buttons(
    ...feeds.flatMap(({ id, state }) => [
      state === 'active' ? act('Pause', 'pause', id) : act('Resume', 'resume', id),
      act('Remove', 'remove', id),
    ]),
  );
}
