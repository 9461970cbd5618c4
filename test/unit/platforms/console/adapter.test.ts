import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { paragraph } from '../../../../src/document/build.ts';
import { ConfigError } from '../../../../src/errors.ts';
import type { ConsoleAdapter } from '../../../../src/platforms/console/adapter.ts';
import { memoryMessages } from '../../../support/console/memory-messages.ts';
import { type ConsoleOptions, invoke, openConsole } from '../../../support/console/open-console.ts';
import { openStream } from '../../../support/console/read-events.ts';
import { stubDesk, stubDigest } from '../../../support/console/stub-desk.ts';
import { sampleDocuments } from '../../../support/sample-documents.ts';

const open: ConsoleAdapter[] = [];
async function start(options: ConsoleOptions = {}): Promise<ConsoleAdapter> {
  const adapter = await openConsole(options);
  open.push(adapter);
  return adapter;
}
afterEach(async () => {
  for (const adapter of open.splice(0)) await adapter[Symbol.asyncDispose]();
});

const place = (channel: string) => ({ platform: 'console', workspace: 'console', channel });
const since = Temporal.Instant.from('2026-01-01T00:00:00Z');
const getJson = async (address: string): Promise<unknown> => (await fetch(address)).json();

/** A request as some client makes it that is no browser: any header at all. */
function knock(
  address: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: object }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; headers: object }>();
  request(address, { method, headers }, (response) => {
    response.resume();
    resolve({ status: response.statusCode ?? 0, headers: response.headers });
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('listening', () => {
  test('is on loopback alone, at an address to open', async () => {
    const adapter = await start();
    expect(adapter.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(adapter.state()).toBe(`open at ${adapter.url()}, 0 pages open`);
    expect((await fetch(adapter.url())).status).toBe(200);
  });

  test.each(['0.0.0.0', '::', '192.168.0.1', 'localhost'])('refuses %s: there is no log-in', async (host) => {
    await expect(openConsole({ host })).rejects.toThrow(ConfigError);
  });

  test('a port in use is told with the setting to change', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const fault: unknown = await openConsole({ port }).catch((error: unknown) => error);
    other.close();
    expect(fault).toBeInstanceOf(ConfigError);
    expect(String(fault)).toContain(`Port ${port} is in use: set CONSOLE_PORT`);
  });

  test('a request that comes on an open connection while it closes is answered or dropped, and is no fault', async () => {
    const faults: unknown[] = [];
    const slow = { ...stubDesk(), complete: () => setTimeout(150, []) };
    const adapter = await openConsole({ faults, desk: slow });
    const { port, host } = new URL(adapter.url());
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    const get = (path: string): boolean => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    const statuses: string[] = [];
    socket.on('data', (text: string) => {
      statuses.push(...(text.match(/HTTP\/1\.1 \d+/g) ?? []));
      if (statuses.length === 1) get('/api/channels');
    });
    get('/api/complete?line=/quote+speaker:s');
    await setTimeout(50);
    await adapter[Symbol.asyncDispose]();
    socket.destroy();
    expect(new Set(statuses)).toEqual(new Set(['HTTP/1.1 200']));
    expect(faults).toEqual([]);
  });

  test('ends open streams and frees the port when it is disposed of', async () => {
    const adapter = await openConsole();
    const url = adapter.url();
    using stream = await openStream(`${url}/api/live`);
    expect((await stream.next()).event).toBe('hello');
    await adapter[Symbol.asyncDispose]();
    await stream.ended;
    await expect(fetch(url)).rejects.toThrow();
    expect(adapter.state()).toBe('closed');
  });
});

describe('what is served', () => {
  test('the page, its scripts and styles, each with its type and the policy', async () => {
    const url = (await start()).url();
    const page = await (await fetch(url)).text();
    const parts = [...page.matchAll(/(?:src|href)="(\/[^"#]+)"/g)].map(([, path]) => path);
    expect(parts.length).toBeGreaterThan(4);
    for (const path of [...parts, '/composer.js', '/live.js', '/log.js', '/unread.js']) {
      const response = await fetch(`${url}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toMatch(/javascript|css|svg/);
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=|https?:\/\//);
  });

  test('channels, commands, health; anything else is not there', async () => {
    const url = (await start()).url();
    expect(await getJson(`${url}/api/channels`)).toMatchObject([
      { name: 'general' },
      { name: 'newsroom' },
      { name: 'briefings' },
    ]);
    expect(await getJson(`${url}/api/commands`)).toHaveLength(5);
    expect(await getJson(`${url}/healthz`)).toMatchObject({ status: 'ok', viewers: 0 });
    for (const path of [
      '/nothing',
      '/..%2fadapter.ts',
      '/api/messages?channel=secret',
      '/files/general/1/0',
    ]) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
  });

  test('suggestions for a line', async () => {
    const url = (await start()).url();
    const query = new URLSearchParams({ channel: 'general', line: '/quote speaker:ser', zone: 'UTC' });
    expect(await getJson(`${url}/api/complete?${query}`)).toMatchObject({
      items: [{ label: 'Sergey Lavrov', line: '/quote speaker:"Sergey Lavrov" ' }],
    });
    expect((await fetch(`${url}/api/complete?line=/digest+constructor+x`)).status).toBe(200);
  });

  test('an answer, to be found again after a reload', async () => {
    const desk = stubDesk();
    const url = (await start({ desk })).url();
    const response = await invoke(url, { line: 'who?', marker: 'abcdefgh12', zone: 'Asia/Kolkata' });
    expect(await response.json()).toMatchObject({ channel: 'general', marker: 'abcdefgh12', only: false });
    expect(desk.asked[0]?.origin).toMatchObject({ zone: 'Asia/Kolkata', platform: 'console' });
    expect(await getJson(`${url}/api/messages?channel=general`)).toMatchObject([{ marker: 'abcdefgh12' }]);
    expect(await getJson(`${url}/api/messages?channel=newsroom`)).toEqual([]);
  });

  test.each([
    ['no channel', { channel: 'secret', line: 'x' }],
    ['neither a line nor a button', {}],
    ['both', { line: 'x', invocation: 'ask?question=x' }],
    ['a marker of another form', { line: 'x', marker: '<script>' }],
    ['a line that is none', { line: 5 }],
  ])('%s is a bad request, not a question', async (_, body) => {
    const desk = stubDesk();
    const url = (await start({ desk })).url();
    expect((await invoke(url, body)).status).toBe(400);
    expect(desk.asked).toEqual([]);
  });

  test('more than 128 KiB is refused', async () => {
    const url = (await start()).url();
    expect((await invoke(url, { line: 'x'.repeat(140_000) })).status).toBe(413);
  });

  test('a fault of ours is logged and answered by one sentence without its words', async () => {
    const faults: unknown[] = [];
    const desk = { ...stubDesk(), dispatch: () => Promise.reject(new Error('password hunter2')) };
    const url = (await start({ desk, faults })).url();
    const response = await invoke(url, { line: 'who?' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(faults).toHaveLength(1);
  });

  test('files are downloads that run nothing; pictures may be drawn', async () => {
    const messages = memoryMessages();
    const adapter = await start({ messages });
    const { briefing, picture } = sampleDocuments;
    if (briefing === undefined || picture === undefined) throw new Error('samples are missing');
    const page = {
      name: 'a"\r\n\ud800.html',
      mediaType: 'text/html',
      content: new TextEncoder().encode('<script>'),
    };
    await adapter.post(place('briefings'), { ...briefing, files: [page] }, 'briefing1');
    await adapter.post(place('briefings'), picture, 'picture1');
    const file = await fetch(`${adapter.url()}/files/briefings/1/0`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~*'()-]+$/);
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await file.text()).toBe('<script>');
    const drawn = await fetch(`${adapter.url()}/files/briefings/2/0`);
    expect(drawn.headers.get('content-type')).toBe('image/png');
    expect(drawn.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('who is not answered', () => {
  test('a name that leads here from elsewhere, and scripts of other sites', async () => {
    const url = (await start()).url();
    const host = new URL(url).host;
    expect((await knock(url, { host: 'evil.example' })).status).toBe(403);
    expect(
      (await knock(`${url}/api/messages?channel=general`, { host, 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    expect((await invoke(url, { line: 'x' }, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await invoke(url, { line: 'x' }, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  test('nobody else may read an answer: there is no CORS header, on errors neither', async () => {
    const url = (await start()).url();
    const headers = { host: new URL(url).host, origin: 'https://evil.example' };
    for (const [path, method] of [
      ['/', 'GET'],
      ['/api/invoke', 'OPTIONS'],
      ['/nothing', 'GET'],
    ] as const) {
      const response = await knock(`${url}${path}`, headers, method);
      expect(response.headers).not.toHaveProperty('access-control-allow-origin');
      expect(response.headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' });
    }
  });
});

describe('posting', () => {
  test('arrives, is found again by its marker, and a second attempt changes nothing', async () => {
    const adapter = await start();
    expect(await adapter.find(place('newsroom'), 'edition1', since)).toEqual({ state: 'absent' });
    const sent = await adapter.post(place('newsroom'), stubDigest(), 'edition1');
    expect(sent).toEqual({ state: 'sent', messageId: '1' });
    expect(await adapter.post(place('newsroom'), stubDigest(), 'edition1')).toEqual(sent);
    expect(await adapter.find(place('newsroom'), 'edition1', since)).toEqual({
      state: 'found',
      messageId: '1',
    });
    expect(await getJson(`${adapter.url()}/api/messages?channel=newsroom`)).toHaveLength(1);
  });

  test('to a channel that is not there is refused for good, with those there are', async () => {
    const outcome = await (await start()).post(place('sports'), stubDigest(), 'edition1');
    expect(outcome).toMatchObject({ state: 'refused', gone: true });
    expect(JSON.stringify(outcome)).toContain('general, newsroom, briefings');
  });

  test('is in doubt when the store fails, and then nobody knows what stands there', async () => {
    const broken = {
      append: () => Promise.reject(new Error('full')),
      replace: () => Promise.reject(new Error('full')),
      recent: () => Promise.reject(new Error('full')),
    };
    const adapter = await start({ messages: broken });
    expect(await adapter.post(place('newsroom'), stubDigest(), 'edition1')).toMatchObject({ state: 'doubt' });
    expect(await adapter.find(place('newsroom'), 'edition1', since)).toMatchObject({ state: 'unknown' });
  });
});

describe('the live stream', () => {
  const words = (text: string) => ({ kind: 'answer' as const, blocks: [paragraph(text)], sources: [] });

  test('says hello with the newest number, then shows each message as it comes', async () => {
    const adapter = await start();
    await adapter.post(place('general'), words('before'), 'before1');
    using stream = await openStream(`${adapter.url()}/api/live`);
    expect(await stream.next()).toMatchObject({ event: 'hello', id: '1' });
    expect(adapter.state()).toContain('1 page open');
    await adapter.post(place('newsroom'), words('the digest'), 'digest1');
    const event = await stream.next();
    expect(event).toMatchObject({ event: 'message', id: '2' });
    expect(JSON.parse(event.data)).toMatchObject({ channel: 'newsroom', marker: 'digest1', only: false });
  });

  test('that connects again gets what it missed, in order, before hello', async () => {
    const adapter = await start();
    for (const name of ['one', 'two', 'three']) await adapter.post(place('general'), words(name), `m${name}`);
    using stream = await openStream(`${adapter.url()}/api/live`, '1');
    const events = [await stream.next(), await stream.next(), await stream.next()];
    expect(events.map(({ event, id }) => `${event} ${id}`)).toEqual(['message 2', 'message 3', 'hello 3']);
  });

  test('opened by a page that knows how far it has read gets the rest too', async () => {
    const adapter = await start();
    for (const name of ['one', 'two']) await adapter.post(place('general'), words(name), `m${name}`);
    using stream = await openStream(`${adapter.url()}/api/live?after=1`);
    expect((await stream.next()).id).toBe('2');
  });

  test.each(['-1', 'abc', '1e9', ''])('with the nonsense number “%s” starts from now', async (lastSeen) => {
    const adapter = await start();
    await adapter.post(place('general'), words('old'), 'oldone');
    using stream = await openStream(`${adapter.url()}/api/live?after=${lastSeen}`);
    expect((await stream.next()).event).toBe('hello');
  });

  test('what comes while a page catches up is sent after it, and only then: no number hides an older message', async () => {
    const inner = memoryMessages();
    let arrive: (() => Promise<unknown>) | undefined;
    const messages = {
      ...inner,
      recent: async (channel: string, limit: number) => {
        const rows = await inner.recent(channel, limit);
        const now = arrive;
        arrive = undefined;
        await now?.();
        return rows;
      },
    };
    const adapter = await start({ messages });
    for (const name of ['one', 'two']) await adapter.post(place('general'), words(name), `m${name}`);
    arrive = () => adapter.post(place('briefings'), words('late'), 'mlate');
    using stream = await openStream(`${adapter.url()}/api/live`, '0');
    const ids: string[] = [];
    for (let event = await stream.next(); event.event !== 'hello'; event = await stream.next())
      ids.push(event.id);
    expect([...new Set(ids)]).toEqual(['1', '2', '3']);
    expect(ids).toEqual(ids.toSorted());
  });

  test('does not show what is for one reader alone', async () => {
    const adapter = await start();
    using stream = await openStream(`${adapter.url()}/api/live`);
    await stream.next();
    expect(await (await invoke(adapter.url(), { line: '/digest list' })).json()).toMatchObject({
      only: true,
    });
    await invoke(adapter.url(), { line: 'who?', marker: 'openforall' });
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ marker: 'openforall' });
  });
});
