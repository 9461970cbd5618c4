import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultPlan, PostFault } from './faults.ts';

/** One call as it reached the gate. */
export interface OutsideCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

/** An answer, as it goes to the caller. */
export interface OutsideAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One call that posts, as counted at the platform's side. */
export interface Posting {
  readonly at: number;
  readonly channel: string;
  readonly fault: PostFault | 'refused' | undefined;
}

/** A platform behind a gate that breaks calls by plan. */
export interface GateParts {
  /** The channel that a call posts to; undefined for any other call. */
  readonly postsTo: (call: OutsideCall) => string | undefined;
  /** Carries a call out. */
  readonly answer: (call: OutsideCall) => Promise<OutsideAnswer>;
  /** The platform's way to ask for patience. */
  readonly limited: () => OutsideAnswer;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Milliseconds after which a caller has given up. */
  readonly callerWaits: number;
}

/** The open gate. */
export interface OutsideGate {
  readonly url: string;
  readonly port: number;
  readonly postings: readonly Posting[];
  /** Without a plan nothing breaks. */
  plan: FaultPlan | undefined;
  /** While set, every call is answered so. */
  override: ((call: OutsideCall) => OutsideAnswer | 'reset' | 'silence' | undefined) | undefined;
  /** Milliseconds before any answer. */
  latency: number;
  close(): Promise<void>;
}

const json = { 'content-type': 'application/json' } as const;
const broken: OutsideAnswer = {
  status: 500,
  headers: json,
  body: '{"message":"500: Internal Server Error","code":0}',
};
const page: OutsideAnswer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
};

/** Opens the gate on a free port of 127.0.0.1. */
export async function openGate(parts: GateParts): Promise<OutsideGate> {
  const postings: Posting[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => void take(request, response));
  server.on('upgrade', parts.upgrade);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const gate: OutsideGate = {
    url: '',
    port: 0,
    postings,
    plan: undefined,
    override: undefined,
    latency: 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    const overridden = gate.override?.(call);
    const channel = parts.postsTo(call);
    if (gate.latency > 0) await sleep(gate.latency);
    if (overridden !== undefined) {
      if (channel !== undefined) postings.push({ at: Date.now(), channel, fault: 'refused' });
      if (overridden === 'reset') request.socket.destroy();
      else if (overridden !== 'silence') send(response, overridden);
      return;
    }
    if (channel === undefined) return send(response, gate.plan?.fails() ? broken : await parts.answer(call));
    const fault = gate.plan?.post();
    postings.push({ at: Date.now(), channel, fault });
    await breakOff(fault, call, response);
  }

  async function breakOff(
    fault: PostFault | undefined,
    call: OutsideCall,
    response: ServerResponse,
  ): Promise<void> {
    switch (fault) {
      case undefined:
        return send(response, await parts.answer(call));
      case 'reset, not taken':
        response.socket?.destroy();
        return;
      case 'reset, taken':
        await parts.answer(call);
        response.socket?.destroy();
        return;
      case '500, not taken':
        return send(response, broken);
      case '500, taken':
        await parts.answer(call);
        return send(response, broken);
      case '502 page, taken':
        await parts.answer(call);
        return send(response, page);
      case 'half an answer, taken':
        return sendHalf(response, await parts.answer(call));
      case 'empty answer, taken':
        await parts.answer(call);
        return send(response, { status: 200, headers: json, body: '' });
      case 'slow, taken': {
        const answer = await parts.answer(call);
        await sleep(parts.callerWaits * 1.5);
        return send(response, answer);
      }
      case 'late, taken':
        await sleep(parts.callerWaits * 1.3);
        await parts.answer(call);
        response.socket?.destroy();
        return;
      case '429':
        return send(response, parts.limited());
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(gate, { port, url: `http://127.0.0.1:${port}` });
}

async function readCall(request: IncomingMessage): Promise<OutsideCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers),
    body: bytes.toString('utf8'),
    bytes,
  };
}

function send(response: ServerResponse, answer: OutsideAnswer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
}

function sendHalf(response: ServerResponse, answer: OutsideAnswer): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': String(Buffer.byteLength(answer.body)),
  });
  response.write(answer.body.slice(0, answer.body.length / 2), () => response.socket?.destroy());
}

/** Passes a call on to a server, without the headers that belong to one connection. */
export async function passOn(base: string, call: OutsideCall): Promise<OutsideAnswer> {
  const { authorization = '', 'content-type': type = '' } = call.headers;
  const response = await fetch(`${base}${call.path}`, {
    method: call.method,
    headers: { authorization, ...(type === '' ? {} : { 'content-type': type }) },
    ...(call.method === 'GET' || call.body === '' ? {} : { body: call.body }),
  });
  return {
    status: response.status,
    headers: { 'content-type': response.headers.get('content-type') ?? 'application/json' },
    body: await response.text(),
  };
}
