import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkCallback, checkCommands, checkMessage } from './rules.ts';

/** One call of the bot, as the gate saw it. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly string[];
  readonly at: number;
}

/** What happens to a call that a fault was set for. */
export type Act =
  /** The connection ends before Discord has read anything, or after it has done everything. */
  | { readonly type: 'drop'; readonly when: 'before' | 'after' }
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly body: object;
      readonly headers?: Record<string, string>;
    }
  | { readonly type: 'delay'; readonly milliseconds: number };

export interface Gate extends AsyncDisposable {
  /** What the bot's DISCORD_API_URL is set to. */
  readonly url: string;
  readonly calls: readonly Call[];
  /** Bodies that Discord would have refused, with the reasons. A test expects none. */
  readonly faults: readonly string[];
  /** Sets a fault for the next call that fits. */
  fault(method: string, path: RegExp, act: Act): void;
  /** Takes READ_MESSAGE_HISTORY away over HTTP: lists of messages are empty, as Discord answers then. */
  hideHistory(hidden: boolean): void;
  /**
   * An interaction of whose token the gate itself knows, since the stand-in has no direct messages: it is acknowledged
   * once, then its answers are taken.
   */
  expectDirect(token: string): void;
  /** Whether the token is checked over HTTP; without, only the gateway checks it. */
  checkToken(checked: boolean): void;
  clear(): void;
}

interface State {
  readonly upstream: string;
  readonly token: string;
  readonly calls: Call[];
  readonly faults: string[];
  readonly plans: { readonly method: string; readonly path: RegExp; readonly act: Act }[];
  readonly commands: Map<string, unknown>;
  readonly nonces: Map<string, string>;
  /** Tokens of interactions in direct messages, and whether they are acknowledged. */
  readonly direct: Map<string, boolean>;
  isHidden: boolean;
  isTokenChecked: boolean;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

/**
 * A gate before discord-digital-twin that adds what it lacks: it refuses bodies that Discord would refuse, checks the
 * token, lists commands, honours `enforce_nonce`, unpacks uploads, hides history, and breaks on demand.
 * @param upstream base URL of the stand-in, `http://127.0.0.1:1234/api`
 */
export async function openGate(upstream: string, token: string): Promise<Gate> {
  const state: State = {
    upstream,
    token,
    calls: [],
    faults: [],
    plans: [],
    commands: new Map(),
    nonces: new Map(),
    direct: new Map(),
    isHidden: false,
    isTokenChecked: true,
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch((thrown: unknown) => {
      state.faults.push(`the gate failed: ${String(thrown)}`);
      response.destroy();
    });
  });
  // A connection that is closed while a slow test is idle would be a lost call.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return gateOf(state, server);
}

const gateOf = (state: State, server: Server): Gate => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
  calls: state.calls,
  faults: state.faults,
  fault: (method, path, act) => state.plans.push({ method, path, act }),
  hideHistory: (hidden) => {
    state.isHidden = hidden;
  },
  expectDirect: (token) => void state.direct.set(token, false),
  checkToken: (checked) => {
    state.isTokenChecked = checked;
  },
  clear: () => {
    for (const list of [state.calls, state.faults, state.plans]) list.length = 0;
  },
  async [Symbol.asyncDispose]() {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await readCall(request);
  state.calls.push(call);
  const plan = takePlan(state, call);
  if (plan?.type === 'drop' && plan.when === 'before') return void response.destroy();
  if (plan?.type === 'answer') return reply(response, { ...plan, body: JSON.stringify(plan.body) });
  if (plan?.type === 'delay') await new Promise((resolve) => setTimeout(resolve, plan.milliseconds));
  const answer = await answerCall(state, call, request.headers.authorization);
  if (plan?.type === 'drop') return void response.destroy();
  reply(response, answer);
}

