import { readFileSync } from 'node:fs';

/** One question of the exam with what a right answer shows; the patterns are read without accents and case. */
export interface Question {
  readonly id: string;
  readonly question: string;
  /** ISO instant at which it is asked. */
  readonly now: string;
  readonly kind: string;
  readonly answerable: boolean;
  /** A false premise: to say nothing is right too. */
  readonly abstainOk?: boolean;
  /** Only the first half is in the data. */
  readonly expectStatus?: 'partial';
  /** Groups of patterns: one of each group has to match. */
  readonly must: readonly (readonly string[])[];
  /** Patterns that show a wrong answer. */
  readonly mustNot: readonly string[];
  /** Dates of records that support the answer; empty: not measured. */
  readonly evidenceDates: readonly string[];
}

/** Reads a file with one question a line. Throws what `readFileSync` and `JSON.parse` throw. */
export const readQuestions = (path: string): readonly Question[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Question);
