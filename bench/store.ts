import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { openStore } from '../src/store/open-store.ts';
import type { CandidateQuery, Store } from '../src/store/ports.ts';
import { startPostgres } from '../test/support/store/postgres-server.ts';

// SQLite and PostgreSQL side by side, in one run and with the same data; both write each commit to disk.

const rows = 2_500;
const workers = 8;
const rounds = 40;
const now = '2026-11-23T09:00:00Z';
const lease = '2026-11-23T09:02:00Z';
const place = { platform: 'slack', workspace: 'w', channel: 'c' };

const queries: readonly Partial<CandidateQuery>[] = [
  { words: ['rupee', 'trade', 'settlement'] },
  { words: ['summit'], entities: ['uzbekistan'] },
  { entities: ['sergey-lavrov', 'india'], from: '2023-05', until: '2023-05-05' },
];

type Figures = Readonly<Record<string, string>>;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

const perSecond = (count: number, ms: number): string => `${Math.round((count / ms) * 1000)} a second`;

async function measure(store: Store): Promise<Figures> {
  const { knowledge } = store;
  const data = await loadKnowledge(join(import.meta.dirname, '..', 'data'));
  const first = await timed(() => knowledge.replaceAll('', data));
  const second = await timed(() => knowledge.replaceAll('', data));
  const times = await candidateTimes(store);
  return {
    'records into an empty database': `${first.toFixed(0)} ms`,
    'the same records again': `${second.toFixed(0)} ms`,
    'candidates, p50': `${times[Math.floor(times.length / 2)]?.toFixed(1)} ms`,
    'candidates, p95': `${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
    ...(await measureLedger(store)),
  };
}

async function candidateTimes({ knowledge }: Store): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const whole = { words: [], entities: [], limit: 50, ...query };
      times.push(await timed(() => knowledge.candidates('', whole)));
    }
  }
  return times.toSorted((one, other) => one - other);
}

async function measureLedger({ deliveries }: Store): Promise<Figures> {
  const slots = Array.from({ length: rows }, (_, index) => ({
    id: `d${index}`,
    schedule: `s${index}`,
    slot: '2026-11-23@09:00',
    due: now,
    place,
    state: 'due' as const,
    attempts: 0,
  }));
  const claimed = await timed(() => deliveries.claimSlots(slots));
  const sendOne = async (): Promise<boolean> => {
    const row = await deliveries.take('bench', now, lease, [place.platform]);
    return row !== undefined && deliveries.settle(row.id, row.fence, { state: 'sent', messageId: 'm' });
  };
  const alone = 500;
  const oneByOne = await timed(async () => {
    for (let count = 0; count < alone; count++) await sendOne();
  });
  const together = await timed(() =>
    Promise.all(
      Array.from({ length: workers }, async () => {
        while (await sendOne());
      }),
    ),
  );
  return {
    [`claim ${rows} slots at once`]: `${claimed.toFixed(0)} ms`,
    'take and settle, one by one': perSecond(alone, oneByOne),
    [`take and settle, ${workers} at once`]: perSecond(rows - alone, together),
  };
}

async function measureAt(url: string): Promise<Figures> {
  await using store = await openStore(url);
  return await measure(store);
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
const server = await startPostgres('on');
try {
  const sqlite = await measureAt(`sqlite:${join(folder, 'd.db')}`);
  const postgres = await measureAt(`${server.url}/postgres`);
  console.log(`${''.padEnd(34)}${'SQLite'.padEnd(18)}PostgreSQL`);
  for (const [name, figure] of Object.entries(sqlite)) {
    console.log(`${name.padEnd(34)}${figure.padEnd(18)}${postgres[name] ?? ''}`);
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
