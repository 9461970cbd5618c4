import type { Server } from 'node:http';
import type { Document } from '../../document/model.ts';
import type { ConsoleStore, Place } from '../../store/ports.ts';
import type { Desk, FindOutcome, Manners, PlatformAdapter, PostOutcome } from '../platform.ts';
import { readAssets } from './assets.ts';
import { createChanges } from './changes.ts';
import { consoleChannels } from './channels.ts';
import { isChannel } from './counter.ts';
import { hostsOf } from './guard.ts';
import { close, listen, portOf } from './listen.ts';
import type { StandingMessage } from './message.ts';
import { createMessageLog } from './message-log.ts';
import { createRoutes } from './routes.ts';
import { createViewers } from './viewers.ts';

/** Where the console listens: port 0 takes a free one; the host is a loopback address, 127.0.0.1 unless told. */
export interface ConsoleSettings {
  readonly port: number;
  readonly host?: string;
}

/** What the console needs from the edge. */
export interface ConsoleParts {
  readonly log: { error(fields: object, message: string): void };
  readonly clock: () => Temporal.Instant;
  readonly messages: ConsoleStore;
  /** When the bot started, for `/healthz`; unless told, when the console connected. */
  readonly started?: Temporal.Instant;
  /** The page of an edition by the last part of its signed link; undefined where there is none. */
  readonly edition?: (key: string) => Promise<string | undefined>;
  /** The name under which a proxy passes on what belongs to edition pages, and nothing else. */
  readonly publicHost?: string;
}

/** The browser console as one more chat platform. */
export interface ConsoleAdapter extends PlatformAdapter {
  /** The address to open, once connected: `http://127.0.0.1:8080`. */
  url(): string;
}

/** Messages for one reader alone whose files can still be fetched. */
const mostKept = 50;

/** Creates the adapter; nothing is opened before `connect`. */
export function createConsoleAdapter(settings: ConsoleSettings, parts: ConsoleParts): ConsoleAdapter {
  const host = settings.host ?? '127.0.0.1';
  const log = createMessageLog(parts.messages);
  const viewers = createViewers();
  const kept = new Map<string, StandingMessage>();
  let server: Server | undefined;
  let port = settings.port;

  const url = (): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

  async function connect(desk: Desk): Promise<void> {
    const app = createRoutes({
      desk,
      log,
      viewers,
      clock: parts.clock,
      assets: await readAssets(),
      hosts: () => hostsOf(port),
      keep: (message) => keep(kept, message),
      kept: (id) => kept.get(id),
      started: parts.started ?? parts.clock(),
      edition: parts.edition ?? (async () => undefined),
      publicHost: parts.publicHost,
      fault: (err) => parts.log.error({ err }, 'the console could not answer a request'),
    });
    server = await listen(app, settings.port, host);
    // Kept, because a server that is closing no longer knows it and may still be asked.
    port = portOf(server);
  }

  async function post(place: Place, document: Document, marker: string): Promise<PostOutcome> {
    if (!isChannel(place.channel)) return gone(place.channel);
    try {
      const standing = await log.append(place.channel, { marker, document }, parts.clock());
      viewers.show(standing);
      return { state: 'sent', messageId: standing.id };
    } catch (fault) {
      return { state: 'doubt', reason: String(fault) };
    }
  }

  async function find(place: Place, marker: string): Promise<FindOutcome> {
    try {
      const standing = (await log.recent(place.channel)).find((each) => each.marker === marker);
      return standing ? { state: 'found', messageId: standing.id } : { state: 'absent' };
    } catch (fault) {
      return { state: 'unknown', reason: String(fault) };
    }
  }

  return {
    name: 'console',
    connect,
    post,
    find,
    manners,
    changes: createChanges(log, viewers, parts.clock),
    url,
    state: () => (server ? `open at ${url()}, ${pages(viewers.count())}` : 'closed'),
    async [Symbol.asyncDispose]() {
      viewers.close();
      if (server) await close(server);
      server = undefined;
    },
  };
}

/** The console is ours: it takes a marker once, however often it is posted. */
const manners: Manners = { everyCall: 0, everyMessage: 0, tokenOf: 'platform', again: 'harmless' };

const pages = (count: number): string => (count === 1 ? '1 page open' : `${count} pages open`);

function gone(channel: string): PostOutcome {
  const names = consoleChannels.map(({ name }) => name).join(', ');
  return { state: 'refused', reason: `the console has no channel ${channel}; it has ${names}`, gone: true };
}

function keep(kept: Map<string, StandingMessage>, message: StandingMessage): void {
  kept.set(message.id, message);
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
}
