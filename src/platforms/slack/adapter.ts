import { ConfigError } from '../../errors.ts';
import { createGoAhead } from '../go-ahead.ts';
import type { Desk, Manners, PlatformAdapter } from '../platform.ts';
import { createApp } from './app.ts';
import { createChanges } from './changes.ts';
import type { Connection } from './connection.ts';
import { botTokenError, faultWords, readFault, refusalOf } from './faults.ts';
import { findEdition } from './find.ts';
import { createHttpConnection } from './http-connection.ts';
import { withNaming } from './named-adapter.ts';
import type { Identity, SlackLog, SlackParts, SlackSettings } from './parts.ts';
import { createPeople } from './people.ts';
import { type Poster, postEdition } from './post.ts';
import { createSocketConnection } from './socket-connection.ts';
import { createWeb, identify, onceOptions, readOptions } from './web.ts';
import { createWork, pause, within } from './work.ts';

/**
 * One message a second in a channel. The limit of the workspace is not told, so a fast pace is held until Slack asks for a
 * slower one. Each method is counted apart. Nothing makes a repeated message harmless.
 * Source: docs.slack.dev/apis/web-api/rate-limits
 */
const manners: Manners = {
  everyCall: 1000 / 39,
  everyMessage: 1_050,
  everyOther: 50,
  slowest: 50,
  tokenOf: 'workspace',
  again: 'doubles',
};

/** Milliseconds that a post may take where nobody says. */
const longestPost = 15_000;

/** Milliseconds between tries while Slack cannot be reached at the start. */
const retryPause = 10_000;

/**
 * Creates the adapter; nothing is opened before `connect`. That rejects for a wrong setting only: where Slack cannot be
 * reached it resolves, and the adapter goes on trying by itself.
 */
export const createSlackAdapter = (settings: SlackSettings, parts: SlackParts): PlatformAdapter =>
  withNaming(createAdapter(settings, parts), settings.prefix);

function createAdapter(settings: SlackSettings, parts: SlackParts): PlatformAdapter {
  const { log, clock } = parts;
  const web = createWeb(settings, onceOptions(settings, log));
  const reader = createWeb(settings, readOptions(settings, log));
  const people = createPeople(web, clock, log);
  const work = createWork(log);
  const goAhead = createGoAhead(clock);
  const poster: Poster = { web, clock, later: (task) => void work.run('attaching files', task) };
  const stop = new AbortController();
  let me: Identity | undefined;
  let connection: Connection | undefined;
  let trouble: string | undefined = 'not connected';
  let trying: Promise<void> = Promise.resolve();

  /** True when connected; false where Slack cannot be reached. @throws ConfigError for a wrong setting */
  async function reach(opened: Connection): Promise<boolean> {
    try {
      me = await identify(web);
    } catch (thrown) {
      const fault = readFault(thrown);
      const refused = refusalOf(fault);
      if (refused !== undefined) throw botTokenError(refused);
      trouble = `not reached (${faultWords(fault)}); trying again`;
      log.warn({ fault: faultWords(fault) }, 'Slack cannot be reached; trying again');
      return false;
    }
    if (stop.signal.aborted) return false;
    await opened.open();
    trouble = undefined;
    return true;
  }

  async function keepTrying(opened: Connection): Promise<void> {
    try {
      while (!stop.signal.aborted) {
        await pause(retryPause, stop.signal);
        if (stop.signal.aborted || (await reach(opened))) return;
      }
    } catch (err) {
      trouble = `not connected: ${err instanceof ConfigError ? err.faults[0] : 'see the log'}`;
      log.error({ err }, 'Slack stays unconnected');
    }
  }

  return {
    name: 'slack',
    async connect(desk: Desk) {
      const opened = createConnection(settings, log);
      connection = opened;
      const { prefix, managers } = settings;
      createApp(opened.receiver, settings, {
        ...parts,
        prefix,
        managers,
        desk,
        web,
        people,
        work,
        me: () => me,
      });
      if (!(await reach(opened))) trying = keepTrying(opened);
    },
    post: (place, document, marker, options) => {
      const more = options?.mention === undefined ? {} : { mention: options.mention };
      return goAhead(options?.within ?? longestPost, () =>
        postEdition(poster, place, document, marker, more),
      );
    },
    find: (place, marker, since) => findEdition(reader, me, place, marker, since, clock),
    manners,
    changes: createChanges(poster, reader, () => me),
    state: () => trouble ?? connection?.state() ?? 'not connected',
    async [Symbol.asyncDispose]() {
      stop.abort();
      await within(Promise.all([connection?.close(), trying]), 7_000);
      await work.settled(2_500);
      trouble = 'closed';
    },
  };
}

function createConnection(settings: SlackSettings, log: SlackLog) {
  const { appToken } = settings;
  return appToken === undefined
    ? createHttpConnection(settings, log)
    : createSocketConnection({ ...settings, appToken }, log);
}
