// A bot process for the chaos harness: the real store, the real ticker and the real calls to a platform, without its
// gateway. Ends itself by SIGKILL at a named point where it is told to. Writes `sent ID MILLISECONDS` for each delivery.
// Arguments: one JSON object, see WorkerParts.
import { writeSync } from 'node:fs';
import type { Client } from 'discord.js';
import type { DeliverRules, DeliveryPoint } from '../../src/digest/deliver-parts.ts';
import { callLimit } from '../../src/digest/deliver-parts.ts';
import { startTicker } from '../../src/digest/ticker.ts';
import type { PlatformAdapter } from '../../src/platforms/platform.ts';
import { openStore } from '../../src/store/open-store.ts';
import { botId } from './fake-discord.ts';
import { pictured } from './pictures.ts';

export interface WorkerParts {
  readonly database: string;
  readonly platform: 'discord' | 'slack';
  readonly url: string;
  readonly rules: DeliverRules;
  /** Seconds between two ticks. */
  readonly tick: number;
  /** Whether some digests carry a picture. */
  readonly pictures?: boolean;
  /** Dies when this point is reached for the so-manieth time. */
  readonly die?: { readonly at: DeliveryPoint; readonly after: number };
}

const parts = JSON.parse(process.argv[2] ?? '{}') as WorkerParts;
const tell = (line: string): number => writeSync(1, `${line}\n`);
const clock = (): Temporal.Instant => Temporal.Now.instant();
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function connect(): Promise<PlatformAdapter> {
  if (parts.platform === 'slack') {
    const { createSlackAdapter } = await import('../../src/platforms/slack/adapter.ts');
    const settings = {
      botToken: 'xoxb-fake',
      appToken: 'xapp-fake',
      prefix: '',
      managers: [],
      apiUrl: parts.url,
    };
    return createSlackAdapter(
      { ...settings, callTimeout: callLimit(parts.rules) },
      { log: quiet, clock, inbox: { first: async () => true } },
    );
  }
  const { createDiscordAdapter } = await import('../../src/platforms/discord/adapter.ts');
  const { createRest } = await import('../../src/platforms/discord/rest.ts');
  const { find } = await import('../../src/platforms/discord/find.ts');
  const settings = { token: 'fake', apiUrl: parts.url };
  const adapter = createDiscordAdapter(settings, { log: quiet, clock });
  const rest = createRest(settings, false);
  // What the gateway would have told: who we are. Of the channel it has told nothing, so it is asked over HTTP.
  const client = { user: { id: botId }, channels: { cache: new Map() } } as unknown as Client;
  return {
    ...adapter,
    find: (place, marker, since) => find({ client, me: botId }, rest, place, marker, since, clock),
  };
}

const connected = await connect();
const adapter = parts.pictures ? pictured(connected) : connected;
const store = await openStore(parts.database);
let count = 0;
const ticker = startTicker(
  {
    schedules: store.schedules,
    deliveries: store.deliveries,
    knowledge: store.knowledge,
    budgets: store.budgets,
    errands: store.errands,
    marks: store.marks,
    platforms: new Map([[adapter.name, adapter]]),
    owner: `p${process.pid}`,
    rules: parts.rules,
    sharedClock: store.clock,
    reached: (point) => {
      if (point !== parts.die?.at) return;
      count += 1;
      if (count >= parts.die.after) process.kill(process.pid, 'SIGKILL');
    },
    log: {
      info: (fields, message) => {
        if (message === 'delivery sent')
          tell(`sent ${(fields as { delivery: string }).delivery} ${Date.now()}`);
      },
      warn: (fields, message) =>
        void (process.env.CHAOS_LOG && tell(`warn ${message} ${JSON.stringify(fields)}`)),
      error: (fields, message) => tell(`error ${message} ${(fields as { err?: Error }).err?.stack ?? ''}`),
    },
  },
  parts.tick,
);
tell('ready');
process.on('SIGTERM', async () => {
  await ticker[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
  process.exit(0);
});
