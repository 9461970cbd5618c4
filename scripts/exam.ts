import { globSync } from 'node:fs';
import { answerQuestion } from '../src/answer/answer.ts';
import { toAskJson } from '../src/answer/ask-json.ts';
import { signsOf } from '../src/answer/confidence.ts';
import { readFacts } from '../src/answer/facts.ts';
import { libraryOf } from '../src/answer/fetch.ts';
import { mismatchOf } from '../src/answer/judge.ts';
import { lexiconLines, useLexicon } from '../src/answer/lexicon/synonyms.ts';
import { rank } from '../src/answer/rank.ts';
import { resolveRelative } from '../src/answer/relative.ts';
import { readSeries } from '../src/answer/series.ts';
import { splitParts } from '../src/answer/split-parts.ts';
import { understand } from '../src/answer/understand.ts';
import { wordUnit } from '../src/answer/word-claim.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { KnowledgeReader } from '../src/store/ports.ts';
import { memoryKnowledge } from '../test/support/memory-knowledge.ts';
import { type Case, fitWeights } from './exam/fit-weights.ts';
import { type Grade, grade } from './exam/grade.ts';
import { type Question, readQuestions } from './exam/question.ts';

/**
 * Asks the exam of the project and prints how many were right, for each kind, and how far the confidence can be relied on.
 *   node scripts/exam.ts [FILE.jsonl ...]         default: all of test/unit/answer/exam
 *   node scripts/exam.ts --fit [FILE.jsonl ...]   prints the weights for src/answer/confidence.ts, learnt with half a lexicon
 *   node scripts/exam.ts --half [FILE.jsonl ...]  asks with half of the lexicon left out, as if its words had never been met
 *   --failures prints the questions that went wrong. --data DIR reads other data than data/.
 */
async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--data');
  const data = at < 0 ? 'data' : (args[at + 1] ?? 'data');
  const files = args.filter((arg) => arg.endsWith('.jsonl'));
  const questions = (files.length > 0 ? files : globSync('test/unit/answer/exam/*.jsonl').sort()).flatMap(
    readQuestions,
  );
  const knowledge = memoryKnowledge(await loadKnowledge(data));
  if (args.includes('--half')) useLexicon(halfOf(lexiconLines, 1));
  if (args.includes('--fit')) console.log(fitWeights(await thinCases(questions, data)));
  else await report(questions, knowledge, args.includes('--failures'));
}

interface Asked extends Grade {
  readonly question: Question;
  readonly text: string;
  readonly status: string;
  readonly confidence: number;
  readonly ms: number;
}

