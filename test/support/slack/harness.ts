import { createServer } from 'node:net';
import type { Desk, PlatformAdapter } from '../../../src/platforms/platform.ts';
import { createSlackAdapter } from '../../../src/platforms/slack/adapter.ts';
import type { SlackSettings } from '../../../src/platforms/slack/parts.ts';
import type { InboxStore } from '../../../src/store/ports.ts';
import { createTestDesk, type TestDesk } from './desk.ts';
import { type Gate, startGate } from './gate.ts';
import { world } from './stand-in.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

/** The real adapter with real Bolt, connected to the gate. */
export interface Harness extends AsyncDisposable {
  readonly gate: Gate;
  readonly adapter: PlatformAdapter;
  readonly desk: TestDesk;
  readonly log: readonly LogLine[];
  readonly inbox: TestInbox;
  /** Where signed requests go; HTTP only. */
  readonly eventsUrl: string;
}

export interface TestInbox extends InboxStore {
  /** The store answers no more, or with an error. */
  mode: 'works' | 'fails' | 'hangs';
}

export interface HarnessInput {
  readonly over: 'socket' | 'http';
  readonly settings?: Partial<SlackSettings>;
  /** Left to the test. */
  readonly connect?: false;
  /** Another desk than the one that the harness makes. */
  readonly answers?: Desk;
}

export async function startHarness(input: HarnessInput): Promise<Harness> {
  const gate = await startGate();
  const desk = createTestDesk();
  const inbox = createTestInbox();
  const log: LogLine[] = [];
  const port = await freePort();
  const way =
    input.over === 'socket' ? { appToken: world.appToken } : { signingSecret: world.signingSecret, port };
  const adapter = createSlackAdapter(
    { botToken: world.botToken, prefix: '', managers: [], apiUrl: gate.apiUrl, ...way, ...input.settings },
    { log: createLog(log), clock: () => Temporal.Now.instant(), inbox },
  );
  if (input.connect !== false) await adapter.connect(input.answers ?? desk);
  return {
    gate,
    adapter,
    desk,
    log,
    inbox,
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    async [Symbol.asyncDispose]() {
      await adapter[Symbol.asyncDispose]();
      await gate[Symbol.asyncDispose]();
    },
  };
}

function createLog(lines: LogLine[]) {
  const at =
    (level: LogLine['level']) =>
    (fields: object, message: string): void =>
      void lines.push({ level, fields, message });
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function createTestInbox(): TestInbox {
  const seen = new Set<string>();
  const inbox: TestInbox = {
    mode: 'works',
    async first(id) {
      if (inbox.mode === 'fails') throw new Error('the database is gone');
      if (inbox.mode === 'hangs') return new Promise<never>(() => {});
      return seen.size < seen.add(id).size;
    },
  };
  return inbox;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
