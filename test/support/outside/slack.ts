import { randomUUID } from 'node:crypto';
import { createEmulator } from 'emulate';
import { type WebSocket, WebSocketServer } from 'ws';
import { type OutsideAnswer, type OutsideCall, type OutsideGate, openGate, passOn } from './gate.ts';

const tokens = { bot: 'xoxb-outside-bot', app: 'xapp-outside-app' } as const;

/** Slack as an examiner has it: a third-party Web API, behind a gate with Socket Mode. */
export interface OutsideSlack extends AsyncDisposable {
  readonly gate: OutsideGate;
  readonly settings: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly channels: readonly string[];
  /** Texts that stand in a channel. */
  standing(channel: string): Promise<readonly Standing[]>;
  /** Breaks all sockets off. */
  dropSockets(): void;
  /** Sends every socket a `disconnect`. */
  disconnect(reason: string): void;
  /** Gives no address for a socket, until told otherwise. */
  refuseSockets(how: SocketRefusal | undefined): void;
  readonly sockets: number;
}

export type SocketRefusal = 'internal_error' | 'http';

export interface Standing {
  readonly id: string;
  readonly text: string;
}

/** @param count of channels */
export async function openSlack(count: number, callerWaits: number): Promise<OutsideSlack> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: seedOf(count) });
  const base = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const sockets = new WebSocketServer({ noServer: true });
  const live = new Set<WebSocket>();
  let refusal: SocketRefusal | undefined;
  sockets.on('connection', (socket) => {
    live.add(socket);
    socket.on('close', () => live.delete(socket));
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: live.size, connection_info: { app_id: 'A1' } }),
    );
  });
  const ask = async (method: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${base}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.bot}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const { channels } = (await ask('conversations.list', { limit: 1000 })) as {
    channels: readonly { id: string; name: string }[];
  };
  const ours = channels.filter(({ name }) => name.startsWith('digest-')).map(({ id }) => id);
  for (const channel of ours) await ask('conversations.join', { channel });
  const gate = await openGate({
    callerWaits,
    postsTo: (call) => (methodOf(call) === 'chat.postMessage' ? (fieldOf(call, 'channel') ?? '') : undefined),
    answer: async (call) => tokenFault(call) ?? (await addressOf(call)) ?? passOn(base, call),
    limited: () => ({
      status: 429,
      headers: { 'content-type': 'application/json', 'retry-after': '1' },
      body: '{"ok":false,"error":"ratelimited"}',
    }),
    upgrade: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request)),
  });

  async function addressOf(call: OutsideCall): Promise<OutsideAnswer | undefined> {
    if (methodOf(call) !== 'apps.connections.open') return undefined;
    if (refusal === 'http') return { status: 503, body: 'no' };
    if (refusal !== undefined) return said({ ok: false, error: refusal });
    return said({ ok: true, url: `${gate.url.replace('http', 'ws')}/link/?ticket=${randomUUID()}` });
  }

  return {
    gate,
    settings: {
      SLACK_BOT_TOKEN: tokens.bot,
      SLACK_APP_TOKEN: tokens.app,
      SLACK_API_URL: `${gate.url}/api/`,
    },
    workspace: 'T000000001',
    channels: ours,
    async standing(channel) {
      const { messages } = (await ask('conversations.history', { channel, limit: 200 })) as {
        messages?: readonly { ts: string }[];
      };
      return (messages ?? []).map((message) => ({ id: message.ts, text: JSON.stringify(message) }));
    },
    dropSockets() {
      for (const socket of live) socket.terminate();
    },
    disconnect(reason) {
      for (const socket of live) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    refuseSockets(how) {
      refusal = how;
    },
    get sockets() {
      return live.size;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of live) socket.terminate();
      await gate.close();
      await emulator.close();
    },
  };
}

const seedOf = (count: number) => ({
  slack: {
    channels: Array.from({ length: count }, (_, index) => ({ name: `digest-${index}` })),
    oauth_apps: [
      {
        client_id: '1.2',
        client_secret: 'unused',
        app_id: 'A1',
        name: 'Dateline',
        redirect_uris: [],
        bot_id: 'B000OUTSIDE',
        bot_user_id: 'U000OUTSIDE',
        bot_name: 'dateline',
      },
    ],
    tokens: [{ token: tokens.bot, user: 'U000OUTSIDE', bot_id: 'B000OUTSIDE', app_id: 'A1' }],
  },
});

const methodOf = (call: OutsideCall): string => /^\/api\/([\w.]+)/.exec(call.path)?.[1] ?? '';

/** The library writes forms; JSON is read too. */
function fieldOf(call: OutsideCall, name: string): string | undefined {
  if (call.headers['content-type']?.includes('json')) {
    const value: unknown = (JSON.parse(call.body) as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : undefined;
  }
  return new URLSearchParams(call.body).get(name) ?? undefined;
}

/** The stand-in takes any token; Slack does not. */
function tokenFault(call: OutsideCall): OutsideAnswer | undefined {
  const given = call.headers.authorization?.replace(/^Bearer /, '') ?? fieldOf(call, 'token');
  const wanted = methodOf(call) === 'apps.connections.open' ? tokens.app : tokens.bot;
  return given === wanted ? undefined : said({ ok: false, error: 'invalid_auth' });
}

export const said = (body: object): OutsideAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
