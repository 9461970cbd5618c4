import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import { ConfigError } from '../../errors.ts';
import { faultOf } from './fault.ts';
import { bareToken, type DiscordSettings } from './settings.ts';

/** Milliseconds in which Discord has to let us in. */
const longest = 25_000;

/**
 * Logs in and waits until Discord has accepted us.
 * @returns what kept us out and may be over in a while; undefined once we are in, or where the signal ended it
 * @throws ConfigError with one line when Discord refuses us
 */
export async function login(
  client: Client,
  settings: DiscordSettings,
  stop: AbortSignal,
): Promise<string | undefined> {
  const done = new AbortController();
  const ended = AbortSignal.any([stop, done.signal]);
  const closed = closing(client, done.signal);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const patience = settings.patience ?? longest;
  const late = sleep(patience, `no answer within ${patience / 1000} s`, { signal: ended }).catch(
    () => undefined,
  );
  try {
    const entry = Promise.all([client.login(bareToken(settings.token)), ready]).then(() => undefined);
    // Where it is over before, nobody waits for it any more.
    entry.catch(() => undefined);
    return await Promise.race([entry, closed, late]);
  } catch (thrown) {
    if (thrown instanceof ConfigError) throw thrown;
    return passing(thrown);
  } finally {
    done.abort();
  }
}

/** Close codes after which the library gives up. Source: docs.discord.com/developers/topics/opcodes-and-status-codes */
const closings: Readonly<Record<number, string>> = {
  4004: 'Discord refused DISCORD_TOKEN; copy the bot token from the Discord developer portal (Bot, Reset Token).',
  4010: 'Discord refused the shard; start the bot again.',
  4011: 'The bot is in too many servers for one connection; Dateline does not shard.',
  4013: 'Discord refused the intents; update Dateline.',
  4014: 'Discord refused the intents that belong to DISCORD_TOKEN; the application needs the Guilds intent only, check it in the developer portal.',
};

/** Settles when the gateway closes for good. */
function closing(client: Client, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onClose = ({ code }: { code: number }): void => {
      const refused = closings[code];
      if (refused === undefined) resolve(`closed with ${code}`);
      else reject(new ConfigError([refused]));
    };
    client.on(Events.ShardDisconnect, onClose);
    signal.addEventListener('abort', () => client.off(Events.ShardDisconnect, onClose));
  });
}

/** A few words for what may be over in a while. @throws ConfigError for what will not */
function passing(thrown: unknown): string {
  const fault = faultOf(thrown);
  if (fault.code === 'TokenInvalid' || fault.status === 401 || /authentication failed/i.test(fault.message)) {
    throw new ConfigError([closings[4004] ?? '']);
  }
  if (/disallowed intents/i.test(fault.message)) throw new ConfigError([closings[4014] ?? '']);
  return String(fault.status ?? fault.code ?? fault.message);
}
