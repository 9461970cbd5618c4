import type { SentenceSpan } from '../../../text/sentence-spans.ts';
import type { QuotationFound } from '../../model.ts';
import { type Attribution, tokenAt } from './attribution.ts';
import { addressing, indirectCues } from './cues.ts';
import { subjectAfter, subjectBefore } from './speaker.ts';
import type { Speech } from './speech.ts';

/** What a sentence without quotation marks reports as said: `Ama Boateng said that the road was open`. */
export function indirectIn(speech: Speech, sentence: SentenceSpan): QuotationFound | undefined {
  const [from, to] = [tokenAt(speech, sentence.start), tokenAt(speech, sentence.end)];
  for (let at = from; at < to; at++) {
    const token = speech.tokens[at];
    if (token === undefined) break;
    if (token.lower === 'according' && speech.tokens[at + 1]?.lower === 'to')
      return according(speech, sentence, at, to);
    if (
      !indirectCues.has(token.lower) ||
      /^(?:the|a|an|his|her|its|their|to|be|of)$/.test(speech.tokens[at - 1]?.lower ?? '')
    )
      continue;
    const found = read(speech, sentence, from, at, to);
    if (found !== undefined) return found;
  }
  return undefined;
}

function read(
  speech: Speech,
  sentence: SentenceSpan,
  from: number,
  at: number,
  to: number,
): QuotationFound | undefined {
  const cue = speech.tokens[at];
  if (cue === undefined) return undefined;
  const rest = speech.text.slice(cue.end, sentence.end);
  const trailing = /^[.!]?["”]?$/.test(rest) || /^ (?:on |in )?\p{Lu}\p{Ll}+(?: \p{N}+)?\.?$/u.test(rest);
  const inverted = at > from && speech.tokens[at]?.gap === ', ' ? subjectAfter(speech, at, to) : undefined;
  const speaker = inverted ?? subjectBefore(speech, from, at);
  if (speaker === undefined) return undefined;
  if (inverted !== undefined || trailing) {
    const end = Math.min(speaker.start, cue.start);
    const head = speech.text.slice(sentence.start, end).replace(/[\s,]+$/u, '');
    return head.length < 12
      ? undefined
      : of(speech, sentence.start, sentence.start + head.length, {
          speaker,
          cue: { text: cue.text, start: cue.start, end: cue.end },
        });
  }
  const start = contentStart(speech, at, to);
  if (start === undefined) return undefined;
  const end = speech.text.slice(start, sentence.end).replace(/[.\s]+$/u, '').length + start;
  return end - start < 12
    ? undefined
    : of(speech, start, end, { speaker, cue: { text: cue.text, start: cue.start, end: cue.end } });
}

/** Where what is said begins: after `that`, or after whom it is said to and when. */
function contentStart(speech: Speech, cue: number, to: number): number | undefined {
  for (let at = cue + 1; at < Math.min(to, cue + 12); at++) {
    const word = speech.tokens[at]?.lower ?? '';
    if (word === 'that') return speech.tokens[at + 1]?.start;
    if (/^(?:if|whether|why|how)$/.test(word)) return speech.tokens[at]?.start;
  }
  if (/^ask/.test(speech.tokens[cue]?.lower ?? '')) return undefined;
  let at = cue + 1;
  if (addressing.has(speech.tokens[cue]?.lower ?? '')) {
    const object = speech.tokens[at];
    const mention = object && speech.mentionOf(object);
    while (mention !== undefined && (speech.tokens[at]?.start ?? Number.POSITIVE_INFINITY) < mention.end)
      at++;
    if (mention === undefined) at++;
  }
  while (
    /^(?:on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(
      speech.tokens[at]?.lower ?? '',
    )
  )
    at++;
  const token = speech.tokens[at];
  if (
    token === undefined ||
    at >= to ||
    /^(?:of|in|at|by|for|with|to|from|about|during|as|after)$/.test(token.lower)
  )
    return undefined;
  return token.start;
}

function according(
  speech: Speech,
  sentence: SentenceSpan,
  at: number,
  to: number,
): QuotationFound | undefined {
  const speaker = subjectAfter(speech, at + 1, to);
  const [cue, next] = [speech.tokens[at], speech.tokens[at + 1]];
  if (speaker === undefined || cue === undefined || next === undefined) return undefined;
  const attribution = {
    speaker,
    cue: { text: speech.text.slice(cue.start, next.end), start: cue.start, end: next.end },
  };
  const leads = cue.start - sentence.start < 3;
  const start = leads
    ? speaker.end + (/^[,\s]*/u.exec(speech.text.slice(speaker.end))?.[0].length ?? 0)
    : sentence.start;
  const end = leads ? sentence.end : cue.start;
  const said = speech.text.slice(start, end).replace(/[,.\s]+$/u, '');
  return said.length < 12 ? undefined : of(speech, start, start + said.length, attribution);
}

const of = ({ text }: Speech, start: number, end: number, { speaker, cue }: Attribution): QuotationFound => ({
  text: text.slice(start, end),
  start,
  end,
  direct: false,
  speaker,
  cue,
  certainty: 'implied',
});
