import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDesk, openDesk, operator } from '../../src/cli/open-desk.ts';
import { readSettings } from '../../src/config.ts';
import { createConsoleAdapter } from '../../src/platforms/console/adapter.ts';
import { temporaryFolder } from '../support/program.ts';

// The page of an edition over HTTP, behind a public name. Protects that the link in a file opens exactly that file's page, to
// whoever holds it, and that nothing else of the console is reached under that name.

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let desk: OpenDesk;
let adapter: ReturnType<typeof createConsoleAdapter>;
beforeAll(async () => {
  folder = await temporaryFolder();
  const log = { error: () => {} };
  desk = await openDesk({
    settings: readSettings({ PUBLIC_URL: 'https://desk.example.org' }),
    databaseUrl: `${folder.path}/editions.db`,
    clock: () => now,
    status: async () => ({ version: '', started: now, platforms: [] }),
    log,
  });
  const { editionPage, store } = desk;
  const parts = { log, clock: () => now, messages: store.console, edition: editionPage };
  adapter = createConsoleAdapter({ port: 0 }, { ...parts, publicHost: 'desk.example.org' });
  await adapter.connect(desk.desk);
}, 60_000);
afterAll(async () => {
  await adapter[Symbol.asyncDispose]();
  await desk[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** As the proxy passes it on: under the public name. */
const ask = (path: string, method = 'GET', host = 'desk.example.org'): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const url = new URL(path, adapter.url());
  request(url, { method, headers: { host, 'sec-fetch-site': 'cross-site' } }, (response) => {
    let body = '';
    response.on('data', (part: Buffer) => {
      body += part.toString();
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
  })
    .on('error', reject)
    .end();
  return promise;
};

async function linkIn(topic: string): Promise<string> {
  const made = await desk.run(
    { command: 'brief', options: { topic, format: 'md', length: 'short' } },
    operator,
  );
  const text = new TextDecoder().decode(made.files?.[0]?.content);
  return /https:\/\/desk\.example\.org(\/editions\/[a-z0-9-]+)/.exec(text)?.[1] ?? '';
}

describe('the page of an edition', () => {
  it('is what the link in a file opens, from anywhere, and runs and loads nothing', async () => {
    const { status, headers, body } = await ask(await linkIn('Goa meeting'));
    expect(status).toBe(200);
    expect(body).toContain('Brief: Goa meeting');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toContain('no-store');
  });
  it('stays as it was when the desk is asked again on another day', async () => {
    const link = await linkIn('Laos');
    const before = (await ask(link)).body;
    expect((await ask(link)).body).toBe(before);
  });
  it.each(['', 'x', '-'])('is not there for a link that ends in %j more or less', async (more) => {
    const link = await linkIn('Goa meeting');
    const wrong = more === '' ? link.slice(0, -1) : `${link}${more}`;
    expect((await ask(wrong)).status).toBeGreaterThanOrEqual(400);
    expect((await ask(wrong)).body).not.toContain('Goa meeting');
  });
  it.each([
    ['/', 'GET'],
    ['/api/messages?channel=general', 'GET'],
    ['/api/invoke', 'POST'],
    ['/editions/abc-def', 'POST'],
    ['/editions/../api/channels', 'GET'],
    ['/healthz', 'GET'],
  ])('is all that is served under the public name: %s by %s is refused', async (path, method) => {
    const { status, body } = await ask(path, method);
    expect(status).toBe(403);
    expect(body).not.toContain('newsroom');
  });
  it('is served under no third name', async () => {
    const link = await linkIn('Goa meeting');
    expect((await ask(link, 'GET', 'evil.example.org')).status).toBe(403);
  });
});

describe('an edition by its id', () => {
  it('is shown again in its own workspace, and in no other', async () => {
    const link = await linkIn('Goa meeting');
    const id = /editions\/([a-z0-9]{10})-/.exec(link)?.[1] ?? '';
    const again = { command: 'brief', options: { topic: `edition ${id}`, format: 'md' } };
    expect((await desk.run(again, operator)).files).toHaveLength(1);
    await expect(desk.run(again, { ...operator, workspace: 'another' })).rejects.toThrow(
      `There is no briefing “${id}” here`,
    );
  });
});
