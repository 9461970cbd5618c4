import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { type BotParts, createComplete, createDispatch, createForm, createRun } from '../bot.ts';
import { type EditionLink, editionLinks, signedId } from '../briefing/edition-link.ts';
import { editionPage } from '../briefing/edition-page.ts';
import { createInk } from '../briefing/ink-document.ts';
import { openStudio } from '../briefing/open-studio.ts';
import type { BotStatus, Dispatch } from '../command.ts';
import type { Settings } from '../config.ts';
import { importData } from '../import-data.ts';
import { allowedPairs } from '../ingest/fetch/allowed-pairs.ts';
import type { Gatherer } from '../ingest/gather.ts';
import { lazyGatherer } from '../ingest/lazy-gatherer.ts';
import type { Origin } from '../invocation.ts';
import { createModel } from '../model/chat-completions.ts';
import { consoleWorkspace } from '../platforms/console/channels.ts';
import type { Ink } from '../platforms/inking-adapter.ts';
import type { Desk } from '../platforms/platform.ts';
import { createLimiter } from '../rate.ts';
import { openStore } from '../store/open-store.ts';
import type { ImportResult, Store } from '../store/ports.ts';

/** The bot without any platform: its store, filled, and the desk over it. */
export interface OpenDesk extends AsyncDisposable {
  readonly desk: Desk;
  /** Runs a command and rejects where it fails: a ReaderError is the reader's mistake. */
  readonly run: Dispatch;
  readonly store: Store;
  /** Fetches and reads articles and feeds. */
  readonly gather: Gatherer;
  /** Draws and sets what a frozen document holds as data. */
  readonly ink: Ink;
  readonly editionLink: EditionLink;
  /** The page of an edition, for whoever holds the signed link to it. */
  readonly editionPage: (key: string) => Promise<string | undefined>;
  /** What the import changed; undefined when the data files were the same. */
  readonly imported: ImportResult | undefined;
}

/** What the edge decides. */
export interface DeskParts {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly clock: () => Temporal.Instant;
  readonly status: (store: Store) => Promise<BotStatus>;
  readonly log: BotParts['log'];
  /** Commands that one reader may give in a minute; no limit when left out. */
  readonly perMinute?: number;
}

/** Milliseconds for fetching an article that a reader waits for: less than a command may take. */
const fetchWithin = 8_000;

/** The folder of article data that ships with the program. */
export const shippedData = join(import.meta.dirname, '..', '..', 'data');

/**
 * Opens the store, imports the article data and puts the desk over it.
 * @throws ConfigError when the database cannot be opened or the data is broken
 */
export async function openDesk(parts: DeskParts): Promise<OpenDesk> {
  const store = await openStore(parts.databaseUrl, {
    onLost: (err) => parts.log.error({ err }, 'a database connection was lost; another is made'),
  });
  const gather = lazyGatherer(async () =>
    (await import('../ingest/gather.ts')).createGatherer(allowedPairs(parts.settings.FETCH_ALLOW), {
      within: fetchWithin,
    }),
  );
  const studio = openStudio();
  const onFault = (err: unknown): void => parts.log.error({ err }, 'a picture or a file could not be made');
  const ink = createInk({ ...studio, editions: store.editions, onFault });
  const close = async (): Promise<void> => {
    await studio[Symbol.asyncDispose]();
    await gather[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
  };
  try {
    const imported = await importData(parts.settings.DATA_DIR ?? shippedData, store);
    const secret = await store.editions.secret(randomBytes(32).toString('hex'));
    const editionLink = editionLinks(parts.settings.PUBLIC_URL, secret);
    const bot: BotParts = {
      commands,
      clock: parts.clock,
      zone: parts.settings.DEFAULT_ZONE,
      resources: {
        knowledge: store.knowledge,
        schedules: store.schedules,
        deliveries: store.deliveries,
        errands: store.errands,
        receipts: store.receipts,
        feedback: store.feedback,
        articles: { store: store.desk, feeds: store.feeds, gather },
        status: () => parts.status(store),
        ...modelOf(parts),
        pictures: studio.pictures,
        press: studio.press,
        ink,
        editions: store.editions,
        editionLink,
      },
      log: parts.log,
      ...(parts.perMinute === undefined ? {} : { limiter: createLimiter(parts.perMinute) }),
    };
    const desk = {
      commands,
      dispatch: createDispatch(bot),
      complete: createComplete(bot),
      form: createForm(bot),
    };
    return {
      desk,
      run: createRun(bot),
      store,
      imported,
      gather,
      ink,
      editionLink,
      editionPage: (key) => editionPage(signedId(key, secret), store, studio),
      [Symbol.asyncDispose]: close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** The language model, where one is set. */
function modelOf({ settings, log }: DeskParts): Pick<BotParts['resources'], 'model'> {
  const { MODEL_URL: url, MODEL_KEY: key, MODEL_NAME: name } = settings;
  if (url === undefined || name === undefined) return {};
  return { model: createModel({ url, name, ...(key === undefined ? {} : { key }) }, log) };
}

/** The command line speaks as the one reader of the browser console, in its first channel. */
export const operator: Origin = {
  platform: 'console',
  workspace: consoleWorkspace,
  channel: 'general',
  reader: { id: 'console', name: 'Operator' },
  permissions: new Set(['manage-digests']),
};
