import type { Selectable } from 'kysely';
import type { Feed, FeedStore } from './desk-ports.ts';
import { doerColumns } from './desk-rows.ts';
import type { FeedTable } from './desk-schema.ts';
import type { Engine } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import { instantColumn, readInstant } from './instants.ts';

/** Keys of one entry are cut to this: some feeds put whole texts into their guid. */
const longestKey = 500;

/** The feeds that workspaces follow, and what of them was seen. */
export const createFeeds = (engine: Engine): FeedStore => ({
  async add(feed) {
    const added = await engine.db
      .insertInto('feed')
      .values(feedRow(feed))
      .onConflict((conflict) => conflict.columns(['workspace', 'url']).doNothing())
      .returning('number')
      .executeTakeFirst();
    return added !== undefined;
  },
  async list({ platform, workspace } = {}) {
    let query = engine.db.selectFrom('feed').selectAll().orderBy('number');
    if (platform !== undefined) query = query.where('platform', '=', platform);
    if (workspace !== undefined) query = query.where('workspace', '=', workspace);
    return (await query.execute()).map(readFeed);
  },
  async setState(id, state, nextPoll) {
    await engine.db
      .updateTable('feed')
      .set({ state, trouble: null, failures: 0, next_poll: instantColumn(nextPoll) })
      .where('id', '=', id)
      .execute();
  },
  async remove(id) {
    await engine.db.deleteFrom('feed').where('id', '=', id).execute();
  },
  take: (now, leaseUntil) => takeFeed(engine, now, leaseUntil),
  async settle(id, outcome) {
    await engine.db
      .updateTable('feed')
      .set({
        next_poll: instantColumn(outcome.nextPoll),
        last_poll: instantColumn(outcome.lastPoll),
        failures: outcome.failures,
        ...(outcome.etag === undefined ? {} : { etag: outcome.etag }),
        ...(outcome.modified === undefined ? {} : { modified: outcome.modified }),
        ...(outcome.title === undefined ? {} : { title: outcome.title }),
        ...(outcome.trouble === undefined ? {} : { trouble: outcome.trouble, state: 'paused' as const }),
      })
      .where('id', '=', id)
      // Somebody may have paused it meanwhile: then only that stays.
      .where('state', '=', 'active')
      .execute();
  },
  async unseen(id, keys) {
    const cut = [...new Set(keys.map(cutKey))];
    const seen = new Set<string>();
    for (const chunk of inChunks(cut, 200)) {
      const rows = await engine.db
        .selectFrom('feed_item as i')
        .innerJoin('feed as f', 'f.number', 'i.feed')
        .select('i.key')
        .where('f.id', '=', id)
        .where('i.key', 'in', chunk)
        .execute();
      for (const { key } of rows) seen.add(key);
    }
    return [...new Set(keys)].filter((key) => !seen.has(cutKey(key)));
  },
  async see(id, keys) {
    const feed = await engine.db.selectFrom('feed').select('number').where('id', '=', id).executeTakeFirst();
    if (feed === undefined) return;
    for (const chunk of inChunks([...new Set(keys.map(cutKey))], 200)) {
      await engine.db
        .insertInto('feed_item')
        .values(chunk.map((key) => ({ feed: feed.number, key })))
        .onConflict((conflict) => conflict.columns(['feed', 'key']).doNothing())
        .execute();
    }
  },
});

const cutKey = (key: string): string => key.slice(0, longestKey).toWellFormed();

/** The lease is the next poll itself: whoever takes the feed puts it off, and a crash only delays it. */
async function takeFeed(engine: Engine, now: string, leaseUntil: string): Promise<Feed | undefined> {
  for (;;) {
    const due = await engine.db
      .selectFrom('feed')
      .selectAll()
      .where('state', '=', 'active')
      .where('next_poll', '<=', instantColumn(now))
      .orderBy('next_poll')
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (due === undefined) return undefined;
    const { numUpdatedRows } = await engine.db
      .updateTable('feed')
      .set({ next_poll: instantColumn(leaseUntil) })
      .where('number', '=', due.number)
      .where('next_poll', '=', due.next_poll)
      .where('state', '=', 'active')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 1n) return readFeed(due);
  }
}

const feedRow = (feed: Feed) => ({
  id: feed.id,
  platform: feed.platform,
  workspace: feed.workspace,
  channel: feed.channel,
  url: feed.url,
  title: feed.title,
  state: feed.state,
  trouble: feed.trouble ?? null,
  ...doerColumns(feed.by),
  at: instantColumn(feed.at),
  next_poll: instantColumn(feed.nextPoll),
  last_poll: feed.lastPoll === undefined ? null : instantColumn(feed.lastPoll),
  etag: feed.etag ?? null,
  modified: feed.modified ?? null,
  failures: feed.failures,
});

const readFeed = (row: Selectable<FeedTable>): Feed => ({
  id: row.id,
  platform: row.platform,
  workspace: row.workspace,
  channel: row.channel,
  url: row.url,
  title: row.title,
  state: row.state,
  ...(row.trouble === null ? {} : { trouble: row.trouble }),
  by: { id: row.by_id, name: row.by_name },
  at: readInstant(row.at),
  nextPoll: readInstant(row.next_poll),
  ...(row.last_poll === null ? {} : { lastPoll: readInstant(row.last_poll) }),
  ...(row.etag === null ? {} : { etag: row.etag }),
  ...(row.modified === null ? {} : { modified: row.modified }),
  failures: row.failures,
});
