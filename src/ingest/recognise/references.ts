import { firstFrom, indexAt, inRange } from '../../text/in-range.ts';
import type { SentenceSpan } from '../../text/sentence-spans.ts';
import type { MentionFound, QuotationFound } from '../model.ts';

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

/** How far back an office is looked for, in mentions. */
const furthest = 40;

/**
 * Who is meant by an office alone: `the minister`, `the Kenyan president`. Undefined unless exactly one person who was named
 * before has a title with the word.
 */
function holderOf(
  phrase: string,
  mentions: readonly MentionFound[],
  start: number,
): MentionFound | undefined {
  const office = /^(?:the|The)(?:\s[\p{L}-]+){0,3}?\s([\p{L}-]+)$/u.exec(phrase)?.[1]?.toLowerCase();
  if (office === undefined) return undefined;
  const until = firstFrom(mentions, start);
  const holders = mentions.slice(Math.max(0, until - furthest), until).filter(({ title }) =>
    title
      ?.toLowerCase()
      .split(/[\s-]+/)
      .includes(office),
  );
  return new Set(holders.map(({ name }) => name)).size === 1 ? holders[0] : undefined;
}

/** The quotation with the person whom its speaker's words stand for, where they are a pronoun or an office. */
export function withMeant(
  quotation: QuotationFound,
  text: string,
  sentences: readonly SentenceSpan[],
  mentions: readonly MentionFound[],
): QuotationFound {
  const { speaker } = quotation;
  if (speaker === null || speaker.entity !== null) return quotation;
  const meant = /^(?:he|she)$/i.test(speaker.text)
    ? standsFor(text, sentences, mentions, speaker.start)
    : holderOf(speaker.text, mentions, speaker.start);
  if (meant === undefined) return quotation;
  return { ...quotation, speaker: { ...speaker, entity: meant.entity, name: meant.name } };
}
