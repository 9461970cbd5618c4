import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { ConfigError } from '../../errors.ts';

/** The loopback addresses; the console has no log-in, so it may be reached from nowhere else. */
const loopback: readonly string[] = ['127.0.0.1', '::1'];

/**
 * Serves the routes on a loopback port; 0 takes a free one. Resolves once it listens.
 * @throws ConfigError for any other host, and for a port that is taken or not allowed
 */
export async function listen(app: Hono, port: number, host: string): Promise<Server> {
  if (!loopback.includes(host)) {
    throw new ConfigError([`CONSOLE_HOST is 127.0.0.1 or ::1, not ${host}: the console has no log-in.`]);
  }
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (fault: NodeJS.ErrnoException) => reject(explain(fault, port, host)));
  server.listen(port, host, resolve);
  await promise;
  return server;
}

function explain(fault: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (fault.code) {
    case 'EADDRINUSE':
      return new ConfigError([
        `Port ${port} is in use: set CONSOLE_PORT to a free one, or stop the other program.`,
      ]);
    case 'EACCES':
      return new ConfigError([
        `Port ${port} is not allowed for this user: set CONSOLE_PORT to one above 1023.`,
      ]);
    case 'EADDRNOTAVAIL':
      return new ConfigError([
        `This machine has no address ${host}: set CONSOLE_HOST to the other loopback address.`,
      ]);
    default:
      return fault;
  }
}

/** The port a server listens on. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Milliseconds that an answer under way is given to finish. */
const patience = 3_000;
/** Milliseconds between looks for connections whose answer has finished: browsers keep theirs open. */
const sweepEvery = 25;

/** Stops listening; answers under way may finish, then what is still open is dropped. */
export async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  const sweep = setInterval(() => server.closeIdleConnections(), sweepEvery);
  const drop = setTimeout(() => server.closeAllConnections(), patience);
  await promise;
  clearInterval(sweep);
  clearTimeout(drop);
}
