import { shortenings } from './tokens.ts';

/** Where a sentence begins and ends in its text; white space around it is left out. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
}

const boundary = /[.!?]["”’'»)\]]{0,3}(?=\s)|\n/g;

/** The sentences of a text by their places. Line breaks end one; initials and common shortenings do not. */
export function sentenceSpans(text: string): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  let paragraph = 0;
  const close = (end: number): void => {
    const trimmed = trim(text, start, end);
    if (trimmed !== undefined) spans.push({ ...trimmed, paragraph });
    start = end;
  };
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (match[0] === '\n') {
      close(match.index);
      paragraph++;
    } else if (ends(text, match.index, end)) close(end);
  }
  close(text.length);
  return spans;
}

/** Whether a full stop ends its sentence, by what stands on both sides. */
function ends(text: string, at: number, end: number): boolean {
  const after = text.slice(end, end + 6).trimStart();
  if (after !== '' && !/^["“‘'«([\p{Lu}\p{N}•–—-]/u.test(after)) return false;
  if (text[at] !== '.') return true;
  const before = /[\p{L}.]{1,12}$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  if (/^\p{Lu}$/u.test(before)) return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before))
    return /^(?:The|A|In|He|She|It|But|On|At|They|We|This)\b/.test(after);
  return !shortenings.has(before.toLowerCase());
}

function trim(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : undefined;
}
