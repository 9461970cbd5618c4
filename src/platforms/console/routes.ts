import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Form } from '../../form.ts';
import { encodeInvocation } from '../../invocation-codec.ts';
import type { Asset } from './assets.ts';
import { consoleChannels } from './channels.ts';
import { type CounterParts, formFor, isChannel, originOf, serveRequest } from './counter.ts';
import { declareConsole } from './declare.ts';
import { guardHeaders, refuse } from './guard.ts';
import { shown, streamLive } from './live.ts';
import type { StandingMessage } from './message.ts';
import { longestLine } from './read-typed.ts';
import { documentFiles } from './render.ts';
import { suggest } from './suggest.ts';

/** What the routes are served from. */
export interface RouteParts extends CounterParts {
  readonly assets: ReadonlyMap<string, Asset>;
  /** `Host` values that are ours; known once the port is. */
  readonly hosts: () => readonly string[];
  /** A message that was shown to the reader alone. */
  readonly kept: (id: string) => StandingMessage | undefined;
  readonly started: Temporal.Instant;
  readonly edition: (key: string) => Promise<string | undefined>;
  readonly publicHost: string | undefined;
  readonly fault: (fault: unknown) => void;
}

const largestBody = 128 * 1024;

const requestShape = z.object({
  channel: z.string().refine(isChannel),
  line: z.string().optional(),
  invocation: z.string().max(4_000).optional(),
  label: z.string().max(100).optional(),
  values: z.record(z.string().max(40), z.string().max(50_000)).optional(),
  marker: z
    .string()
    .regex(/^[a-z0-9]{8,25}$/)
    .default(() => crypto.randomUUID().replaceAll('-', '').slice(0, 25)),
  zone: z.string().max(64).optional(),
});

/** Everything the console serves. Faults of ours are logged and answered by one sentence with status 500. */
export function createRoutes(parts: RouteParts): Hono {
  const app = new Hono();
  guard(app, parts);
  for (const [path, asset] of parts.assets) app.get(path, () => asset.response());
  app.get('/healthz', (c) => c.json(health(parts)));
  app.get('/api/commands', (c) => c.json(declareConsole(parts.desk.commands)));
  app.get('/api/channels', (c) => c.json(consoleChannels));
  app.get('/api/messages', (c) => listMessages(c, parts));
  app.get('/api/complete', (c) => complete(c, parts));
  app.get('/api/live', (c) => streamSSE(c, (stream) => streamLive(stream, lastSeen(c), parts)));
  app.post('/api/invoke', (c) => invoke(c, parts));
  app.get('/files/:channel/:message/:index', (c) => sendFile(c, parts));
  app.get('/editions/:key', (c) => sendEdition(c, parts));
  app.notFound((c) => sentence(c, 404, 'There is nothing at this address.'));
  return app;
}

/** Pages of editions: the only thing that is served under another name than our own, to whoever holds the signed link. */
const isEdition = (c: Context, { publicHost }: RouteParts): boolean =>
  /^(?:GET|HEAD)$/.test(c.req.method) &&
  /^\/editions\/[a-z0-9-]{1,80}$/.test(c.req.path) &&
  (publicHost === undefined || c.req.header('host')?.toLowerCase() === publicHost.toLowerCase());

async function sendEdition(c: Context, parts: RouteParts): Promise<Response> {
  const page = await parts.edition(c.req.param('key') ?? '');
  if (page === undefined)
    return sentence(c, 404, 'There is no such edition; copy the whole link, to its last letter.');
  return c.html(page, 200, {
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    // The link is what opens it: it is not handed on, not indexed and not kept on the way.
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
    'Cache-Control': 'private, no-store',
  });
}

function guard(app: Hono, parts: RouteParts): void {
  app.use(async (c, next) => {
    if (parts.publicHost !== undefined && isEdition(c, parts)) {
      await next();
      for (const [name, value] of Object.entries(guardHeaders)) {
        if (!c.res.headers.has(name)) c.header(name, value);
      }
      return undefined;
    }
    const refusal = refuse(
      {
        method: c.req.method,
        path: c.req.path,
        host: c.req.header('host'),
        origin: c.req.header('origin'),
        site: c.req.header('sec-fetch-site'),
        contentType: c.req.header('content-type'),
      },
      parts.hosts(),
    );
    if (refusal) return sentence(c, refusal.status, refusal.sentence);
    await next();
    for (const [name, value] of Object.entries(guardHeaders)) {
      if (!c.res.headers.has(name)) c.header(name, value);
    }
    return undefined;
  });
  app.use(
    bodyLimit({ maxSize: largestBody, onError: (c) => sentence(c, 413, 'That is more than 128 KiB.') }),
  );
  app.onError((fault, c) => {
    parts.fault(fault);
    return sentence(c, 500, 'Something went wrong on our side; it is logged, please try again.');
  });
}

const sentence = (c: Context, status: 400 | 403 | 404 | 413 | 415 | 500, error: string): Response =>
  c.json({ error }, status, { ...guardHeaders });

const health = (parts: RouteParts): object => ({
  status: 'ok',
  started: parts.started.toString(),
  viewers: parts.viewers.count(),
});

function lastSeen(c: Context): number | undefined {
  const seen = c.req.header('last-event-id') ?? c.req.query('after') ?? '';
  return /^\d{1,15}$/.test(seen) ? Number(seen) : undefined;
}

async function listMessages(c: Context, parts: RouteParts): Promise<Response> {
  const channel = c.req.query('channel') ?? '';
  if (!isChannel(channel)) return sentence(c, 404, 'There is no such channel.');
  return c.json((await parts.log.recent(channel)).map(shown));
}

async function complete(c: Context, parts: RouteParts): Promise<Response> {
  const { channel = '', line = '', zone } = c.req.query();
  const origin = originOf(isChannel(channel) ? channel : 'general', zone);
  const { commands, complete } = parts.desk;
  const typed = line.slice(0, longestLine);
  return c.json(await suggest(commands, typed, (invocation, option) => complete(invocation, option, origin)));
}

async function invoke(c: Context, parts: RouteParts): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const request = requestShape.safeParse(body);
  const { line, invocation } = request.data ?? {};
  if (!request.success || (line === undefined) === (invocation === undefined)) {
    return sentence(c, 400, 'Send a channel and either a line or an invocation.');
  }
  const form = await formFor(request.data, parts);
  if (form !== undefined) return c.json({ form: shownForm(form) });
  return c.json(shown(await serveRequest(request.data, parts)));
}

/** A form as the page draws it. */
const shownForm = ({ invocation, ...form }: Form): object => ({
  ...form,
  invocation: encodeInvocation(invocation),
});

/** Files are downloads, whatever they hold; only pictures may be drawn. */
async function sendFile(c: Context, parts: RouteParts): Promise<Response> {
  const { channel = '', message: id = '', index = '' } = c.req.param();
  const standing =
    parts.kept(id) ??
    (isChannel(channel) ? await parts.log.recent(channel) : []).find((each) => each.id === id);
  const file =
    standing && /^\d{1,3}$/.test(index) ? documentFiles(standing.document)[Number(index)] : undefined;
  if (!file) return sentence(c, 404, 'There is no such file.');
  const drawn = file.mediaType === 'image/png';
  const disposition = drawn
    ? 'inline'
    : `attachment; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`;
  return c.body(Uint8Array.from(file.content), 200, {
    'Content-Type': drawn ? 'image/png' : 'application/octet-stream',
    'Content-Disposition': disposition,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
}
