import { globSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Grade, grade } from '../../../scripts/exam/grade.ts';
import { type Question, readQuestions } from '../../../scripts/exam/question.ts';
import { answerQuestion } from '../../../src/answer/answer.ts';
import { toAskJson } from '../../../src/answer/ask-json.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { memoryKnowledge } from '../../support/memory-knowledge.ts';

/** What the project's own exam must not fall under; the halves that the weights were fitted on stand well above. */
const least = { right: 0.92, declined: 0.95, evidence: 0.95, share: 0.85 } as const;

let asked: readonly (Grade & { readonly question: Question; readonly status: string })[];
beforeAll(async () => {
  const knowledge = memoryKnowledge(await loadKnowledge('data'));
  const questions = globSync('test/unit/answer/exam/*.jsonl').sort().flatMap(readQuestions);
  asked = await Promise.all(
    questions.map(async (question) => {
      const now = Temporal.Instant.from(question.now).toZonedDateTimeISO('UTC');
      const json = toAskJson((await answerQuestion(question.question, now, knowledge, '')).answer, '', 0);
      return { question, status: json.status, ...grade(question, json) };
    }),
  );
}, 60_000);

const share = <T>(list: readonly T[], test: (each: T) => boolean): number =>
  list.filter(test).length / list.length;

describe('the project’s own exam', () => {
  it('is large, and one question in eight must not be answered', () => {
    expect(asked.length).toBeGreaterThan(500);
    expect(share(asked, (each) => !each.question.answerable)).toBeGreaterThan(0.12);
  });
  it('is answered right', () => {
    const open = asked.filter((each) => each.question.answerable);
    expect(share(open, (each) => each.outcome === 'right')).toBeGreaterThan(least.right);
  });
  it('is declined where nothing is recorded', () => {
    const closed = asked.filter((each) => !each.question.answerable);
    expect(share(closed, (each) => each.outcome === 'right')).toBeGreaterThanOrEqual(least.declined);
  });
  it('is answered with evidence of the right date', () => {
    const shown = asked.filter((each) => each.evidence !== undefined);
    expect(share(shown, (each) => each.evidence === true)).toBeGreaterThan(least.evidence);
  });
  it('is answered right in each kind', () => {
    for (const [kind, list] of Map.groupBy(asked, (each) => each.question.kind))
      expect([kind, share(list, (each) => each.outcome === 'right') >= least.share]).toEqual([kind, true]);
  });
});
