import type { SentenceSpan } from '../../../text/sentence-spans.ts';

/** A part of a sentence that has its own verb. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The word that joins it to what stands before: `while`, `after`, `who`; empty for the first. */
  readonly joint: string;
}

const joints =
  /(?:,\s)?\b(while|whereas|after|before|because|although|though|when|who|which|whose|until|unless|as)\s(?=\p{L})|;\s|,\s(?:and|but|with)\s|\s[–—-]{1,2}\s/giu;

/** Cuts a sentence where another clause begins. `after` and `before` cut only where a verb may follow a subject. */
export function clausesOf(text: string, sentence: SentenceSpan): readonly Clause[] {
  const said = text.slice(sentence.start, sentence.end);
  const clauses: Clause[] = [];
  let start = 0;
  let joint = '';
  for (const match of said.matchAll(joints)) {
    if (match.index - start < 8) continue;
    clauses.push({ start: sentence.start + start, end: sentence.start + match.index, joint });
    start = match.index + match[0].length;
    joint = (match[1] ?? '').toLowerCase();
  }
  clauses.push({ start: sentence.start + start, end: sentence.end, joint });
  return clauses;
}