function takePlan(state: State, call: Call): Act | undefined {
  const index = state.plans.findIndex((plan) => plan.method === call.method && plan.path.test(call.path));
  return index < 0 ? undefined : state.plans.splice(index, 1)[0]?.act;
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  const isEmpty = status === 204;
  response.writeHead(status, { ...(isEmpty ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(isEmpty ? undefined : body);
}

const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: JSON.stringify({ code, message }),
});

async function answerCall(state: State, call: Call, authorization: string | undefined): Promise<Answer> {
  const needsToken = !/^\/(interactions|webhooks)\//.test(call.path);
  if (state.isTokenChecked && needsToken && authorization !== `Bot ${state.token}`) {
    return refuse(401, 0, '401: Unauthorized');
  }
  const faults = faultsOf(call);
  if (faults.length > 0) {
    state.faults.push(...faults.map((fault) => `${call.method} ${call.path}: ${fault}`));
    return refuse(400, 50035, `Invalid Form Body: ${faults.join('; ')}`);
  }
  const [, , , token = ''] = call.path.split('/');
  if (state.direct.has(token)) return answerDirect(state, call, token);
  if (call.path.endsWith('/commands')) return answerCommands(state, call);
  if (/^\/channels\/\d+\/messages$/.test(call.path)) return answerMessages(state, call);
  if (call.method === 'DELETE' && /%40original$|@original$/.test(call.path))
    return deleteOriginal(state, call);
  return forward(state, call);
}

/** A message of which only the id matters; nothing is answered before it is acknowledged, or acknowledged twice. */
function answerDirect(state: State, call: Call, token: string): Answer {
  const isFirst = call.path.endsWith('/callback');
  if (isFirst && state.direct.get(token))
    return refuse(400, 40060, 'Interaction has already been acknowledged.');
  if (!isFirst && !state.direct.get(token)) return refuse(404, 10015, 'Unknown Webhook');
  state.direct.set(token, true);
  const isEmpty = isFirst || call.method === 'DELETE';
  return isEmpty
    ? { status: 204, body: '' }
    : { status: 200, body: JSON.stringify({ id: '1', channel_id: '2', content: '' }) };
}

/** The stand-in has no message for a deferral, so it knows none to delete; Discord takes the deferral away. */
async function deleteOriginal(state: State, call: Call): Promise<Answer> {
  const answer = await forward(state, call);
  const token = call.path.split('/')[3] ?? '';
  const isDeferred = state.calls.some(
    (each) =>
      each.path.endsWith(`/${token}/callback`) && (each.body as { readonly type?: number }).type === 5,
  );
  return answer.status === 404 && isDeferred ? { status: 204, body: '' } : answer;
}

function faultsOf({ method, path, body }: Call): readonly string[] {
  if (method === 'PUT' && path.endsWith('/commands')) return checkCommands(body);
  if (method === 'POST' && path.endsWith('/callback')) return checkCallback(body);
  if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)) {
    return checkMessage(body, 'MessageCreateRequestSchema');
  }
  if (method === 'POST' && path.startsWith('/webhooks/')) {
    return checkMessage(body, 'IncomingWebhookRequestPartialSchema');
  }
  if (method === 'PATCH' && path.startsWith('/webhooks/')) {
    return checkMessage(body, 'IncomingWebhookUpdateRequestPartialSchema');
  }
  return [];
}

/** Discord sends back more than it was given: ids, versions, defaults spelt out. */
async function answerCommands(state: State, call: Call): Promise<Answer> {
  if (call.method === 'GET') {
    return { status: 200, body: JSON.stringify(state.commands.get(call.path) ?? []) };
  }
  const answer = await forward(state, call);
  const spelt = (call.body as Record<string, unknown>[]).map((command, index) => ({
    ...command,
    id: String(1000 + index),
    version: '1',
    nsfw: false,
    dm_permission: true,
    name_localizations: null,
    description_localizations: null,
    contexts: command.contexts ?? null,
    integration_types: command.integration_types ?? [0],
  }));
  state.commands.set(call.path, spelt.toReversed());
  return answer;
}

async function answerMessages(state: State, call: Call): Promise<Answer> {
  if (call.method === 'GET') {
    return state.isHidden ? { status: 200, body: '[]' } : newestFirst(await forward(state, call));
  }
  const { nonce, enforce_nonce } = call.body as { readonly nonce?: string; readonly enforce_nonce?: boolean };
  const known = enforce_nonce ? state.nonces.get(String(nonce)) : undefined;
  if (known !== undefined) return { status: 200, body: known };
  const answer = await forward(state, call);
  if (nonce !== undefined && answer.status === 200) state.nonces.set(nonce, answer.body);
  return answer;
}

/** The stand-in sorts a page that was asked for with `after` the other way round. */
function newestFirst(answer: Answer): Answer {
  const messages: unknown = JSON.parse(answer.body);
  return Array.isArray(messages) ? { ...answer, body: JSON.stringify(messages.toReversed()) } : answer;
}

async function forward(state: State, call: Call): Promise<Answer> {
  const query = call.query.size === 0 ? '' : `?${call.query}`;
  const response = await fetch(`${state.upstream}/v10${call.path}${query}`, {
    method: call.method,
    ...(call.body === undefined
      ? {}
      : { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, body: await response.text() };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://gate');
  const common = {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    at: performance.now(),
  };
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) {
    return { ...common, body: raw.length === 0 ? undefined : JSON.parse(raw.toString()), files: [] };
  }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value.name]));
  return { ...common, body: JSON.parse(String(form.get('payload_json'))), files };
}
