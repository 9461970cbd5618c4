import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFileSide, type FileSide } from './file-side.ts';
import { createResponseSide, type ResponseSide } from './response-side.ts';
import { createSocketSide, type SocketSide } from './socket-side.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { createWebSide, type WebSide } from './web-side.ts';

/**
 * Slack on loopback: a third-party stand-in for the Web API, and before it what the stand-in lacks: Socket Mode,
 * `response_url`, uploads, refused tokens, rate limits, broken connections, and a check of everything that is to be shown.
 */
export interface Gate extends AsyncDisposable {
  readonly apiUrl: string;
  readonly web: WebSide;
  readonly socket: SocketSide;
  readonly responses: ResponseSide;
  readonly files: FileSide;
  readonly standIn: StandIn;
  /** What was to be shown and is against Slack's rules; a test that leaves one fails. */
  violations(): readonly string[];
}

export async function startGate(): Promise<Gate> {
  const standIn = await startStandIn();
  let base = '';
  const socket = createSocketSide(() => base);
  const files = createFileSide(() => base);
  const web = createWebSide(standIn, socket.open, files);
  const responses = createResponseSide(() => base);
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const path = request.url ?? '';
    if (path.startsWith('/api/')) return web.handle(request, response, body.toString());
    if (path.startsWith('/upload/')) {
      const status = files.take(path, body);
      return status === undefined ? undefined : void response.writeHead(status).end();
    }
    response.writeHead(path.startsWith('/respond/') ? responses.take(path, body.toString()) : 404).end();
  });
  server.on('upgrade', socket.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    web,
    socket,
    responses,
    files,
    standIn,
    violations: () => [...web.violations, ...responses.violations, ...files.violations],
    async [Symbol.asyncDispose]() {
      await socket.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await standIn.close();
    },
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
