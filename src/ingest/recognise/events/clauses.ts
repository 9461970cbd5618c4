import { firstFrom } from '../../../text/in-range.ts';
import type { SentenceSpan } from '../../../text/sentence-spans.ts';
import type { Token } from '../../../text/tokens.ts';

/** A part of a sentence that has its own verb. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The word that joins it to what stands before: `while`, `after`, `who`; empty for the first. */
  readonly joint: string;
}

/** Where one clause ends and the next begins. */
export interface Joint {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const joining: ReadonlySet<string> = new Set(
  'while whereas after before because although though when who which whose until unless as'.split(' '),
);
const adding: ReadonlySet<string> = new Set(['and', 'but', 'with']);

/** The joints of a text, from left to right. `after` and `before` join only where a verb may follow a subject. */
export function jointsIn(text: string, tokens: readonly Token[]): readonly Joint[] {
  const found: Joint[] = [];
  for (const { lower, start, end, gap } of tokens) {
    if (gap !== ' ') {
      const sign = /;\s|\s[–—-]{1,2}\s/u.exec(gap);
      const from = start - gap.length + (sign?.index ?? 0);
      if (sign !== null) found.push({ start: from, end: from + sign[0].length, word: '' });
    }
    const isJoining = joining.has(lower);
    if (!isJoining && !adding.has(lower)) continue;
    const comma = /,\s$/.test(gap);
    if (isJoining ? /^\s\p{L}/u.test(text.slice(end, end + 3)) : comma && /\s/.test(text[end] ?? ''))
      found.push({ start: comma ? start - 2 : start, end: end + 1, word: isJoining ? lower : '' });
  }
  return found;
}

/** Cuts a sentence where another clause begins. */
export function clausesOf(sentence: SentenceSpan, joints: readonly Joint[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let { start } = sentence;
  let joint = '';
  for (let at = firstFrom(joints, sentence.start); at < joints.length; at++) {
    const next = joints[at];
    if (next === undefined || next.end > sentence.end) break;
    if (next.start - start < 8) continue;
    clauses.push({ start, end: next.start, joint });
    start = next.end;
    joint = next.word;
  }
  clauses.push({ start, end: sentence.end, joint });
  return clauses;
}
