import { REST } from 'discord.js';
import { bareToken, type DiscordSettings } from './settings.ts';

/** Milliseconds for one call. */
const timeout = 15_000;

/**
 * A REST client that makes each call once: the library would send a message again after a lost answer.
 * @param waits whether it waits out rate limits; otherwise such a call fails with how long to wait
 */
export function createRest(settings: DiscordSettings, waits: boolean): REST {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout,
    ...(waits ? {} : { rejectOnRateLimit: () => true }),
    ...(settings.apiUrl === undefined ? {} : { api: settings.apiUrl.replace(/\/+$/, '') }),
  });
  return rest.setToken(bareToken(settings.token));
}

/** Ends the timers of a client. */
export function closeRest(rest: REST): void {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}
