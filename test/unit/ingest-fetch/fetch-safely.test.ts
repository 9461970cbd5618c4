import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FetchRules, fetchSafely } from '../../../src/ingest/fetch/fetch-safely.ts';
import { oneSentence } from '../../support/one-sentence.ts';

const huge = Buffer.alloc(64_000_000);
let hits: string[] = [];

const pages: Record<string, RequestListener> = {
  '/page': (_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello.</p>'),
  '/gzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
  '/br': (_, answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed')),
  '/twice': (_, answer) =>
    answer.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('packed'))),
  '/bomb-gzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(huge)),
  '/bomb-zstd': (_, answer) =>
    answer.writeHead(200, { 'content-encoding': 'zstd' }).end(zstdCompressSync(huge)),
  '/bomb-twice': (_, answer) =>
    answer.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(huge))),
  '/thrice': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end('x'),
  '/odd': (_, answer) => answer.writeHead(200, { 'content-encoding': 'rot13' }).end('uryyb'),
  '/broken-gzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
  '/large': (_, answer) => answer.end(huge),
  '/drip': async (_, answer) => {
    while (!answer.destroyed) {
      answer.write('x');
      await pause(20);
    }
  },
  '/silent': () => undefined,
  '/cut': (_, answer) => {
    answer.writeHead(200, { 'content-length': '100' }).write('half');
    setTimeout(() => answer.destroy(), 20);
  },
  '/loop': (_, answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/gone': (_, answer) => answer.writeHead(404).end('no'),
};

let server: Server;
let other: Server;
const portOf = (each: Server): number => (each.address() as AddressInfo).port;
const base = (): string => `http://127.0.0.1:${portOf(server)}`;
const rules = (more: Partial<FetchRules> = {}): FetchRules => ({
  within: 3_000,
  bytes: 1_000_000,
  allow: new Set([`127.0.0.1:${portOf(server)}`]),
  ...more,
});
const fetchPage = (path: string, more: Partial<FetchRules> = {}) =>
  fetchSafely(`${base()}${path}`, rules(more));
const said = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fetched',
    (fault: Error) => `${fault.name}: ${fault.message}`,
  );
const expectRefusal = async (work: Promise<unknown>, words: RegExp): Promise<void> => {
  const sentence = await said(work);
  expect(sentence).toMatch(/^ReaderError: /);
  expect(sentence).toMatch(words);
  expect(sentence).toMatch(oneSentence);
};

beforeAll(async () => {
  server = createServer((request, answer) => {
    hits.push(request.url ?? '');
    const to = /^\/to\?(.*)$/.exec(request.url ?? '')?.[1];
    if (to !== undefined) answer.writeHead(302, { location: decodeURIComponent(to) }).end();
    else (pages[request.url ?? ''] ?? pages['/gone'])?.(request, answer);
  });
  other = createServer((_, answer) => {
    hits.push('OTHER');
    answer.end('secret of another service');
  });
  await Promise.all(
    [server, other].map((each) => new Promise<void>((done) => each.listen(0, '127.0.0.1', done))),
  );
});
afterAll(() => {
  for (const each of [server, other]) {
    each.closeAllConnections();
    each.close();
  }
});

describe('what is fetched', () => {
  test.each(['/page', '/gzip', '/br', '/twice'])('%s is read', async (path) => {
    const { status, body, url } = await fetchPage(path);
    expect([status, url]).toEqual([200, `${base()}${path}`]);
    expect(Buffer.from(body).toString()).toMatch(/packed|Hello/);
  });
  test('a redirect within what is allowed is followed, and the last address told', async () => {
    expect((await fetchPage('/to?/page')).url).toBe(`${base()}/page`);
  });
  test('a page that is not there is told by its status', async () => {
    expect((await fetchPage('/nothing')).status).toBe(404);
  });
});

