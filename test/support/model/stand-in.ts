import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in was asked. */
export interface Asked {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

/** How the stand-in answers one call: with a message, with a raw body, with a status, late, or not at all. */
export type Reply =
  | { readonly say: unknown; readonly fenced?: boolean }
  | { readonly raw: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly after: number; readonly say: unknown }
  | { readonly drop: true };

export interface StandIn extends AsyncDisposable {
  /** What MODEL_URL is set to. */
  readonly url: string;
  readonly calls: readonly Asked[];
  /** The next calls are answered so, in turn; the last of them for all that follow. */
  answer(...replies: readonly Reply[]): void;
}

/** A stand-in for an OpenAI-compatible chat completions API, on this machine. */
export async function openStandIn(): Promise<StandIn> {
  const calls: Asked[] = [];
  let replies: readonly Reply[] = [{ status: 500 }];
  const server = createServer(async (request, answer) => {
    calls.push({
      path: request.url,
      authorization: request.headers.authorization,
      body: JSON.parse(await readBody(request)),
    });
    const [reply, ...rest] = replies;
    if (rest.length > 0) replies = rest;
    if (reply === undefined || 'drop' in reply) return void answer.destroy();
    if ('status' in reply) return void answer.writeHead(reply.status, reply.headers).end('{"error":"no"}');
    if ('after' in reply) await new Promise((done) => setTimeout(done, reply.after));
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end('raw' in reply ? reply.raw : envelope(reply.say, 'fenced' in reply && reply.fenced === true));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    answer(...next) {
      replies = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function envelope(said: unknown, fenced: boolean): string {
  const json = typeof said === 'string' ? said : JSON.stringify(said);
  const content = fenced ? `\`\`\`json\n${json}\n\`\`\`` : json;
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content } }],
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
