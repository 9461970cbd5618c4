import { randomUUID } from 'node:crypto';
import { libraryOf } from '../answer/fetch.ts';
import type { BotStatus } from '../command.ts';
import { readSettings, type Settings } from '../config.ts';
import { lastTick } from '../digest/claim-due.ts';
import { startTicker } from '../digest/ticker.ts';
import { ReaderError } from '../errors.ts';
import { watchFeeds } from '../ingest/feeds/watch-feeds.ts';
import type { PlatformAdapter } from '../platforms/platform.ts';
import type { Store } from '../store/ports.ts';
import { aborted } from './aborted.ts';
import type { Arguments } from './arguments.ts';
import { connectPlatforms } from './connect.ts';
import type { Edges } from './edges.ts';
import { createLog, type Log } from './log.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { rulesOf } from './rules.ts';
import { version } from './version.ts';

/** Commands that one reader may give in a minute, over all channels. */
const perMinute = 60;

/** `start`: runs the bot on every platform that has its settings until it is asked to stop. */
export async function runStart(args: Arguments, edges: Edges): Promise<number> {
  refuseWords(args);
  const settings = readSettings(edges.environment);
  const log = createLog(settings, edges);
  edges.onLeftOver?.((err) => log.error({ err }, 'a call failed that nobody waited for; the bot goes on'));
  const started = edges.clock();
  const connected = new Map<string, PlatformAdapter>();
  const status = (store: Store): Promise<BotStatus> => statusOf(store, started, connected);
  await using desk = await openDesk({
    settings,
    databaseUrl: args.db ?? settings.DATABASE_URL,
    clock: edges.clock,
    status,
    log,
    perMinute,
  });
  edges.print(await greeting(desk));
  await using _platforms = await connectPlatforms({ settings, desk, log, edges, started, connected });
  if (edges.stop.aborted) return 0;
  // Each platform has said why it refused us.
  if (connected.size === 0) return 2;
  // Now, and not with the first question: indexing takes most of a second.
  await libraryOf(desk.store.knowledge, '');
  await using _ticker = startTicker(tickParts(settings, desk, connected, log), Number(settings.TICK_SECONDS));
  await using _feeds = watchFeeds(pollParts(desk, log), Number(settings.TICK_SECONDS));
  await aborted(edges.stop);
  log.info({}, 'stopping');
  return 0;
}

/** @throws ReaderError for anything that `start` does not know: a setting is no flag */
function refuseWords(args: Arguments): void {
  const [word] = args.rest;
  if (word === undefined) return;
  throw new ReaderError(`start knows no “${word}”; settings stand in .env or the environment.`);
}

const tickParts = (
  settings: Settings,
  { store, ink, editionLink }: OpenDesk,
  platforms: ReadonlyMap<string, PlatformAdapter>,
  log: Log,
): Parameters<typeof startTicker>[0] => ({
  schedules: store.schedules,
  deliveries: store.deliveries,
  knowledge: store.knowledge,
  marks: store.marks,
  platforms,
  owner: randomUUID(),
  budgets: store.budgets,
  errands: store.errands,
  ink,
  editions: store.editions,
  editionLink,
  rules: rulesOf(settings),
  sharedClock: store.clock,
  log,
});

const pollParts = ({ store, gather }: OpenDesk, log: Log): Parameters<typeof watchFeeds>[0] => ({
  feeds: store.feeds,
  articles: store.desk,
  knowledge: store.knowledge,
  errands: store.errands,
  gather,
  sharedClock: store.clock,
  log,
});

async function greeting({ store }: OpenDesk): Promise<string> {
  const { events, articles, entities, from, until } = await store.knowledge.counts('');
  return `Dateline ${version}: ${events} events, ${articles} articles, ${entities} names, ${from.slice(0, 4)}–${until.slice(0, 4)}.`;
}

async function statusOf(
  store: Store,
  started: Temporal.Instant,
  connected: ReadonlyMap<string, PlatformAdapter>,
): Promise<BotStatus> {
  const tick = await lastTick(store.marks);
  return {
    version,
    started,
    platforms: [...connected.values()].map((adapter) => ({ name: adapter.name, state: adapter.state() })),
    ...(tick === undefined ? {} : { lastTick: tick }),
  };
}
