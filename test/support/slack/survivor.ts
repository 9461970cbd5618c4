/**
 * Run as a process of its own: the adapter over Socket Mode beside a heartbeat, told what to do line by line.
 * A process that dies of an unhandled rejection here is the fault that the tests look for.
 */
import { createInterface } from 'node:readline';
import { createSlackAdapter } from '../../../src/platforms/slack/adapter.ts';
import { createTestDesk } from './desk.ts';
import { world } from './stand-in.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const adapter = createSlackAdapter(
  {
    botToken: world.botToken,
    appToken: world.appToken,
    prefix: '',
    managers: [],
    apiUrl: process.argv[2] ?? '',
  },
  {
    log: { info: () => {}, warn: () => {}, error: (_, message) => say(`error ${message}`) },
    clock: () => Temporal.Now.instant(),
    inbox: { first: async () => true },
  },
);
await adapter.connect(createTestDesk());
say('connected');

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'state') say(`state ${adapter.state()}`);
  if (line === 'stop') {
    await adapter[Symbol.asyncDispose]();
    say(`stopped ${adapter.state()}`);
  }
  if (line === 'end') break;
}
