import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Schedule, Trouble } from './faults.ts';

/** One message that stands in a channel, as the fake carried it out. */
export interface Standing {
  readonly id: string;
  readonly channel: string;
  readonly marker: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A platform that a test can break. It counts what a reader would see. */
export interface Fake extends AsyncDisposable {
  /** What the bot's base URL is set to. */
  readonly url: string;
  readonly messages: readonly Standing[];
  /** When a post with a marker was first asked for, and how often. */
  readonly asked: ReadonlyMap<string, { readonly at: number; readonly count: number }>;
  /** Answers with 429, and all posts. */
  readonly counts: { limited: number; posts: number };
  /** A channel that answers as if it were gone, and how often it was called. */
  readonly gone: Map<string, number>;
}

export interface FakeParts {
  readonly trouble: Schedule;
  /** Milliseconds after which a late call is carried out: after the caller's own time limit. */
  readonly late: number;
  /** Milliseconds for which a nonce is remembered, where the platform has one. */
  readonly nonceMs: number;
  /** Whether the platform's limits are enforced. */
  readonly limits: boolean;
  /** Milliseconds that a call takes. */
  readonly latency: number;
}

/** What a platform's own fake adds: how to read a call, and how to answer it. */
export interface Dialect {
  /** Undefined for a path that is none of its posts. */
  readonly post: (call: Call) => { readonly channel: string; readonly marker: string } | undefined;
  readonly answerPost: (message: Standing, call: Call) => Answer;
  /** Everything else; undefined is 404. */
  readonly answer: (call: Call, messages: readonly Standing[]) => Answer | undefined;
  readonly isRead: (call: Call) => boolean;
  readonly limited: (seconds: number, isGlobal: boolean) => Answer;
  readonly gone: Answer;
  /** Most posts in a window of so many milliseconds: of the token, of a channel. */
  readonly limits: {
    readonly token: { readonly count: number; readonly ms: number };
    readonly channel: { readonly count: number; readonly ms: number };
  };
  readonly base: string;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface State {
  readonly parts: FakeParts;
  readonly dialect: Dialect;
  readonly messages: Standing[];
  readonly asked: Map<string, { at: number; count: number }>;
  readonly counts: { limited: number; posts: number };
  readonly gone: Map<string, number>;
  readonly windows: Map<string, number[]>;
  last: number;
}

export async function openFake(dialect: Dialect, parts: FakeParts): Promise<Fake> {
  const state: State = {
    parts,
    dialect,
    messages: [],
    asked: new Map(),
    counts: { limited: 0, posts: 0 },
    gone: new Map(),
    windows: new Map(),
    last: 0,
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch((fault: unknown) => {
      process.stderr.write(`the fake failed: ${String(fault)}\n`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${dialect.base}`,
    messages: state.messages,
    asked: state.asked,
    counts: state.counts,
    gone: state.gone,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await readCall(request);
  const { dialect, parts } = state;
  if (parts.latency > 0) await sleep(parts.latency);
  const wanted = dialect.post(call);
  if (wanted !== undefined) return post(state, call, wanted, request, response);
  if (dialect.isRead(call) && parts.trouble.read()) {
    return send(response, { status: 503, body: { message: 'trouble' } });
  }
  send(response, dialect.answer(call, state.messages) ?? { status: 404, body: { message: 'no such path' } });
}

async function post(
  state: State,
  call: Call,
  wanted: { readonly channel: string; readonly marker: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { dialect, parts } = state;
  state.counts.posts += 1;
  const asked = state.asked.get(wanted.marker) ?? { at: Date.now(), count: 0 };
  state.asked.set(wanted.marker, { at: asked.at, count: asked.count + 1 });
  const calls = state.gone.get(wanted.channel);
  if (calls !== undefined) {
    state.gone.set(wanted.channel, calls + 1);
    return send(response, dialect.gone);
  }
  const limit = parts.limits ? overLimit(state, wanted.channel) : undefined;
  if (limit !== undefined) {
    state.counts.limited += 1;
    return send(response, dialect.limited(limit.seconds, limit.isGlobal));
  }
  const trouble = parts.trouble.post();
  if (trouble === 'limited') state.counts.limited += 1;
  const message = await carryOut(state, wanted, trouble);
  switch (trouble) {
    case undefined:
      if (message !== undefined) send(response, dialect.answerPost(message, call));
      return;
    case 'lost':
    case 'late':
    case 'reset before':
      request.socket.destroy();
      return;
    case '5xx before':
    case '5xx after':
      return send(response, { status: 502, body: { message: 'bad gateway' } });
    case 'limited':
      return send(response, dialect.limited(1, false));
  }
}

/** Whether and when the message is made. A late one is made when its caller has long gone. */
async function carryOut(
  state: State,
  wanted: { readonly channel: string; readonly marker: string },
  trouble: Trouble | undefined,
): Promise<Standing | undefined> {
  switch (trouble) {
    case undefined:
    case 'lost':
    case '5xx after':
      return commit(state, wanted);
    case 'late':
      // The caller hears nothing and gives up by itself; then its call is carried out all the same.
      await sleep(state.parts.late);
      return commit(state, wanted);
    case '5xx before':
    case 'reset before':
    case 'limited':
      return undefined;
  }
}

/** A marker that is remembered gives the message that stands; otherwise one more is made. */
function commit(state: State, wanted: { readonly channel: string; readonly marker: string }): Standing {
  const now = Date.now();
  const known = state.messages.find(
    ({ marker, at }) => marker === wanted.marker && now - at < state.parts.nonceMs,
  );
  if (known !== undefined) return known;
  // Ids grow with time, and no two are the same.
  state.last = Math.max(now, state.last + 0.001);
  const message = { ...wanted, id: idOf(state.last, state.dialect), at: now };
  state.messages.push(message);
  return message;
}

const idOf = (at: number, { base }: Dialect): string =>
  base.startsWith('/api/v10') || base === '/api'
    ? String((BigInt(Math.floor(at)) - 1_420_070_400_000n) * 4_194_304n + BigInt(Math.round((at % 1) * 1000)))
    : (at / 1000).toFixed(6);

function overLimit(
  state: State,
  channel: string,
): { readonly seconds: number; readonly isGlobal: boolean } | undefined {
  const { token, channel: own } = state.dialect.limits;
  for (const [name, limit] of [['*', token] as const, [channel, own] as const]) {
    const now = Date.now();
    const recent = (state.windows.get(name) ?? []).filter((at) => now - at < limit.ms);
    state.windows.set(name, recent);
    if (recent.length >= limit.count) {
      return {
        seconds: Math.max(0.05, ((recent[0] ?? now) + limit.ms - now) / 1000),
        isGlobal: name === '*',
      };
    }
  }
  for (const name of ['*', channel]) state.windows.get(name)?.push(Date.now());
  return undefined;
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://fake');
  const text = Buffer.concat(chunks).toString();
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const body = isForm
    ? Object.fromEntries(new URLSearchParams(text))
    : text === ''
      ? {}
      : (JSON.parse(text) as Record<string, unknown>);
  return { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
