import type { Token } from '../../../text/tokens.ts';
import type { MentionFound, Speaker } from '../../model.ts';

/** What the search for a speaker looks at. */
export interface Speech {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly MentionFound[];
  /** Where each line begins. */
  readonly lines: readonly { readonly start: number }[];
  /** Mention that a token belongs to. */
  readonly mentionOf: (token: Token) => MentionFound | undefined;
}

const pronoun = /^(?:he|she|they|it|i|we|who|you)$/;
const adverb =
  /^(?:has|have|had|also|then|later|repeatedly|earlier|once|previously|recently|reportedly|again|further|often|always|never|even|still|just|first|would|will|could|did|does|do|is|are|was|were|being|been|to|not|instead|soon|himself|herself|\p{L}{3,}ly)$/u;
/** Words that a noun phrase does not reach over. */
const edge =
  /^(?:and|but|as|when|while|that|because|if|after|before|since|although|though|so|or|where|which|than|until|whether|yet|who)$/;
const preposition =
  /^(?:in|at|from|near|to|of|on|for|with|by|against|about|during|after|before|like|including|over|than|into|under|through|between|without|within)$/;
const determiner =
  /^(?:the|a|an|his|her|their|its|our|my|one|some|many|several|another|two|three|this|these|both|other|most|no|all)$/;

const spanOf = (text: string, start: number, end: number, entity: string | null): Speaker => ({
  text: text.slice(start, end),
  start,
  end,
  entity,
});
const ofMention = (speech: Speech, mention: MentionFound): Speaker =>
  spanOf(speech.text, startWithTitle(speech, mention), mention.end, mention.entity);

/** The title belongs to the speaker's words: `Foreign Minister Ama Boateng`. */
function startWithTitle({ text }: Speech, mention: MentionFound): number {
  if (mention.title === undefined) return mention.start;
  const near = text.slice(Math.max(0, mention.start - mention.title.length - 3), mention.start);
  const at = near.lastIndexOf(mention.title);
  return at < 0 ? mention.start : mention.start - (near.length - at);
}

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

const isParty = (mention: MentionFound | undefined): mention is MentionFound =>
  mention !== undefined && mention.kind !== 'other';

function beginOf({ tokens }: Speech, at: number, mention: MentionFound): number {
  let begin = at;
  while ((tokens[begin - 1]?.start ?? -1) >= mention.start) begin--;
  return begin;
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

/** Whether a preposition stands before a name, so that it is no subject: `in the Philippines`. */
function governed({ tokens }: Speech, from: number, at: number): boolean {
  const before = at - 1 >= from ? (tokens[at - 1]?.lower ?? '') : '';
  const earlier = determiner.test(before) && at - 2 >= from ? (tokens[at - 2]?.lower ?? '') : before;
  return preposition.test(earlier);
}

/** The noun phrase that ends at a token: `a spokesman for the company`. */
function phraseEnding(speech: Speech, from: number, end: number): Speaker | undefined {
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

function phraseAfter(speech: Speech, from: number, to: number): Speaker | undefined {
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
