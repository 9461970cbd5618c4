import type { Settings } from '../config.ts';
import { callLimit } from '../digest/deliver-parts.ts';
import { ConfigError } from '../errors.ts';
import { inkingAdapter } from '../platforms/inking-adapter.ts';
import type { PlatformAdapter } from '../platforms/platform.ts';
import { aborted } from './aborted.ts';
import type { Edges } from './edges.ts';
import type { Log } from './log.ts';
import type { OpenDesk } from './open-desk.ts';
import { rulesOf } from './rules.ts';

/** What connecting needs. */
export interface ConnectParts {
  readonly settings: Settings;
  readonly desk: OpenDesk;
  readonly log: Log;
  readonly edges: Edges;
  readonly started: Temporal.Instant;
  /** Filled with the platforms that accepted us. */
  readonly connected: Map<string, PlatformAdapter>;
}

/**
 * Connects every platform that has its settings, side by side; one that refuses us says so and leaves the others running.
 * Waits no longer than the bot is to run. Disposing closes them all.
 */
export async function connectPlatforms(parts: ConnectParts): Promise<AsyncDisposable> {
  const adapters = await createAdapters(parts);
  const { stop } = parts.edges;
  await Promise.race([Promise.all(adapters.map((adapter) => connect(adapter, parts))), aborted(stop)]);
  return {
    async [Symbol.asyncDispose]() {
      const closing = adapters.map((adapter) => adapter[Symbol.asyncDispose]());
      for (const outcome of await Promise.allSettled(closing)) {
        if (outcome.status === 'rejected')
          parts.log.warn({ err: outcome.reason }, 'a platform did not close well');
      }
    },
  };
}

async function connect(adapter: PlatformAdapter, parts: ConnectParts): Promise<void> {
  try {
    await adapter.connect(parts.desk.desk);
    if (parts.edges.stop.aborted) return;
    parts.connected.set(adapter.name, inkingAdapter(adapter, parts.desk.ink));
    parts.edges.print(`${adapter.name}: ${adapter.state()}`);
  } catch (fault) {
    if (!(fault instanceof ConfigError)) parts.log.error({ err: fault }, `${adapter.name} could not connect`);
    const lines =
      fault instanceof ConfigError
        ? fault.faults
        : [`could not connect (${fault instanceof Error ? fault.message : String(fault)}); see the log`];
    for (const line of lines) parts.edges.complain(`${adapter.name}: ${line}`);
  }
}

/** Libraries are loaded only for the platforms that are used: each costs memory and time at start. */
async function createAdapters(parts: ConnectParts): Promise<readonly PlatformAdapter[]> {
  const made = [await discord(parts), await slack(parts)].filter((adapter) => adapter !== undefined);
  const { CONSOLE } = parts.settings;
  const isConsole = CONSOLE === 'on' || (CONSOLE === 'auto' && made.length === 0);
  return isConsole ? [...made, await browserConsole(parts)] : made;
}

async function discord({ settings, log, edges }: ConnectParts): Promise<PlatformAdapter | undefined> {
  if (settings.DISCORD_TOKEN === undefined) return undefined;
  const { createDiscordAdapter } = await import('../platforms/discord/adapter.ts');
  return createDiscordAdapter(
    {
      token: settings.DISCORD_TOKEN,
      guildIds: list(settings.DISCORD_GUILD_IDS),
      ...(settings.DISCORD_API_URL === undefined ? {} : { apiUrl: settings.DISCORD_API_URL }),
    },
    { log, clock: edges.clock },
  );
}

async function slack({ settings, desk, log, edges }: ConnectParts): Promise<PlatformAdapter | undefined> {
  if (settings.SLACK_BOT_TOKEN === undefined) return undefined;
  const { createSlackAdapter } = await import('../platforms/slack/adapter.ts');
  return createSlackAdapter(
    {
      botToken: settings.SLACK_BOT_TOKEN,
      ...(settings.SLACK_APP_TOKEN === undefined ? {} : { appToken: settings.SLACK_APP_TOKEN }),
      ...(settings.SLACK_SIGNING_SECRET === undefined
        ? {}
        : { signingSecret: settings.SLACK_SIGNING_SECRET }),
      port: Number(settings.SLACK_PORT),
      host: settings.SLACK_HOST,
      prefix: settings.SLACK_COMMAND_PREFIX ?? '',
      managers: list(settings.SLACK_MANAGERS),
      callTimeout: callLimit(rulesOf(settings)),
      ...(settings.SLACK_API_URL === undefined ? {} : { apiUrl: settings.SLACK_API_URL }),
    },
    { log, clock: edges.clock, inbox: desk.store.inbox },
  );
}

async function browserConsole(parts: ConnectParts): Promise<PlatformAdapter> {
  const { createConsoleAdapter } = await import('../platforms/console/adapter.ts');
  const { CONSOLE_PORT, CONSOLE_HOST } = parts.settings;
  return createConsoleAdapter(
    { port: Number(CONSOLE_PORT), host: CONSOLE_HOST },
    {
      log: parts.log,
      clock: parts.edges.clock,
      messages: parts.desk.store.console,
      started: parts.started,
      edition: parts.desk.editionPage,
      ...(parts.settings.PUBLIC_URL === undefined
        ? {}
        : { publicHost: new URL(parts.settings.PUBLIC_URL).host }),
    },
  );
}

const list = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
