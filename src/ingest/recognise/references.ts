import { indexAt, inRange } from '../../text/in-range.ts';
import type { SentenceSpan } from '../../text/sentence-spans.ts';
import type { MentionFound } from '../model.ts';

const subject = (text: string, sentence: SentenceSpan, mention: MentionFound): boolean =>
  !/(?:^|\s)(?:in|at|of|from|to|for|on|near|with|by|against|during|as)\s(?:the\s)?$/i.test(
    text.slice(Math.max(sentence.start, mention.start - 14), mention.start),
  ) && mention.end <= sentence.end;

/**
 * Whom a pronoun stands for, where it is safe: `he` and `she` for the only person of its sentence before it, or the first
 * person of the sentence before; `it` and `they` for the first organisation or country there.
 * @returns undefined where there is nobody, or where two are as likely
 */
export function standsFor(
  text: string,
  sentences: readonly SentenceSpan[],
  mentions: readonly MentionFound[],
  start: number,
): MentionFound | undefined {
  const index = indexAt(sentences, start);
  const own = sentences[index];
  if (own === undefined) return undefined;
  const personal = /^(?:he|she|his|her|him)\b/i.test(text.slice(start, start + 4));
  const fits = ({ kind }: MentionFound): boolean =>
    personal ? kind === 'person' : kind === 'organisation' || kind === 'country';
  const before = inRange(mentions, own.start, start).filter(fits);
  const names = new Set(before.map(({ name }) => name));
  if (names.size === 1) return before[0];
  if (names.size > 1) return undefined;
  for (let back = index - 1; back >= 0 && back >= index - 2; back--) {
    const sentence = sentences[back];
    if (sentence === undefined) break;
    const there = inRange(mentions, sentence.start, sentence.end).filter(fits);
    const found = there.find((mention) => subject(text, sentence, mention));
    if (found !== undefined) return found;
    if (there.length > 0) return undefined;
  }
  return undefined;
}
