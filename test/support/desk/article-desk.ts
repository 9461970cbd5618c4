import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import article from '../../../commands/article.ts';
import ask from '../../../commands/ask.ts';
import feed from '../../../commands/feed.ts';
import { type BotParts, createComplete, createDispatch, createForm } from '../../../src/bot.ts';
import { createGatherer } from '../../../src/ingest/gather.ts';
import type { Invocation, Origin } from '../../../src/invocation.ts';
import type { LanguageModel } from '../../../src/model/port.ts';
import type { Desk } from '../../../src/platforms/platform.ts';
import type { Store } from '../../../src/store/ports.ts';
import { openWorld, report } from '../../unit/ingest-desk/desk-world.ts';
import { makeContext } from '../context.ts';

/** A second article, of other words. */
export const quotas = `Norrland’s fishing fleet stayed in port on Wednesday after its owners had asked for smaller quotas, said the owner of the largest ship, Lena Orsk, who has run it since 2009.

“We shall not sail for nothing,” Orsk said. Boats from Brenland sailed as usual.`;

/** A site of two articles, and of a page that leads to where nobody may go. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  /** `host:port`. */
  readonly pair: string;
}

export async function openSite(): Promise<Site> {
  const page = (title: string, text: string): string =>
    `<html><head><title>${title}</title><meta name="author" content="The Gazette"></head><body><article><h1>${title}</h1>${text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}</article></body></html>`;
  const pages: Readonly<Record<string, string>> = {
    '/herring': page('Ministers meet in Gullport', report),
    '/quotas': page('Fleet stays in port', quotas),
  };
  const server = createServer((request, answer) => {
    const found = pages[request.url ?? ''];
    if (request.url === '/inside') answer.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else if (found === undefined) answer.writeHead(404, { 'content-type': 'text/html' }).end('no');
    else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(found);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const pair = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${pair}`,
    pair,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The real commands on articles, over a store in memory and a site on this machine. */
export interface ArticleTestDesk extends AsyncDisposable {
  readonly desk: Desk & { readonly form: NonNullable<Desk['form']> };
  readonly store: Store;
  readonly site: Site;
  /** What was dispatched, oldest first. */
  readonly seen: readonly { readonly invocation: Invocation; readonly origin: Origin }[];
}

export async function openArticleDesk(model?: LanguageModel): Promise<ArticleTestDesk> {
  const store = await openWorld();
  const site = await openSite();
  const gather = createGatherer(new Set([site.pair]));
  const {
    now: _now,
    origin: _origin,
    signal: _signal,
    ...resources
  } = makeContext({ knowledge: store.knowledge });
  const commands = [ask, article, feed];
  const bot: BotParts = {
    commands,
    clock: () => Temporal.Instant.from('2023-05-05T09:00:00Z'),
    zone: 'UTC',
    resources: {
      ...resources,
      articles: { store: store.desk, feeds: store.feeds, gather },
      ...(model === undefined ? {} : { model }),
    },
    log: {
      error: (fields, message) => {
        throw new Error(`${message} ${JSON.stringify(fields)}`, {
          cause: 'err' in fields ? fields.err : undefined,
        });
      },
    },
  };
  const dispatch = createDispatch(bot);
  const seen: { readonly invocation: Invocation; readonly origin: Origin }[] = [];
  return {
    store,
    site,
    seen,
    desk: {
      commands,
      complete: createComplete(bot),
      form: createForm(bot),
      dispatch: (invocation, origin) => {
        seen.push({ invocation, origin });
        return dispatch(invocation, origin);
      },
    },
    async [Symbol.asyncDispose]() {
      await gather[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
