import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { until } from './until.ts';

/** Slack waits so long, in milliseconds, before it sends an event again. */
const ackPatience = 3_000;

export interface Ack {
  /** Milliseconds. */
  readonly after: number;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Socket Mode: greets, sends envelopes and waits for each to be acknowledged. */
export interface SocketSide {
  /** A new address for one connection. */
  open(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** No hello is sent while held. */
  hold(): void;
  release(): void;
  greeted(): number;
  connections(): number;
  /** Waits until that many connections have been greeted since the beginning. */
  connected(count: number, most?: number): Promise<void>;
  /**
   * Sends an envelope and resolves with its acknowledgement.
   * @throws where it is not acknowledged in 3 s; an event is then sent once more, as Slack does
   */
  deliver(
    type: 'slash_commands' | 'interactive' | 'events_api',
    payload: object,
    retry?: number,
  ): Promise<Ack>;
  /** Slack asks for a new connection. */
  refresh(): void;
  /** All connections break off. */
  drop(): void;
  /** The oldest connection breaks off. */
  dropOne(): void;
  /** Sends something that is no envelope. */
  sendRaw(text: string): void;
  close(): Promise<void>;
}

export function createSocketSide(base: () => string): SocketSide {
  const server = new WebSocketServer({ noServer: true });
  const live = new Set<WebSocket>();
  const tickets = new Set<string>();
  const waiting = new Map<string, (payload: Ack['payload']) => void>();
  let isHeld = false;
  let greetings = 0;

  server.on('connection', (socket) => {
    live.add(socket);
    socket.on('close', () => live.delete(socket));
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      waiting.get(id)?.(payload);
      waiting.delete(id);
    });
    if (!isHeld) greet(socket);
  });

  function greet(socket: WebSocket): void {
    greetings += 1;
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: live.size, connection_info: { app_id: 'A1' } }),
    );
  }

  async function deliver(type: string, payload: object, retry = 0): Promise<Ack> {
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<Ack['payload']>();
    waiting.set(id, resolve);
    const begun = performance.now();
    const retried =
      type === 'events_api' ? { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' } : {};
    const accepts_response_payload = type !== 'events_api';
    const [socket] = live;
    socket?.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload, ...retried }));
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`${type} was not acknowledged in 3 s`)),
      ackPatience,
    );
    try {
      const answer = await Promise.race([promise, late.promise]);
      return { after: performance.now() - begun, ...(answer === undefined ? {} : { payload: answer }) };
    } catch (fault) {
      if (type === 'events_api' && retry < 1) return deliver(type, payload, retry + 1);
      throw fault;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    open() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${base().replace(/^http/, 'ws')}/link?ticket=${ticket}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '', base()).searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    hold: () => {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const socket of live) greet(socket);
    },
    greeted: () => greetings,
    connections: () => live.size,
    async connected(count, most) {
      await until(`${count} greetings`, () => greetings >= count, most);
    },
    deliver,
    refresh() {
      for (const socket of live)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    drop() {
      for (const socket of live) socket.terminate();
    },
    dropOne() {
      const [socket] = live;
      if (socket !== undefined) live.delete(socket);
      socket?.terminate();
    },
    sendRaw(text) {
      for (const socket of live) socket.send(text);
    },
    async close() {
      for (const socket of live) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
