import type { Receiver } from '@slack/bolt';
import type { Connection } from './connection.ts';
import { appTokenError } from './faults.ts';
import { keepSocket } from './keep-socket.ts';
import type { SlackLog, SlackSettings } from './parts.ts';
import { createSocketReceiver, disconnect } from './socket-client.ts';
import { pause, within } from './work.ts';

/** Milliseconds between the first socket and the second: Slack gives about one address a minute (Tier 1). */
const spareAfter = 60_000;

/**
 * Socket Mode over two sockets, kept up until closed. Slack sends each event to one of them, asks for a new one now and
 * then, and may lose what happens while there is none. No fault of the connection leaves this file except a token
 * refused at the start.
 */
export function createSocketConnection(
  settings: SlackSettings & { readonly appToken: string },
  log: SlackLog,
): Connection & { readonly receiver: Receiver } {
  const stop = new AbortController();
  const receivers = [0, 1].map(() => createSocketReceiver(settings, log, stop.signal));
  const sockets = receivers.map((receiver) => keepSocket(receiver, log, stop.signal));
  const [main, spare] = sockets;
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function runSpare(): Promise<void> {
    await pause(settings.spareAfter ?? spareAfter, stop.signal);
    await spare?.run(() => {});
  }

  return {
    receiver: {
      init: (app) => {
        for (const receiver of receivers) receiver.init(app);
      },
      start: async () => {},
      stop: async () => {},
    },
    async open() {
      const first = Promise.withResolvers<void>();
      const settle = (refused?: string): void =>
        refused === undefined ? first.resolve() : first.reject(appTokenError(refused));
      const kept = main?.run(settle);
      running = Promise.all([kept, runSpare()]);
      await first.promise.catch((refused: unknown) => {
        stop.abort();
        throw refused;
      });
    },
    async close() {
      stop.abort();
      await Promise.all(receivers.map(({ client }) => disconnect(client)));
      await within(running, 3_000);
      isClosed = true;
    },
    state() {
      if (isClosed) return 'closed';
      return (sockets.find((socket) => socket.isConnected()) ?? main)?.state() ?? 'not connected';
    },
  };
}
