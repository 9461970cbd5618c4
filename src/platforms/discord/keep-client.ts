import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Status } from 'discord.js';
import { ConfigError } from '../../errors.ts';
import { login } from './login.ts';
import type { DiscordSettings, Log } from './settings.ts';
import { watch } from './watch.ts';

/** Milliseconds before another try: ever longer, since Discord takes 1,000 logins a day. */
const firstPause = 2_000;
const longestPause = 120_000;
/** Between tries with a token that Discord refuses: an incident on its side may end. */
const refusedPause = 300_000;
/** Milliseconds for which the library may seek its connection again by itself; then it is begun anew. */
const patience = 90_000;
/** Milliseconds that the gateway is given for its farewell. */
const farewell = 3_000;

/** A login that is kept up: what the library gives up, and what it waits for in vain, is begun anew. */
export interface KeptClient {
  /**
   * Resolves once Discord has let us in, or could not be reached and is tried again from then on.
   * @throws ConfigError where Discord refuses us
   */
  open(): Promise<void>;
  /** Undefined while there is none that Discord has let in. */
  client(): Client | undefined;
  /** Our own id, once it was told. */
  me(): string | undefined;
  state(): string;
  /** Never rejects. */
  close(): Promise<void>;
}

/** What its owner does with each new client. */
export interface ClientUses {
  /** Before it logs in. */
  readonly prepare: (client: Client) => void;
  /** Once it is in; never rejects. */
  readonly entered: (client: Client) => Promise<void>;
}

export function keepClient(settings: DiscordSettings, log: Log, uses: ClientUses): KeptClient {
  const stop = new AbortController();
  const first = Promise.withResolvers<void>();
  let client: Client | undefined;
  let me: string | undefined;
  let trouble: string | undefined;
  let running: Promise<void> = Promise.resolve();

  async function keep(): Promise<void> {
    for (let failures = 0; !stop.signal.aborted; failures += 1) {
      const opened = createClient(settings);
      try {
        watch(opened, log);
        uses.prepare(opened);
        trouble = await login(opened, settings, stop.signal);
        if (trouble === undefined && !stop.signal.aborted) {
          failures = 0;
          await stay(opened);
        } else if (trouble !== undefined) {
          log.warn({ fault: trouble, failures }, 'Discord cannot be reached; trying again');
        }
        first.resolve();
        await pause(Math.min(longestPause, firstPause * 2 ** failures));
      } catch (refused) {
        first.reject(refused);
        trouble = refused instanceof ConfigError ? refused.faults[0] : String(refused);
        log.error({ fault: trouble }, 'Discord refuses the bot');
        await pause(refusedPause);
      } finally {
        client = undefined;
        await leave(opened);
      }
    }
  }

  async function stay(opened: Client): Promise<void> {
    client = opened;
    me = opened.user?.id;
    await uses.entered(opened);
    first.resolve();
    await lost(opened, stop.signal);
    if (stop.signal.aborted) return;
    trouble = 'connection lost';
    log.warn({}, 'the connection to Discord is begun anew');
  }

  const pause = (milliseconds: number): Promise<void> =>
    sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);

  return {
    async open() {
      running = keep();
      await first.promise.catch((refused: unknown) => {
        stop.abort();
        throw refused;
      });
    },
    client: () => client,
    me: () => me,
    state: () =>
      client === undefined
        ? trouble === undefined || stop.signal.aborted
          ? 'closed'
          : `not reached (${trouble}); trying again`
        : stateOf(client),
    async close() {
      stop.abort();
      first.resolve();
      await running;
    },
  };
}

/** The Guilds intent alone: it brings the channels and our permissions in them; interactions need none. */
const createClient = (settings: DiscordSettings): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Servers that are out for the moment are not waited for.
    waitGuildTimeout: 3_000,
    ...(settings.apiUrl === undefined ? {} : { rest: { api: settings.apiUrl.replace(/\/+$/, '') } }),
  });

/** Resolves when the library has given a connection up or sought it in vain for too long, or on the signal. */
async function lost(client: Client, stop: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  client.once(Events.ShardDisconnect, () => resolve());
  client.once(Events.Invalidated, () => resolve());
  stop.addEventListener('abort', () => resolve(), { once: true });
  if (stop.aborted) resolve();
  let since = performance.now();
  const look = setInterval(() => {
    if (isReady(client)) since = performance.now();
    else if (performance.now() - since > patience) resolve();
  }, patience / 9);
  await promise;
  clearInterval(look);
}

async function leave(client: Client): Promise<void> {
  const left = client.destroy().catch(() => undefined);
  await Promise.race([left, sleep(farewell, undefined, { ref: false })]);
}

const isReady = (client: Client): boolean =>
  client.ws.status === Status.Ready && client.ws.shards.every((shard) => shard.status === Status.Ready);

function stateOf(client: Client): string {
  if (!isReady(client)) return 'connecting';
  const servers = client.guilds.cache.size;
  return `connected as ${client.user?.username ?? 'a bot'}, ${servers} ${servers === 1 ? 'server' : 'servers'}`;
}
