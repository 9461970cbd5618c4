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

export const pronoun = /^(?:he|she|they|it|i|we|who|you)$/;

export const adverb =
  /^(?:has|have|had|also|then|later|repeatedly|earlier|once|previously|recently|reportedly|again|further|often|always|never|even|still|just|first|would|will|could|did|does|do|is|are|was|were|being|been|to|not|instead|soon|himself|herself|\p{L}{3,}ly)$/u;

/** Words that a noun phrase does not reach over. */
export const edge =
  /^(?:and|but|as|when|while|that|because|if|after|before|since|although|though|so|or|where|which|than|until|whether|yet|who)$/;

export const preposition =
  /^(?:in|at|from|near|to|of|on|for|with|by|against|about|during|after|before|like|including|over|than|into|under|through|between|without|within)$/;

export const determiner =
  /^(?:the|a|an|his|her|their|its|our|my|one|some|many|several|another|two|three|this|these|both|other|most|no|all)$/;

export const spanOf = (text: string, start: number, end: number, entity: string | null): Speaker => ({
  text: text.slice(start, end),
  start,
  end,
  entity,
});

export const ofMention = (speech: Speech, mention: MentionFound): Speaker =>
  spanOf(speech.text, startWithTitle(speech, mention), mention.end, mention.entity);

/** The title belongs to the speaker's words: `Foreign Minister Ama Boateng`. */
export function startWithTitle({ text }: Speech, mention: MentionFound): number {
  if (mention.title === undefined) return mention.start;
  const near = text.slice(Math.max(0, mention.start - mention.title.length - 3), mention.start);
  const at = near.lastIndexOf(mention.title);
  return at < 0 ? mention.start : mention.start - (near.length - at);
}

export const isParty = (mention: MentionFound | undefined): mention is MentionFound =>
  mention !== undefined && mention.kind !== 'other';

export function beginOf({ tokens }: Speech, at: number, mention: MentionFound): number {
  let begin = at;
  while ((tokens[begin - 1]?.start ?? -1) >= mention.start) begin--;
  return begin;
}

/** Whether a preposition stands before a name, so that it is no subject: `in the Philippines`. */
export function governed({ tokens }: Speech, from: number, at: number): boolean {
  const before = at - 1 >= from ? (tokens[at - 1]?.lower ?? '') : '';
  const earlier = determiner.test(before) && at - 2 >= from ? (tokens[at - 2]?.lower ?? '') : before;
  return preposition.test(earlier);
}
