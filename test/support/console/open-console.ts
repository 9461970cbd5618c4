import { type ConsoleAdapter, createConsoleAdapter } from '../../../src/platforms/console/adapter.ts';
import type { Desk } from '../../../src/platforms/platform.ts';
import type { ConsoleStore } from '../../../src/store/ports.ts';
import { memoryMessages } from './memory-messages.ts';
import { stubDesk } from './stub-desk.ts';

/** What a test says of its console; the rest is made up. */
export interface ConsoleOptions {
  readonly messages?: ConsoleStore;
  readonly desk?: Desk;
  readonly port?: number;
  readonly host?: string;
  readonly faults?: unknown[];
}

/** A console that listens on a free loopback port until it is disposed of. */
export async function openConsole(options: ConsoleOptions = {}): Promise<ConsoleAdapter> {
  const {
    messages = memoryMessages(),
    desk = stubDesk(),
    port = 0,
    host = '127.0.0.1',
    faults = [],
  } = options;
  const adapter = createConsoleAdapter(
    { port, host },
    { messages, clock: () => Temporal.Now.instant(), log: { error: (fields) => void faults.push(fields) } },
  );
  await adapter.connect(desk);
  return adapter;
}

/** Posts what the page posts. */
export const invoke = (url: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/invoke`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ channel: 'general', ...body }),
  });