describe('redirects are checked like any address', () => {
  const targets = [
    ['http://127.0.0.1/', /loopback/],
    ['http://2130706433/', /loopback/],
    ['http://0177.0.0.1/', /loopback/],
    ['http://0x7f.1/', /loopback/],
    ['http://[::1]/', /loopback/],
    ['http://[::ffff:127.0.0.1]/', /loopback/],
    ['http://169.254.169.254/latest/meta-data/', /link-local/],
    ['//10.0.0.1/', /private/],
    ['http://localhost/', /private network/],
    ['file:///etc/passwd', /Only https and http/],
    ['http://example.org:6379/', /port 6379/],
    ['http://a:b@example.org/', /password/],
  ] as const;
  test.each(targets)('to %s', async (target, words) => {
    await expectRefusal(fetchPage(`/to?${encodeURIComponent(target)}`), words);
  });
  test('to another port of the same machine: nothing is sent there', async () => {
    hits = [];
    const target = encodeURIComponent(`http://127.0.0.1:${portOf(other)}/`);
    await expectRefusal(fetchPage(`/to?${target}`), /Pages are read on ports 80 and 443/);
    expect(hits).not.toContain('OTHER');
  });
  test('without end', async () => {
    hits = [];
    await expectRefusal(fetchPage('/loop'), /passed on more than 5 times/);
    expect(hits).toHaveLength(6);
  });
});

describe('names', () => {
  const named = (addresses: readonly string[]) => ({
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });
  test.each([['127.0.0.1'], ['10.0.0.8'], ['169.254.169.254'], ['::1'], ['fd00::1'], ['::ffff:127.0.0.1']])(
    'that lead to %s are refused',
    async (address) => {
      await expectRefusal(
        fetchSafely('http://rebind.example.org/', rules(named([address]))),
        /rebind\.example\.org .* is an? [a-z-]+ address/,
      );
    },
  );
  test('of which one address of several is private are refused', async () => {
    await expectRefusal(
      fetchSafely('http://mixed.example.org/', rules(named(['93.184.215.14', '127.0.0.1']))),
      /loopback/,
    );
  });
  test('are resolved once: a name server that changes its mind has nobody to tell', async () => {
    let asked = 0;
    const port = portOf(server);
    // The first answer is checked and used; a second, to another machine, is never asked for.
    const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    const allow = new Set([`pinned.example.org:${port}`]);
    const { body } = await fetchSafely(`http://pinned.example.org:${port}/page`, rules({ allow, resolve }));
    expect(Buffer.from(body).toString()).toContain('Hello');
    expect(asked).toBe(1);
  });
  test('that are not there', async () => {
    await expectRefusal(fetchSafely('http://nowhere.example.org/', rules(named([]))), /There is no site/);
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    await expectRefusal(fetchSafely('http://nowhere.example.org/', rules({ resolve })), /There is no site/);
  });
  test('whose resolver never answers end at the deadline', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    await expectRefusal(
      fetchSafely('http://slow.example.org/', rules({ resolve, within: 100 })),
      /longer than 0.1 s/,
    );
  });
});

describe('floods', () => {
  test.each(['/bomb-gzip', '/bomb-zstd', '/bomb-twice', '/large'])(
    '%s is cut off at the limit of decompressed bytes',
    async (path) => {
      const before = process.memoryUsage().rss;
      await expectRefusal(fetchPage(path), /larger than 1 MB/);
      expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
    },
  );
  test.each([
    ['/thrice', /3 times over/],
    ['/odd', /cannot be read here/],
    ['/broken-gzip', /compressed wrongly/],
    ['/cut', /could not be read/],
  ])('%s is refused', async (path, words) => {
    await expectRefusal(fetchPage(path), words);
  });
  test.each(['/drip', '/silent'])('%s ends at the total deadline, however it drips', async (path) => {
    const before = performance.now();
    await expectRefusal(fetchPage(path, { within: 300 }), /longer than 0.3 s/);
    expect(performance.now() - before).toBeLessThan(2_500);
  });
  test('stops when it is told to', async () => {
    const stop = new AbortController();
    const work = said(fetchSafely(`${base()}/silent`, rules(), {}, stop.signal));
    setTimeout(() => stop.abort(), 50);
    expect(await work).toMatch(/AbortError/);
  });
});

test('proxies of the environment are not used', async () => {
  const before = { ...process.env };
  try {
    hits = [];
    process.env.HTTP_PROXY = process.env.http_proxy = `http://127.0.0.1:${portOf(other)}`;
    process.env.NODE_USE_ENV_PROXY = '1';
    await fetchPage('/page');
    expect(hits).toEqual(['/page']);
  } finally {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY'])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  }
});
