import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { answerQuestion } from '../src/answer/answer.ts';
import { libraryOf } from '../src/answer/fetch.ts';
import { importData } from '../src/import-data.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { openStore } from '../src/store/open-store.ts';

// Side by side, in one run and on the same data and questions: Dateline, and a full-text search that shows the best row.
// The search is what a desk without an answer engine would do; its figures show what the engine costs.

const root = join(import.meta.dirname, '..');
const data = join(root, 'data');
const rounds = 5;

/** Milliseconds by how often they are not exceeded. */
interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const before = performance.now();
  const result = await work();
  return { ms: performance.now() - before, result };
}

/** The questions of the project's own exam. */
async function readQuestions(): Promise<readonly string[]> {
  const folder = join(root, 'test', 'unit', 'answer', 'exam');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { question: string }).question);
}

async function measureEach(
  questions: readonly string[],
  ask: (question: string) => unknown,
): Promise<Spread> {
  for (const question of questions) await ask(question);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) times.push((await timed(() => ask(question))).ms);
  }
  return spread(times);
}

function searchOver(knowledge: Awaited<ReturnType<typeof loadKnowledge>>): MiniSearch {
  const search = new MiniSearch({ fields: ['title', 'summary', 'place'], storeFields: ['title'] });
  search.addAll(
    knowledge.events.map(({ id, title, summary, place }) => ({
      id,
      title,
      summary,
      place: `${place?.city ?? ''} ${place?.country ?? ''}`,
    })),
  );
  return search;
}

const line = (name: string, { p50, p95, p99 }: Spread): string =>
  `${name.padEnd(34)} p50 ${p50.toFixed(2)} ms   p95 ${p95.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms`;

async function run(): Promise<void> {
  const file = join(tmpdir(), `dateline-bench-${process.pid}.db`);
  const now = Temporal.ZonedDateTime.from('2026-11-23T09:00[UTC]');
  const questions = await readQuestions();
  try {
    await using store = await openStore(file);
    const first = await timed(() => importData(data, store));
    const second = await timed(() => importData(data, store));
    const index = await timed(() => libraryOf(store.knowledge, ''));
    const knowledge = await loadKnowledge(data);
    const peerIndex = await timed(() => searchOver(knowledge));
    const ours = await measureEach(questions, (each) => answerQuestion(each, now, store.knowledge, ''));
    const peer = await measureEach(questions, (each) => peerIndex.result.search(each)[0]);
    console.log(
      `${questions.length} questions, ${rounds} rounds each, after one to warm up; Node ${process.version}`,
    );
    console.log(line('Dateline, answer with evidence', ours));
    console.log(line('MiniSearch, best row', peer));
    console.log(`data into an empty database          ${first.ms.toFixed(0)} ms`);
    console.log(`the same data again                  ${second.ms.toFixed(0)} ms`);
    console.log(`index: Dateline ${index.ms.toFixed(0)} ms, MiniSearch ${peerIndex.ms.toFixed(0)} ms`);
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
  }
}

await run();
