import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver } from '@slack/bolt';
import { ConfigError } from '../../errors.ts';
import type { Connection } from './connection.ts';
import { guardRequests } from './guard-requests.ts';
import { createLogger } from './logger.ts';
import type { SlackLog, SlackSettings } from './parts.ts';
import { within } from './work.ts';

const eventsPath = '/slack/events';

/** Milliseconds that requests under way are given to finish. */
const patience = 3_000;

/** Signed HTTP: Bolt checks signature, age and size of each request and refuses it with 401 otherwise. */
export function createHttpConnection(
  settings: SlackSettings,
  log: SlackLog,
): Connection & { readonly receiver: HTTPReceiver } {
  if (settings.signingSecret === undefined) {
    throw new ConfigError(['SLACK_SIGNING_SECRET: set it, or SLACK_APP_TOKEN for Socket Mode.']);
  }
  const receiver = new HTTPReceiver({
    signingSecret: settings.signingSecret,
    endpoints: [eventsPath],
    logger: createLogger(log),
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'Slack: a request could not be handled');
      return false;
    },
  });
  receiver.requestListener = guardRequests(receiver.requestListener, eventsPath);
  const port = settings.port ?? 3000;
  const host = settings.host ?? '127.0.0.1';
  let server: Server | undefined;
  return {
    receiver,
    async open() {
      try {
        server = (await receiver.start({ port, host })) as Server;
      } catch (fault) {
        throw explain(fault as NodeJS.ErrnoException, port, host);
      }
      const bound = (server.address() as AddressInfo).port;
      log.info({ host, port: bound }, `Slack: listening for signed requests at ${eventsPath}`);
    },
    async close() {
      const closing = server;
      server = undefined;
      if (closing === undefined) return;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      closing.closeIdleConnections();
      await within(closed, patience);
      closing.closeAllConnections();
      await within(closed, patience);
    },
    state: () => (server ? `listening at ${host}:${(server.address() as AddressInfo).port}` : 'closed'),
  };
}

function explain(fault: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (fault.code) {
    case 'EADDRINUSE':
      return new ConfigError([
        `SLACK_PORT: port ${port} is in use; set SLACK_PORT to a free one, or stop the other program.`,
      ]);
    case 'EACCES':
      return new ConfigError([`SLACK_PORT: port ${port} is not allowed for this user; take one above 1023.`]);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError([`SLACK_HOST: this machine has no address ${host}; 127.0.0.1 always works.`]);
    default:
      return fault;
  }
}
