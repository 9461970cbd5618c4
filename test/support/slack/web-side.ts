import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FileSide } from './file-side.ts';
import { type StandIn, world } from './stand-in.ts';
import { messageFaults, viewFaults } from './validate-blocks.ts';

/** What happens to one call instead of, or after, what the stand-in does. */
export type Fault =
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'limited'; readonly seconds: number }
  /** `commit`: the message is taken all the same. */
  | { readonly kind: 'status'; readonly status: number; readonly commit: boolean }
  /** Taken, and the connection ends without an answer. */
  | { readonly kind: 'lost' }
  /** Taken, and the answer is cut off in the middle of its JSON. */
  | { readonly kind: 'garbled' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

export interface ApiCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the stand-in answered, where it was asked. */
  answer?: Readonly<Record<string, unknown>>;
}

/** The Web API as the bot meets it. */
export interface WebSide {
  /** Calls with tokens that were taken, oldest first. */
  readonly calls: readonly ApiCall[];
  readonly violations: readonly string[];
  /** The next calls of a method meet these faults, one each. */
  fail(method: string, ...faults: readonly Fault[]): void;
  /** Tokens that are refused from now on with a code. */
  revoke(token: string, code: string): void;
  allow(token: string): void;
  handle(request: IncomingMessage, response: ServerResponse, body: string): Promise<void>;
}

/** @param openSocket answers `apps.connections.open` with the socket's address */
export function createWebSide(standIn: StandIn, openSocket: () => string, files: FileSide): WebSide {
  const calls: ApiCall[] = [];
  const violations: string[] = [];
  const faults = new Map<string, Fault[]>();
  const refused = new Map<string, string>();

  async function handle(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '').replace(/\?.*$/, '');
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const refusal = refused.get(token) ?? (isKnown(token, method) ? undefined : 'invalid_auth');
    if (refusal !== undefined) return json(response, { ok: false, error: refusal });
    const call: ApiCall = { method, body: readBody(body) };
    calls.push(call);
    const wrong = faultsOf(call);
    violations.push(...wrong.map((fault) => `${method}: ${fault}`));
    const fault = faults.get(method)?.shift();
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault?.kind === 'error') return json(response, { ok: false, error: fault.code });
    if (fault?.kind === 'limited') {
      response.setHeader('retry-after', String(fault.seconds));
      return json(response, { ok: false, error: 'ratelimited' }, 429);
    }
    if (fault?.kind === 'status' && !fault.commit)
      return json(response, { error: 'bad gateway' }, fault.status);
    if (wrong.length > 0) return json(response, { ok: false, error: 'invalid_blocks' });
    const answer = await answerCall(call, request, body);
    if (fault?.kind === 'lost') return void response.destroy();
    if (fault?.kind === 'garbled') return void response.end(JSON.stringify(answer).slice(0, 12));
    if (fault?.kind === 'status') return json(response, { error: 'bad gateway' }, fault.status);
    json(response, answer);
  }

  async function answerCall(call: ApiCall, request: IncomingMessage, body: string): Promise<object> {
    switch (call.method) {
      case 'apps.connections.open':
        return { ok: true, url: openSocket() };
      case 'files.getUploadURLExternal':
        return files.address(call.body);
      case 'files.completeUploadExternal':
        return files.show(call.body);
    }
    return pass(call, request, body);
  }

  async function pass(call: ApiCall, request: IncomingMessage, body: string): Promise<object> {
    const headers = {
      authorization: request.headers.authorization ?? '',
      'content-type': request.headers['content-type'] ?? '',
    };
    const answer = await (await standIn.forward(call.method, headers, body)).json();
    call.answer = answer as Record<string, unknown>;
    return complete(call, call.answer);
  }

  return {
    calls,
    violations,
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    revoke: (token, code) => void refused.set(token, code),
    allow: (token) => void refused.delete(token),
    handle,
  };
}

const isKnown = (token: string, method: string): boolean =>
  token === (method === 'apps.connections.open' ? world.appToken : world.botToken);

/** Arguments come as a form whose structured values are JSON. */
function readBody(body: string): Readonly<Record<string, unknown>> {
  const form = Object.fromEntries(new URLSearchParams(body));
  const structured = ['blocks', 'files', 'metadata', 'view'];
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => [key, structured.includes(key) ? JSON.parse(value) : value]),
  );
}

function faultsOf({ method, body }: ApiCall): readonly string[] {
  if (method === 'chat.postMessage' || method === 'chat.postEphemeral') return messageFaults(body);
  return method.startsWith('views.') ? viewFaults(body.view) : [];
}

interface Message {
  readonly ts: string;
  readonly user?: string;
  readonly metadata?: { readonly event_type: string };
}

/** What the stand-in leaves out: `oldest`, the switch for metadata, the author's bot id, a member's zone. */
function complete({ method, body }: ApiCall, answer: Readonly<Record<string, unknown>>): object {
  const isRead = method === 'conversations.history' || method === 'conversations.replies';
  if (isRead && Array.isArray(answer.messages)) {
    const all = answer.messages as readonly Message[];
    const recent = all.filter(({ ts }) => Number(ts) >= Number(body.oldest ?? 0));
    const next = recent.length < all.length ? { response_metadata: { next_cursor: '' } } : {};
    return { ...answer, ...next, messages: recent.map((message) => asSeen(message, body)) };
  }
  if (method === 'users.info' && typeof answer.user === 'object') {
    return { ...answer, user: { ...answer.user, tz: 'Asia/Kolkata' } };
  }
  return answer;
}

function asSeen(message: Message, body: ApiCall['body']): object {
  const author = message.user === world.bot ? { bot_id: world.botId } : {};
  const metadata = body.include_all_metadata === 'true' ? {} : { metadata: undefined };
  return { ...message, ...author, ...metadata };
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
