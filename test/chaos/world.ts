import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeliverRules } from '../../src/digest/deliver-parts.ts';
import { weekdays } from '../../src/digest/slots.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Delivery, Store } from '../../src/store/ports.ts';
import type { Fake } from './fake.ts';
import { guild } from './fake-discord.ts';
import type { WorkerParts } from './worker.ts';

/** Short waiting times, in the proportions of the real ones: call limit 0.6 s. */
export const chaosRules: DeliverRules = { lease: 2, settle: 1, nonce: 2, graceHours: 6 };

/** A world of one database, one platform and its bot processes. */
export interface World extends AsyncDisposable {
  readonly store: Store;
  /** Starts a process; resolves when it is at work. */
  start(die?: WorkerParts['die']): Promise<ChildProcess>;
  /** Resolves when a process has ended. */
  ended(child: ChildProcess): Promise<void>;
  readonly running: ReadonlySet<ChildProcess>;
  /** When the process that sent a delivery knew that it had. */
  readonly sent: ReadonlyMap<string, number>;
  readonly errors: readonly string[];
  /** Processes that SIGKILL has ended so far, from outside or at a point of their own. */
  kills(): number;
  rows(): Promise<readonly Delivery[]>;
  /** Waits until so many rows are there and none is under way; throws when that takes too long. */
  quiet(digests: number, within: number): Promise<void>;
}

export async function openWorld(
  database: string,
  platform: WorkerParts['platform'],
  fake: Fake,
  rules: DeliverRules = chaosRules,
  tick = 1,
  pictures = false,
): Promise<World> {
  const store = await openStore(database);
  const running = new Set<ChildProcess>();
  const sent = new Map<string, number>();
  const errors: string[] = [];
  let killed = 0;

  function read(child: ChildProcess, onReady: () => void): void {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const [word, id = '', at = ''] = line.split(' ');
        if (word === 'ready') onReady();
        else if (word === 'sent') sent.set(id, Number(at));
        else errors.push(line);
      }
    });
  }

  async function start(die?: WorkerParts['die']): Promise<ChildProcess> {
    const parts: WorkerParts = {
      database,
      platform,
      url: fake.url,
      rules,
      tick,
      pictures,
      ...(die === undefined ? {} : { die }),
    };
    const child = spawn(process.execPath, ['test/chaos/worker.ts', JSON.stringify(parts)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Many are started: the next one finds what this one compiled.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'dateline-compiled') },
    });
    running.add(child);
    child.once('exit', (_, signal) => {
      running.delete(child);
      if (signal === 'SIGKILL') killed += 1;
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    read(child, resolve);
    child.once('exit', () => resolve());
    await promise;
    return child;
  }

  const rows = (): Promise<readonly Delivery[]> => store.deliveries.list();
  return {
    store,
    start,
    running,
    sent,
    errors,
    kills: () => killed,
    rows,
    ended: async (child) => {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    async quiet(digests, within) {
      const end = performance.now() + within;
      for (;;) {
        // Only what is open is read while it lasts: the fakes live in this process, and must answer in time.
        const open = [
          ...(await store.deliveries.list({ state: 'sending', limit: 3 })),
          ...(await store.deliveries.list({ state: 'due', limit: 3 })),
        ];
        if (open.length === 0 && (await rows()).length >= digests) return;
        if (performance.now() > end) {
          throw new Error(`deliveries are still under way: ${JSON.stringify(open)}`);
        }
        await pause(250);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const child of running) child.kill('SIGKILL');
      await Promise.all([...running].map((child) => once(child, 'exit')));
      await store[Symbol.asyncDispose]();
    },
  };
}

/**
 * Digests that are all due since the last full minute, spread over so many channels.
 * @param first number of the first of them: the next ones are others than those that were added before
 */
export async function addDigests(
  store: Store,
  platform: WorkerParts['platform'],
  count: number,
  channels: number,
  first = 0,
): Promise<void> {
  const now = await store.clock();
  const due = now.toZonedDateTimeISO('UTC');
  const at = due.toPlainTime().toString({ smallestUnit: 'minute' });
  for (let number = first; number < first + count; number++) {
    const channel =
      platform === 'discord'
        ? String(700_000_000_000_000_000n + BigInt(number % channels))
        : `C${number % channels}`;
    await store.schedules.add({
      id: `d${number}`,
      place: { platform, workspace: guild, channel },
      owner: 'operator',
      zone: 'UTC',
      at: [at],
      days: weekdays,
      topics: [],
      size: 5,
      state: 'active',
      activeFrom: due.toInstant().subtract({ seconds: 120 }).toString(),
    });
  }
}

/** What a reader would complain of. */
export interface Verdict {
  readonly digests: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly uncertain: number;
  /** Seconds from the first call for a digest to the moment in which a process knew that it had arrived, where there was trouble. */
  readonly recovery: {
    readonly count: number;
    readonly p50: number;
    readonly p99: number;
    readonly most: number;
  };
}

/** Counts at the platform's side what arrived, and holds the ledger to it. */
export function judge(rows: readonly Delivery[], fake: Fake, sent: ReadonlyMap<string, number>): Verdict {
  const standing = Map.groupBy(fake.messages, ({ marker }) => marker);
  const troubled = rows.flatMap(({ id }) => {
    const asked = fake.asked.get(id);
    const at = sent.get(id);
    return asked === undefined || at === undefined || asked.count < 2 ? [] : [(at - asked.at) / 1000];
  });
  const sorted = troubled.toSorted((one, other) => one - other);
  const quantile = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    digests: rows.length,
    lost: rows
      .filter(({ id, state, messageId }) => {
        const found = standing.get(id) ?? [];
        return state !== 'sent' || !found.some((message) => message.id === messageId);
      })
      .map(({ id, state, error }) => `${id} ${state} ${error ?? ''}`),
    doubled: [...standing].filter(([, found]) => found.length > 1).map(([marker]) => marker),
    uncertain: rows.filter(({ state }) => state === 'uncertain').length,
    recovery: { count: sorted.length, p50: quantile(0.5), p99: quantile(0.99), most: sorted.at(-1) ?? 0 },
  };
}
