import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { type Question, readQuestions } from '../scripts/exam/question.ts';
import { answerQuestion } from '../src/answer/answer.ts';
import { toAskJson } from '../src/answer/ask-json.ts';
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
async function readExam(): Promise<readonly Question[]> {
  const folder = join(root, 'test', 'unit', 'answer', 'exam');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  return files.flatMap((name) => readQuestions(join(folder, name)));
}

/** Share of the questions that have an answer for which the first date shown is one that supports it, and share of the others declined. */
async function measureRight(
  questions: readonly Question[],
  firstDate: (question: string) => Promise<string | undefined>,
): Promise<string> {
  const [open, closed] = [[0, 0] as [number, number], [0, 0] as [number, number]];
  for (const { question, answerable, evidenceDates } of questions) {
    if (answerable && evidenceDates.length === 0) continue;
    const date = await firstDate(question);
    const counts = answerable ? open : closed;
    counts[0] += answerable
      ? Number(date !== undefined && evidenceDates.includes(date))
      : Number(date === undefined);
    counts[1] += 1;
  }
  const share = ([hits, all]: readonly [number, number]): string =>
    `${((100 * hits) / all).toFixed(1)} % of ${all}`;
  return `first evidence is of a right date: ${share(open)}; declined what nothing tells: ${share(closed)}`;
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
  const search = new MiniSearch({
    fields: ['title', 'summary', 'place'],
    storeFields: ['date'],
    searchOptions: { fuzzy: 0.1, prefix: true, boost: { title: 2 } },
  });
  search.addAll(
    knowledge.events.map(({ id, date, title, summary, place }) => ({
      id,
      date,
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
  const exam = await readExam();
  const questions = exam.map(({ question }) => question);
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
    const oursRight = await measureRight(
      exam,
      async (each) =>
        toAskJson((await answerQuestion(each, now, store.knowledge, '')).answer, '', 0).evidence[0]?.date,
    );
    const peerRight = await measureRight(exam, async (each) => peerIndex.result.search(each)[0]?.date);
    console.log(`Dateline    ${oursRight}`);
    console.log(`MiniSearch  ${peerRight}`);
    console.log(`data into an empty database          ${first.ms.toFixed(0)} ms`);
    console.log(`the same data again                  ${second.ms.toFixed(0)} ms`);
    console.log(`index: Dateline ${index.ms.toFixed(0)} ms, MiniSearch ${peerIndex.ms.toFixed(0)} ms`);
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
  }
}

await run();