async function report(
  questions: readonly Question[],
  knowledge: KnowledgeReader,
  failures: boolean,
): Promise<void> {
  for (const { question } of questions.slice(0, 50))
    await answerQuestion(
      question,
      Temporal.Instant.from(questions[0]?.now ?? '').toZonedDateTimeISO('UTC'),
      knowledge,
      '',
    );
  const asked: Asked[] = [];
  for (const question of questions) {
    const start = performance.now();
    const now = Temporal.Instant.from(question.now).toZonedDateTimeISO('UTC');
    const { answer } = await answerQuestion(question.question, now, knowledge, '');
    const ms = performance.now() - start;
    const json = toAskJson(answer, '', ms);
    asked.push({
      question,
      text: json.text,
      status: json.status,
      confidence: json.confidence,
      ms,
      ...grade(question, json),
    });
  }
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part}/${whole})`;
  const count = (list: readonly Asked[], test: (each: Asked) => boolean): number => list.filter(test).length;
  const open = asked.filter((each) => each.question.answerable);
  const closed = asked.filter((each) => !each.question.answerable);
  const shown = open.filter((each) => each.evidence !== undefined);
  console.log(
    `answerable, right        ${share(
      count(open, (each) => each.outcome === 'right'),
      open.length,
    )}`,
  );
  console.log(
    `  answered but wrong     ${share(
      count(open, (each) => each.outcome === 'wrong'),
      open.length,
    )}`,
  );
  console.log(
    `not answerable, declined ${share(
      count(closed, (each) => each.outcome === 'right'),
      closed.length,
    )}`,
  );
  console.log(
    `evidence of a right date ${share(
      count(shown, (each) => each.evidence === true),
      shown.length,
    )}`,
  );
  const times = asked.map((each) => each.ms).sort((left, right) => left - right);
  console.log(
    `ms: median ${(times[times.length >> 1] ?? 0).toFixed(1)}, p99 ${(times[Math.floor(times.length * 0.99)] ?? 0).toFixed(1)}`,
  );
  for (const [kind, list] of Map.groupBy(asked, (each) => each.question.kind))
    console.log(
      `  ${kind.padEnd(14)}${share(
        count(list, (each) => each.outcome === 'right'),
        list.length,
      )}`,
    );
  console.log('confidence of what was answered → share that was right');
  const answered = asked.filter((each) => each.status !== 'unanswered');
  for (const [from, until] of [
    [0, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 1.01],
  ] as const) {
    const bin = answered.filter((each) => each.confidence >= from && each.confidence < until);
    const mean = bin.reduce((sum, each) => sum + each.confidence, 0) / Math.max(1, bin.length);
    console.log(
      `  ${from.toFixed(2)}–${Math.min(1, until).toFixed(2)}  said ${mean.toFixed(2)}  was ${share(
        count(bin, (each) => each.outcome === 'right'),
        bin.length,
      )}`,
    );
  }
  if (failures)
    for (const each of asked.filter((one) => one.outcome !== 'right'))
      console.log(
        `- ${each.question.id} [${each.status}] ${each.question.question}\n    ${each.text.slice(0, 240)}`,
      );
}

/** So many different halves of the lexicon are left out in turn. */
const thinnings = 3;

/**
 * The lexicon grew from the failures of these very questions, so that with it they say nothing of words that nobody has met
 * yet; without half of it they do.
 */
async function thinCases(questions: readonly Question[], data: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (let seed = 1; seed <= thinnings; seed++) {
    useLexicon(halfOf(lexiconLines, seed));
    cases.push(...(await casesOf(questions, memoryKnowledge(await loadKnowledge(data)))));
  }
  useLexicon(lexiconLines);
  return cases;
}

/** About half of some lines, always the same ones for a seed. */
const halfOf = (lines: readonly string[], seed: number): readonly string[] =>
  lines.filter((_, at) => {
    const turn = Math.sin(at * 12.9898 + seed * 78.233) * 43758.5453;
    return turn - Math.floor(turn) >= 0.5;
  });

/** What the ranker alone would answer to questions of one part that no fact answers, with the signs of it. */
async function casesOf(questions: readonly Question[], knowledge: KnowledgeReader): Promise<readonly Case[]> {
  const { library } = await libraryOf(knowledge, '');
  return questions.flatMap((question): Case[] => {
    if (splitParts(question.question).length > 1) return [];
    const today = Temporal.Instant.from(question.now).toZonedDateTimeISO('UTC').toPlainDate();
    const query = resolveRelative(understand(question.question, today, library), library);
    const isFact = readFacts(query, library) !== undefined || readSeries(query, library) !== undefined;
    if (query.times.impossible !== undefined || isFact) return [];
    const [best, second] = rank(query, library, 3);
    if (best === undefined || query.terms.length === 0) return [];
    // What the judge turns down whatever the chance teaches nothing about the chance.
    if (mismatchOf(query, best, library) !== undefined) return [];
    const json = { status: 'answered', text: wordUnit(best.unit).text, evidence: [] } as const;
    const right =
      question.answerable &&
      grade(question, { ...json, claims: [], missing: [], nearest: [], confidence: 0, receipt: '', ms: 0 })
        .outcome === 'right';
    return [{ signs: signsOf(query, best, second), right, weight: question.answerable ? 1 : 3 }];
  });
}

await main(process.argv.slice(2));
