import type { AskJson } from '../../src/answer/ask-json.ts';
import type { Question } from './question.ts';

export interface Grade {
  readonly outcome: 'right' | 'wrong' | 'silent';
  /** Evidence of a supporting date was shown; undefined where it is not measured. */
  readonly evidence?: boolean;
}

/** Longest answer, in characters, that counts as one. */
const longest = 700;

/** Grades one answer: every group matched and nothing forbidden; for a question that must not be answered, silence. */
export function grade(question: Question, answer: AskJson): Grade {
  const text = plain(answer.text);
  const matches = (pattern: string): boolean => new RegExp(pattern, 'i').test(text);
  const forbidden = question.mustNot.some(matches);
  const silent = answer.status === 'unanswered';
  if (!question.answerable) return { outcome: silent && !forbidden ? 'right' : 'wrong' };
  if (silent) return { outcome: question.abstainOk === true && !forbidden ? 'right' : 'silent' };
  const right = question.must.every((group) => group.some(matches)) && !forbidden && text.length <= longest;
  const outcome = right ? 'right' : 'wrong';
  if (question.evidenceDates.length === 0) return { outcome };
  return { outcome, evidence: answer.evidence.some((each) => question.evidenceDates.includes(each.date)) };
}

/** Without accents, with plain quotes and hyphens: as the patterns are written. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
