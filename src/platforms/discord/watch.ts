import { type Client, Events } from 'discord.js';
import { faultOf } from './fault.ts';
import type { Log } from './settings.ts';

/** Logs what happens to the connection. A client without a listener for `error` would end the process. */
export function watch(client: Client, log: Log): void {
  client.on(Events.Error, (thrown) => log.error({ fault: faultOf(thrown) }, 'Discord client error'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'Discord client warning'));
  client.on(Events.ShardError, (thrown) => log.warn({ fault: faultOf(thrown) }, 'Discord connection error'));
  client.on(Events.ShardReconnecting, () => log.warn({}, 'the connection to Discord is gone; reconnecting'));
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'the connection to Discord is back'));
  client.on(Events.ShardReady, () => log.info({}, 'Discord is ready'));
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error({ code }, 'Discord closed the connection for good'),
  );
  client.on(Events.Invalidated, () => log.error({}, 'Discord ended the session; start the bot again'));
}
