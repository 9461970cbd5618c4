/** One question out of a question. */
export interface Part {
  readonly text: string;
  /** The first part, when this one leans on it (`who won it`). */
  readonly context?: string;
  /** Names nothing and nobody: it asks about the time and the matter of the first one. */
  readonly follows?: true;
  /** Only an asking word and a name: the rest is that of the first part. */
  readonly elliptic?: boolean;
}

const joint =
  /,? and (?=(?:in |on |at |to |from |by |since )?(?:who|whom|whose|what|which|when|where|why|how)\b)/i;
/** After a comma alone `which experts doubt` is a clause; `when was it` is a question. */
const comma =
  /, (?=(?:in |on |at )?(?:(?:what|why|how)\b|(?:who|which|when|where) (?:did|do|does|is|are|was|were|has|had|will)\b))/i;

const asks = /\b(who|whom|whose|what|which|when|where|why|how|did|was|is|were)\b/i;
const pronoun = /\b(he|she|it|they|him|her|them|his|their|its|there|that|those|this)\b/i;
const bare =
  /^(?:in|on|at)?\s*(?:what|which) (?:year|month|day|date|city|place|country)$|^(?:when|where|why|how)$/i;

/**
 * Splits a question that asks several things: `When did X die, and who was elected after him?`.
 * A part that leans on the first one by a pronoun gets the first one's words as context; a bare `and in which year`
 * asks nothing that a dated answer does not tell, and is left out.
 */
export function splitParts(question: string): readonly Part[] {
  const pieces = question
    .split(joint)
    .flatMap((piece) => piece.split(comma))
    .map((piece) => piece.trim().replace(/[?.!]+$/, ''))
    .filter((piece) => piece !== '');
  // `Where and when did they sign it?` is one question: what is dated says where too.
  const alone = pieces[0] !== undefined && bare.test(pieces[0]);
  const [first, ...others] = alone ? pieces.slice(1) : pieces;
  if (first === undefined || others.length === 0 || !pieces.every((piece) => asks.test(piece)))
    return [{ text: alone ? `${pieces[0]} ${first ?? ''}` : question }];
  const rest = others.filter((piece) => !bare.test(piece));
  return [{ text: first }, ...rest.map((text) => leaning(text, first))];
}

/** A name or a year stands in it; without one a part asks about what the first one named. */
const namesSomething = /\S\s+\S*\p{Lu}|\b(?:1[89]|20)\d\d\b/u;

const elliptic =
  /^(?:when|where|who|what|how|why)(?: about)? (?:the )?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}$/u;

function leaning(text: string, first: string): Part {
  if (elliptic.test(text)) return { text, context: first, elliptic: true };
  if (pronoun.test(text)) return { text, context: first };
  return namesSomething.test(text) ? { text } : { text, context: first, follows: true };
}
