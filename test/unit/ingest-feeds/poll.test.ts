import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextPoll } from '../../../src/ingest/feeds/next-poll.ts';
import { type PollParts, pollOne } from '../../../src/ingest/feeds/poll.ts';
import { createGatherer, type Gatherer } from '../../../src/ingest/gather.ts';
import type { Feed } from '../../../src/store/desk-ports.ts';
import type { Store } from '../../../src/store/ports.ts';
import { openWorld, report } from '../ingest-desk/desk-world.ts';

let server: Server;
let store: Store;
let gather: Gatherer;
let base = '';
let asked: { readonly url: string; readonly etag: string | undefined }[] = [];
/** What the server says next for the feed: a status, or its entries. */
let answer: number | readonly { readonly name: string; readonly at: string; readonly text?: string }[] = [];
let retryAfter: string | undefined;

const entryText = (name: string): string =>
  `${report.replaceAll('herring', name)} ${Array.from({ length: 60 }, (_, at) => `${name}${at}`).join(' ')}.`;
const page = (name: string): string =>
  `<html><head><title>About ${name} in Gullport</title></head><body><article><p>${entryText(name)}</p></article></body></html>`;

beforeEach(async () => {
  asked = [];
  retryAfter = undefined;
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push({ url, etag: request.headers['if-none-match'] });
    if (url.startsWith('/page/')) {
      const name = url.slice(6);
      response.writeHead(name === 'locked' ? 403 : 200, { 'content-type': 'text/html' }).end(page(name));
      return;
    }
    if (typeof answer === 'number') {
      response.writeHead(answer, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end('no');
      return;
    }
    const etag = `"${answer.map(({ name, at }) => `${name}${at}`).join()}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    const items = answer.map(
      ({ name, at, text = '' }) =>
        `<item><title>About ${name}</title><guid>${name}</guid><link>${base}/page/${name}</link><pubDate>${at}</pubDate><description>${text}</description></item>`,
    );
    response
      .writeHead(200, { etag })
      .end(`<rss version="2.0"><channel><title>Town News</title>${items.join('')}</channel></rss>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  store = await openWorld();
  gather = createGatherer(new Set([`127.0.0.1:${port}`]), { within: 5_000 });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await gather[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
});

const quietLog = { info: () => undefined, warn: () => undefined };
const parts = (): PollParts => ({
  feeds: store.feeds,
  articles: store.desk,
  knowledge: store.knowledge,
  errands: store.errands,
  gather,
  log: quietLog,
});
const follow = async (): Promise<void> => {
  await store.feeds.add({
    id: 'f1',
    platform: 'console',
    workspace: 'w1',
    channel: 'c1',
    url: `${base}/feed`,
    title: 'Town News',
    state: 'active',
    by: { id: 'r1', name: 'Reader' },
    at: '2026-11-25T09:00:00Z',
    nextPoll: '2026-11-25T09:00:00Z',
    failures: 0,
  });
};
const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-25T${time}:00Z`);
const poll = (time: string): Promise<boolean> => pollOne(parts(), at(time), new AbortController().signal);
const feed = async (): Promise<Feed | undefined> => (await store.feeds.list({ workspace: 'w1' }))[0];
const day = 'Thu, 04 May 2023 13:03:00 GMT';

describe('polling', () => {
  test('brings in what is new, once, for its workspace alone, and waits for a review', async () => {
    await follow();
    answer = [{ name: 'cod', at: day }];
    expect(await poll('09:00')).toBe(true);
    const [article] = await store.desk.list('w1');
    expect(article).toMatchObject({
      state: 'unreviewed',
      published: '2023-05-04',
      by: { name: 'feed Town News' },
    });
    expect((await store.desk.list('w2')).length).toBe(0);
    expect((await store.knowledge.counts('w1')).articles).toBe(0);
    answer = [
      { name: 'eel', at: day },
      { name: 'cod', at: day },
    ];
    await poll('09:15');
    expect((await store.desk.list('w1')).length).toBe(2);
    expect(asked.filter(({ url }) => url === '/page/cod')).toHaveLength(1);
  });
  test('is not before its time, and asks with what the last answer said', async () => {
    await follow();
    answer = [{ name: 'cod', at: day }];
    await poll('09:00');
    expect(await poll('09:14')).toBe(false);
    expect(await poll('09:15')).toBe(true);
    const feeds = asked.filter(({ url }) => url === '/feed');
    expect(feeds.map(({ etag }) => etag)).toEqual([undefined, `"cod${day}"`]);
    expect(await feed()).toMatchObject({ failures: 0, nextPoll: '2026-11-25T09:30:00Z' });
  });
  test('looks again at an entry whose date has changed', async () => {
    await follow();
    answer = [{ name: 'cod', at: day }];
    await poll('09:00');
    answer = [{ name: 'cod', at: 'Thu, 04 May 2023 15:00:00 GMT' }];
    await poll('09:15');
    expect(asked.filter(({ url }) => url === '/page/cod')).toHaveLength(2);
    expect((await store.desk.list('w1')).length).toBe(1);
  });
  test('begins with the newest entries of a long feed, and not with all of them', async () => {
    await follow();
    answer = Array.from({ length: 30 }, (_, index) => ({ name: `fish${index}`, at: day }));
    await poll('09:00');
    await poll('09:15');
    expect(asked.filter(({ url }) => url.startsWith('/page/'))).toHaveLength(10);
  });
  test('takes the entry’s own text where its page is locked, and passes over one without', async () => {
    await follow();
    answer = [{ name: 'locked', at: day, text: entryText('ling') }];
    await poll('09:00');
    expect((await store.desk.list('w1'))[0]?.text).toContain('ling');
    answer = [{ name: 'locked', at: 'Fri, 05 May 2023 13:03:00 GMT', text: 'Short.' }];
    expect(await poll('09:15')).toBe(true);
    expect((await store.desk.list('w1')).length).toBe(1);
  });
  test('two processes do not poll one feed at once', async () => {
    await follow();
    answer = [{ name: 'cod', at: day }];
    const outcomes = await Promise.all([poll('09:00'), poll('09:00')]);
    expect(outcomes.toSorted()).toEqual([false, true]);
  });
  test('a paused feed is left alone', async () => {
    await follow();
    await store.feeds.setState('f1', 'paused', '2026-11-25T09:00:00Z');
    expect(await poll('10:00')).toBe(false);
    expect(asked).toEqual([]);
  });
});

describe('a feed that fails', () => {
  test('is tried later and later, and not before the site asks for', async () => {
    await follow();
    answer = 503;
    await poll('09:00');
    expect(await feed()).toMatchObject({ failures: 1, state: 'active', nextPoll: '2026-11-25T09:30:00Z' });
    retryAfter = '7200';
    await poll('09:30');
    expect(await feed()).toMatchObject({ failures: 2, nextPoll: '2026-11-25T11:30:00Z' });
    answer = [];
    await poll('11:30');
    expect(await feed()).toMatchObject({ failures: 0 });
  });
  test('is paused in the end, and who added it is told once', async () => {
    await follow();
    answer = 410;
    let now = at('09:00');
    for (let count = 0; count < 5; count++) {
      await pollOne(parts(), now, new AbortController().signal);
      now = now.add({ hours: 24 });
    }
    expect(await feed()).toMatchObject({
      state: 'paused',
      trouble: 'The site says that there is no such feed (410).',
    });
    const [errand, ...others] = await store.errands.list({ kind: 'tell' });
    expect(others).toEqual([]);
    expect(errand).toMatchObject({ target: 'r1', place: { platform: 'console', workspace: 'w1' } });
    expect(errand?.words).toContain('/feed resume id:f1');
    expect(asked).toHaveLength(3);
  });
  test('because it is no feed counts as failed, and crashes nothing', async () => {
    await follow();
    answer = [{ name: 'cod', at: '</pubDate></item></channel></rss><!DOCTYPE x [<!ENTITY a "b">]>' }];
    expect(await poll('09:00')).toBe(true);
    expect(await feed()).toMatchObject({ failures: 1, state: 'active' });
  });
  test('never waits longer than a day, whatever it asks for', () => {
    const failed = { state: 'failed', reason: 'x', gone: false, seconds: 1e9 } as const;
    const { nextPoll: next } = nextPoll({ failures: 8 }, failed, at('09:00'));
    expect(next).toBe('2026-11-26T09:00:00Z');
  });
});
