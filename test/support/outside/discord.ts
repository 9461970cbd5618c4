import { DigitalDiscord } from 'discord-digital-twin';
import { type WebSocket, WebSocketServer } from 'ws';
import { type OutsideAnswer, type OutsideCall, type OutsideGate, openGate, passOn } from './gate.ts';
import type { Standing } from './slack.ts';

const json = { 'content-type': 'application/json' } as const;
const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Outside.a-token-that-nobody-has';

/** Discord as an examiner has it: a third-party REST API behind a gate with `enforce_nonce` and a gateway of its own. */
export interface OutsideDiscord extends AsyncDisposable {
  readonly gate: OutsideGate;
  readonly settings: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly channels: readonly string[];
  standing(channel: string): Promise<readonly Standing[]>;
  dropSockets(): void;
  /** Sends every socket an op: 7 (reconnect) or 9 (invalid session). */
  send(op: 7 | 9): void;
  /** How connections have come in, in order. */
  readonly entries: readonly ('identify' | 'resume')[];
  readonly sockets: number;
}

/**
 * @param count of channels
 * @param remembers milliseconds for which a nonce stands for the message that it was posted with
 */
export async function openDiscord(
  count: number,
  callerWaits: number,
  remembers: number,
): Promise<OutsideDiscord> {
  const twin = new DigitalDiscord({
    guild: { name: 'Outside' },
    channels: Array.from({ length: count }, (_, index) => ({ name: `digest-${index}`, type: 0 })),
    botUser: { username: 'Dateline' },
    botToken: token,
  });
  await twin.start();
  const base = twin.restUrl.replace(/\/api$/, '');
  const gateway = createGateway(twin, () => gate.url.replace('http', 'ws'));
  const nonces = new Map<string, { readonly at: number; readonly answer: OutsideAnswer }>();
  let last: Promise<unknown> = Promise.resolve();

  async function answer(call: OutsideCall): Promise<OutsideAnswer> {
    if (call.headers.authorization !== `Bot ${token}`) return refused(401, 0, '401: Unauthorized');
    if (/\/gateway\/bot$/.test(call.path)) return address();
    if (!isPost(call)) return passOn(base, call);
    const message = await messageOf(call);
    const sent = { ...call, headers: { ...call.headers, ...json }, body: JSON.stringify(message) };
    const nonce = message.enforce_nonce === true ? message.nonce : undefined;
    if (nonce === undefined) return passOn(base, sent);
    // One after the other: the stand-in answers 500 to two writers at once.
    const made = last.then(() => postOnce(nonce, sent));
    last = made.catch(() => undefined);
    return made;
  }

  async function postOnce(nonce: string, call: OutsideCall): Promise<OutsideAnswer> {
    const known = nonces.get(nonce);
    if (known !== undefined && Date.now() - known.at < remembers) return known.answer;
    const posted = await passOn(base, call);
    if (posted.status === 200) nonces.set(nonce, { at: Date.now(), answer: posted });
    return posted;
  }

  const address = (): OutsideAnswer => ({
    status: 200,
    headers: json,
    body: JSON.stringify({
      url: gate.url.replace('http', 'ws'),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
  });

  const gate = await openGate({
    callerWaits,
    postsTo: (call) =>
      call.method === 'POST' ? /\/channels\/(\d+)\/messages$/.exec(call.path)?.[1] : undefined,
    answer,
    limited: () => ({
      status: 429,
      headers: { 'content-type': 'application/json', 'retry-after': '1', 'x-ratelimit-scope': 'user' },
      body: '{"message":"You are being rate limited.","retry_after":0.7,"global":false}',
    }),
    upgrade: gateway.upgrade,
  });
  const channels = await twin.prisma.channel.findMany({ where: { name: { startsWith: 'digest-' } } });
  return {
    gate,
    settings: { DISCORD_TOKEN: token, DISCORD_API_URL: `${gate.url}/api` },
    workspace: twin.guildId,
    channels: channels.map(({ id }) => id),
    async standing(channel) {
      const messages = await twin.channel(channel).getMessages();
      return messages.map((message) => ({ id: message.id, text: JSON.stringify(message) }));
    },
    dropSockets: gateway.drop,
    send: gateway.send,
    entries: gateway.entries,
    get sockets() {
      return gateway.count();
    },
    async [Symbol.asyncDispose]() {
      gateway.drop();
      await gate.close();
      await twin.stop();
    },
  };
}

const isPost = ({ method, path }: OutsideCall): boolean =>
  method === 'POST' && /\/channels\/\d+\/messages$/.test(path);

interface Message {
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
}

/** The message without its files, which the stand-in does not keep. */
async function messageOf({ headers, bytes, body }: OutsideCall): Promise<Message> {
  if (!headers['content-type']?.startsWith('multipart/')) return JSON.parse(body) as Message;
  const form = await new Response(bytes, { headers: { 'content-type': headers['content-type'] } }).formData();
  const { attachments: _, ...message } = JSON.parse(String(form.get('payload_json')));
  return message as Message;
}

export const refused = (status: number, code: number, message: string): OutsideAnswer => ({
  status,
  headers: json,
  body: JSON.stringify({ message, code }),
});

/**
 * A gateway that greets, lets in, resumes and beats, and names the server as unavailable only: what the bot may do in a
 * channel it has to ask over HTTP. Source: docs.discord.com/developers/events/gateway
 */
function createGateway(twin: DigitalDiscord, address: () => string) {
  const server = new WebSocketServer({ noServer: true });
  const live = new Set<WebSocket>();
  const entries: ('identify' | 'resume')[] = [];
  server.on('connection', (socket) => {
    live.add(socket);
    socket.on('close', () => live.delete(socket));
    const say = (op: number, d: unknown, more: object = {}): void =>
      socket.send(JSON.stringify({ op, d, ...more }));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: { token?: string } };
      if (op === 1) say(11, null);
      if ((op === 2 || op === 6) && d.token !== token) socket.close(4004, 'Authentication failed.');
      else if (op === 2) say(0, ready(), { t: 'READY', s: 1 });
      else if (op === 6) say(0, {}, { t: 'RESUMED', s: 2 });
      if (op === 2 || op === 6) entries.push(op === 2 ? 'identify' : 'resume');
    });
    say(10, { heartbeat_interval: 20_000 });
  });
  const ready = (): object => ({
    v: 10,
    user: { id: twin.botUserId, username: 'Dateline', discriminator: '0', avatar: null, bot: true },
    guilds: [{ id: twin.guildId, unavailable: true }],
    session_id: 'outside',
    resume_gateway_url: address(),
    application: { id: twin.botUserId, flags: 0 },
  });
  return {
    upgrade: (...[request, socket, head]: Parameters<Parameters<typeof openGate>[0]['upgrade']>) =>
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request)),
    drop() {
      for (const socket of live) socket.terminate();
    },
    send(op: 7 | 9) {
      for (const socket of live) socket.send(JSON.stringify({ op, d: op === 9 ? false : null }));
    },
    count: () => live.size,
    entries,
  };
}
