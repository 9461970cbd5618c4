import type { Speaker } from '../../model.ts';
import { phraseAfter, phraseEnding } from './noun-phrase.ts';
import {
  adverb,
  beginOf,
  determiner,
  edge,
  governed,
  isParty,
  ofMention,
  pronoun,
  type Speech,
  spanOf,
} from './speech.ts';

/**
 * The subject before a verb.
 * @param from first token of the clause
 * @param verb token of the verb
 */
export function subjectBefore(speech: Speech, from: number, verb: number): Speaker | undefined {
  let at = verb - 1;
  while (
    at >= from &&
    adverb.test(speech.tokens[at]?.lower ?? '') &&
    !/[,;]/.test(speech.tokens[at + 1]?.gap ?? '')
  )
    at--;
  const token = speech.tokens[at];
  if (token === undefined || at < from) return undefined;
  const comma = /[,;]/.test(speech.tokens[at + 1]?.gap ?? '');
  if (!comma && pronoun.test(token.lower))
    return token.lower === 'who'
      ? antecedent(speech, from, at)
      : spanOf(speech.text, token.start, token.end, null);
  const mention = speech.mentionOf(token);
  if (!comma && isParty(mention) && !governed(speech, from, beginOf(speech, at, mention)))
    return ofMention(speech, mention);
  // “issued a statement saying”: whoever issued it speaks.
  if (/ing$/.test(speech.tokens[verb]?.lower ?? '')) return firstParty(speech, from, at + 1);
  if (!comma && !edge.test(token.lower)) {
    const phrase = phraseEnding(speech, from, at);
    if (phrase !== undefined) return phrase;
  }
  return firstParty(speech, from, at + 1);
}

/** Whom `who` stands for: the name before it. */
function antecedent(speech: Speech, from: number, who: number): Speaker | undefined {
  for (let at = who - 1; at >= from && at > who - 12; at--) {
    const token = speech.tokens[at];
    const mention = token && speech.mentionOf(token);
    if (isParty(mention)) return ofMention(speech, mention);
  }
  return who > from ? phraseEnding(speech, from, who - 1) : undefined;
}

/** The first name or pronoun of a clause: its subject, however much stands between it and the verb. */
export function firstParty(speech: Speech, from: number, to: number): Speaker | undefined {
  for (let at = from; at < to; at++) {
    const token = speech.tokens[at];
    if (token === undefined) break;
    if (/^(?:he|she|they|i|we)$/.test(token.lower)) return spanOf(speech.text, token.start, token.end, null);
    const mention = speech.mentionOf(token);
    if (isParty(mention) && !governed(speech, from, at)) return ofMention(speech, mention);
  }
  return undefined;
}

/** The subject after a verb: `said Ama Boateng`, `said a spokesman for the company`. */
export function subjectAfter(speech: Speech, verb: number, to: number): Speaker | undefined {
  const first = speech.tokens[verb + 1];
  if (first === undefined || verb + 1 >= to || first.gap.trim() !== '') return undefined;
  if (/^(?:he|she|they|it|we|i)$/.test(first.lower)) return spanOf(speech.text, first.start, first.end, null);
  const phrase = determiner.test(first.lower);
  for (let at = verb + 1; at < to && at < verb + 9; at++) {
    const token = speech.tokens[at];
    if (token === undefined || (at > verb + 1 && /[,;:.("“]/.test(token.gap) && token.gap !== '. ')) break;
    const mention = speech.mentionOf(token);
    if (isParty(mention) && (mention.kind === 'person' || at === verb + 1 || phrase))
      return spanOf(speech.text, first.start, Math.max(mention.end, token.end), mention.entity);
    if (edge.test(token.lower)) break;
  }
  return phrase || first.capital || /^(?:police|state|local|\p{Ll}+s)$/u.test(first.text)
    ? phraseAfter(speech, verb + 1, to)
    : undefined;
}
