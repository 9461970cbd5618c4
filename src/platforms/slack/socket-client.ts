import { SocketModeReceiver } from '@slack/bolt';
import { createLogger } from './logger.ts';
import type { SlackLog, SlackSettings } from './parts.ts';
import { onceOptions } from './web.ts';
import { within } from './work.ts';

export type SocketClient = SocketModeReceiver['client'];

/** Milliseconds from the request for an address until Slack says hello. */
const helloPatience = 25_000;

/**
 * Bolt's receiver without the library's reconnection (socket-mode 3.1), which leaves its promises to nobody: a refused
 * token, or stopping while it waits for hello, would end the process, and each planned change of connection takes 5 s.
 * Its client options are an object of its own, since the library writes into it.
 * @param stop ends the request for an address when the adapter closes
 */
export function createSocketReceiver(
  settings: SlackSettings & { readonly appToken: string },
  log: SlackLog,
  stop: AbortSignal,
): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger: createLogger(log),
    installerOptions: {
      clientOptions: {
        ...onceOptions(settings, log),
        fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.any([stop, ...signalsOf(init)]) }),
      },
    },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'Slack: an event could not be handled');
      return false;
    },
  });
  guardMessages(receiver.client, log);
  return receiver;
}

const signalsOf = (init: RequestInit | undefined): readonly AbortSignal[] =>
  init?.signal ? [init.signal] : [];

/** The library reads messages in an async listener: one that it cannot read would be an unhandled rejection. */
function guardMessages(client: SocketClient, log: SlackLog): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const listen of listeners) {
      Promise.try(listen as (...args: unknown[]) => unknown, ...message).catch((err: unknown) =>
        log.warn({ err }, 'Slack: a message on the socket could not be read'),
      );
    }
  });
}

/**
 * One connection from its beginning to its end.
 * @param onHello called when Slack takes us
 * @throws where it does not come about
 */
export async function runSocket(client: SocketClient, onHello: () => void): Promise<void> {
  const ended = Promise.withResolvers<void>();
  client.once('disconnected', ended.resolve);
  const late = setTimeout(() => void disconnect(client), helloPatience);
  try {
    await client.start().catch((fault: unknown) => {
      throw fault ?? new Error('the socket closed before Slack said hello');
    });
    clearTimeout(late);
    onHello();
    await ended.promise;
  } finally {
    clearTimeout(late);
    client.off('disconnected', ended.resolve);
  }
}

/** Says goodbye, and where the other end does not answer that in 2 s, hangs up. Never rejects. */
export async function disconnect(client: SocketClient): Promise<void> {
  const gone = Promise.resolve(client.disconnect());
  await within(gone, 2_000);
  await within(Promise.resolve(client.disconnect()), 500);
}
