import type { Speaker } from '../../model.ts';
import { adverb, determiner, edge, isParty, preposition, type Speech, spanOf } from './speech.ts';

/** The noun phrase that ends at a token: `a spokesman for the company`. */
export function phraseEnding(speech: Speech, from: number, end: number): Speaker | undefined {
  let start = end;
  while (start > from && end - start < 9) {
    const token = speech.tokens[start];
    const before = speech.tokens[start - 1];
    if (
      token === undefined ||
      before === undefined ||
      /[,;:"“”\n(]/.test(token.gap) ||
      edge.test(before.lower)
    )
      break;
    start--;
    if (
      determiner.test(before.lower) &&
      !/^(?:of|for|in|from|at|with|to|on)$/.test(speech.tokens[start - 1]?.lower ?? '')
    )
      break;
  }
  const [first, last] = [speech.tokens[start], speech.tokens[end]];
  if (first === undefined || last === undefined || adverb.test(last.lower)) return undefined;
  if (preposition.test(first.lower) || /^(?:who|which)$/.test(speech.tokens[start - 1]?.lower ?? ''))
    return undefined;
  const inside = speech.tokens
    .slice(start, end + 1)
    .map((token) => speech.mentionOf(token))
    .find((mention) => isParty(mention));
  return spanOf(speech.text, first.start, last.end, inside?.kind === 'person' ? inside.entity : null);
}

export function phraseAfter(speech: Speech, from: number, to: number): Speaker | undefined {
  let end = from;
  if (
    /^(?:in|on|at|of|to|by|with|during|after|before|that|as|while|when|there|about)$/.test(
      speech.tokens[from]?.lower ?? '',
    )
  )
    return undefined;
  while (
    end + 1 < to &&
    end - from < 8 &&
    (speech.tokens[end + 1]?.gap.trim() ?? ',') === '' &&
    !edge.test(speech.tokens[end + 1]?.lower ?? 'and')
  )
    end++;
  const [first, last] = [speech.tokens[from], speech.tokens[end]];
  return first === undefined || last === undefined
    ? undefined
    : spanOf(speech.text, first.start, last.end, null);
}
