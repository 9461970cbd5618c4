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
  /** How many a reader sees with it. */
  pictures: number;
}

/** What a call to post asks for. */
type Wanted = Pick<Standing, 'channel' | 'marker' | 'pictures'>;

/** Files that were brought to a platform, of which some stand beside no message yet. */
export interface Shelf {
  readonly held: Map<string, { readonly length: number; isHere: boolean }>;
  readonly messages: readonly Standing[];
}

/** A step on a file's way. It is carried out and answered apart, since much can happen between the two. */
export interface FileStep {
  readonly carryOut: () => void;
  readonly answer: Answer;
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
  readonly post: (call: Call) => Wanted | undefined;
  /** Where files go by a way of their own. Undefined for a call that has to do with none. */
  readonly file?: (call: Call, shelf: Shelf) => FileStep | undefined;
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
  /** Files in the same request. */
  readonly files: number;
  readonly host: string;
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
  readonly held: Shelf['held'];
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
    held: new Map(),
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
  const step = dialect.file?.(call, state);
  if (step !== undefined) {
    const trouble = parts.trouble.post();
    const isDone = await carryOut(state, trouble, () => step.carryOut() ?? true);
    return hear(state, trouble, isDone ? step.answer : undefined, request, response);
  }
  if (dialect.isRead(call) && parts.trouble.read()) {
    return send(response, { status: 503, body: { message: 'trouble' } });
  }
  send(response, dialect.answer(call, state.messages) ?? { status: 404, body: { message: 'no such path' } });
}

async function post(
  state: State,
  call: Call,
  wanted: Wanted,
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
  const message = await carryOut(state, trouble, () => commit(state, wanted));
  hear(state, trouble, message && dialect.answerPost(message, call), request, response);
}

/** What the caller hears of a call. */
function hear(
  { dialect }: State,
  trouble: Trouble | undefined,
  answer: Answer | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (trouble) {
    case undefined:
      if (answer !== undefined) send(response, answer);
      return;
    case 'lost':
    case 'late':
    case 'reset before':
      request.socket.destroy();
      return;
    case '5xx before':
    case '5xx after':
      send(response, { status: 502, body: { message: 'bad gateway' } });
      return;
    case 'limited':
      send(response, dialect.limited(1, false));
  }
}

/** Whether and when a call is carried out. A late one is when its caller has long gone. */
async function carryOut<T>(
  { parts }: State,
  trouble: Trouble | undefined,
  work: () => T,
): Promise<T | undefined> {
  switch (trouble) {
    case undefined:
    case 'lost':
    case '5xx after':
      return work();
    case 'late':
      // The caller hears nothing and gives up by itself; then its call is carried out all the same.
      await sleep(parts.late);
      return work();
    case '5xx before':
    case 'reset before':
    case 'limited':
      return undefined;
  }
}

/** A marker that is remembered gives the message that stands; otherwise one more is made. */
function commit(state: State, wanted: Wanted): Standing {
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
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    host: request.headers.host ?? '',
    ...(await readBody(request.headers['content-type'] ?? '', Buffer.concat(chunks))),
  };
}

/** JSON, a form, a form with files, or the bytes of a file alone, of which the number is told. */
async function readBody(type: string, bytes: Buffer): Promise<Pick<Call, 'body' | 'files'>> {
  const text = bytes.toString();
  if (type.startsWith('application/octet-stream')) return { body: { bytes: bytes.length }, files: 0 };
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { body: Object.fromEntries(new URLSearchParams(text)), files: 0 };
  if (!type.startsWith('multipart/form-data'))
    return { body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), files: 0 };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const body = JSON.parse(String(form.get('payload_json'))) as Record<string, unknown>;
  return { body, files: [...form.values()].filter((value) => typeof value !== 'string').length };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
