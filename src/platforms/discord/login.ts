import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import { ConfigError } from '../../errors.ts';
import { faultOf } from './fault.ts';
import { bareToken, type DiscordSettings } from './settings.ts';

/**
 * Logs in and waits until Discord has accepted us.
 * @throws ConfigError with one line when Discord refuses us or cannot be reached
 */
export async function login(client: Client, settings: DiscordSettings): Promise<void> {
  const done = new AbortController();
  const refused = refusal(client, done.signal);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const patience = settings.patience ?? 30_000;
  const late = sleep(patience, undefined, { signal: done.signal }).then(
    () =>
      Promise.reject(
        new ConfigError([
          `Discord did not let us in within ${patience / 1000} s; check the network and DISCORD_API_URL, then start again.`,
        ]),
      ),
    () => undefined,
  );
  try {
    const entry = Promise.all([client.login(bareToken(settings.token)), ready]);
    await Promise.race([entry, refused, late]);
  } catch (thrown) {
    throw thrown instanceof ConfigError ? thrown : new ConfigError([loginWords(thrown)]);
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

/** Rejects when the gateway closes for good; never resolves. */
function refusal(client: Client, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onClose = ({ code }: { code: number }): void => {
      reject(new ConfigError([closings[code] ?? `Discord closed the connection for good (${code}).`]));
    };
    client.on(Events.ShardDisconnect, onClose);
    signal.addEventListener('abort', () => client.off(Events.ShardDisconnect, onClose));
  });
}

function loginWords(thrown: unknown): string {
  const fault = faultOf(thrown);
  if (fault.code === 'TokenInvalid' || fault.status === 401 || /authentication failed/i.test(fault.message)) {
    return closings[4004] ?? '';
  }
  if (/disallowed intents/i.test(fault.message)) return closings[4014] ?? '';
  const what = fault.status ?? fault.code ?? fault.message;
  return `Discord cannot be reached (${what}); check the network and DISCORD_API_URL, then start again.`;
}
