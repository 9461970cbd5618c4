import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { onThisDay } from '../../src/digest/on-this-day.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/ports.ts';
import { describePostgres, emptyDatabase } from '../support/store/postgres-store.ts';

const exam = join('test', 'unit', 'answer', 'exam');
/** Questions that are asked on both: every so manieth of the project's own exam. */
const step = 9;

interface Question {
  readonly question: string;
  readonly now: string;
}

async function readQuestions(): Promise<readonly Question[]> {
  const names = (await readdir(exam)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(exam, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return lines.filter((_, index) => index % step === 0).map((line) => JSON.parse(line) as Question);
}

describePostgres('SQLite and PostgreSQL, both with the data that ships', () => {
  let stores: readonly Store[];
  beforeAll(async () => {
    const data = await loadKnowledge('data');
    const [sqlite, postgres] = [await openStore(':memory:'), await openStore(await emptyDatabase())];
    stores = [sqlite, postgres];
    for (const { knowledge } of stores) await knowledge.replaceAll('', data);
    return async () => {
      for (const store of stores) await store[Symbol.asyncDispose]();
    };
  });

  /** The same done on both. */
  const onBoth = <T>(run: (store: Store) => Promise<T>): Promise<readonly T[]> =>
    Promise.all(stores.map(run));

  test('give the same answers with the same evidence, and the same reasons', {
    timeout: 60_000,
  }, async () => {
    const questions = await readQuestions();
    expect(questions.length).toBeGreaterThan(35);
    let answered = 0;
    for (const { question, now } of questions) {
      const at = Temporal.Instant.from(now).toZonedDateTimeISO('UTC');
      const [one, other] = await onBoth(({ knowledge }) => answerQuestion(question, at, knowledge, ''));
      expect(other, question).toEqual(one);
      if (one?.answer.status !== 'unanswered') answered++;
    }
    expect(answered, 'the questions were not answered at all').toBeGreaterThan(questions.length / 3);
  });

  test('tell the same of all 366 days, in the same order', async () => {
    const first = Temporal.PlainDate.from('2024-01-01');
    const today = Temporal.PlainDate.from('2026-11-23');
    let told = 0;
    for (let number = 0; number < 366; number++) {
      const monthDay = first.add({ days: number }).toString().slice(5);
      const [one, other] = await onBoth(async ({ knowledge }) =>
        onThisDay(await knowledge.eventsOn('', monthDay), monthDay, today),
      );
      expect(other, monthDay).toEqual(one);
      told += one?.length ?? 0;
    }
    expect(told).toBeGreaterThan(366);
  });

  test('have the same version of the same data, so that receipts of one hold on the other', async () => {
    const [one, other] = await onBoth(({ knowledge }) => knowledge.version(''));
    expect(other).toBe(one);
  });
});
