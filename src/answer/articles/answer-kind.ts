import { fold } from '../../text/fold.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';

/**
 * What an answer in running text has to look like. `thing` asks for something that only a noun tells (`which rodent`), so
 * that any sentence may hold it; `open` asks for no noun at all.
 */
export type AnswerKind =
  | 'person'
  | 'name'
  | 'country'
  | 'state'
  | 'place'
  | 'number'
  | 'money'
  | 'year'
  | 'date'
  | 'weekday'
  | 'thing'
  | 'open';

/** What a question asks of a text. */
export interface Asking {
  readonly kind: AnswerKind;
  /** The sentence of the question that asks, folded; the others say what it is about. */
  readonly clause: string;
  /** The noun that gives the type, `airline` in `which airline`; empty where there is none. */
  readonly noun: string;
}

const any = (words: string): RegExp => new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})$`);

const people = any(
  `(?:player|host|star|superstar|popstar|athlete|driver|quarterback|actor|actress|singer|artist|lawmaker|candidate|member|representative|
congressman|congresswoman|senator|legend|politician|person|man|woman|boy|girl|coach|celebrity|musician|minister|president|premier|leader|governor|mayor|champion|
boss|chief|executive|billionaire|comedian|rapper|author|writer|figure|king|queen|prince|princess|judge|general|director|official|diplomat|envoy|
scientist|researcher|swimmer|sprinter|golfer|boxer|footballer|cyclist|rider|skipper|captain|winner|founder|owner|suspect|victim|activist|journalist|student|teacher|doctor|astronaut|pilot|pope|bishop|chef|model|designer|spokesman|spokeswoman|monarch|ceo)s?`,
);
const placeNouns = any(
  '(?:city|town|village|region|province|island|ocean|sea|river|lake|location|venue|airport|county|district|port|capital|continent|mountain|resort|park|area|gallery|museum|stadium|hospital|square|bridge)s? cities counties galleries countries',
);
const nameNouns = any(
  `(?:company|airline|platform|retailer|university|college|school|team|club|show|series|sitcom|film|movie|album|song|book|novel|game|broadcaster|network|
channel|service|planet|band|sport|party|tournament|hurricane|storm|bank|firm|brand|newspaper|magazine|organisation|organization|agency|group|carmaker|automaker|
studio|restaurant|chain|website|app|vaccine|drug|virus|disease|language|street|street|ship|vessel|spacecraft|mission|rocket|cup|award|prize|title|slogan)s? companies universities agencies parties`,
);
const numberNouns = any(
  '(?:price|magnitude|percentage|share|proportion|amount|number|figure|range|seconds|minutes|hours|days|weeks|score|rate|toll|cost|sum|length|height|size|age|temperature|distance|weight|total)s?',
);

/** The asking word, not one that begins a relative clause: after a comma only where a helper follows it. */
const asker =
  /(?<![a-z]-)\b(?:how (?:many|much|long|old|far|big|tall|high|fast|often)|which|what|whose|whom|who|where|when|why|how)\b/g;
const helper =
  /^(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|may|might|should|am|be|been)$/;
const ends =
  /^(?:of|in|at|to|for|from|that|who|which|this|these|recently|after|before|by|with|on|as|during|since|into|over|under|about|now|appears?|says?|said|won|led|made|took|lost|became|shares?|ended|the|their|its|his|her|it|they|he|she|we|you|\d+)$/;

/** Reads what a question asks of a text. */
export function askingOf(question: string): Asking {
  const sentences = sentenceSpans(question).map(({ start, end }) => fold(question.slice(start, end)));
  const last = sentences.at(-1) ?? '';
  const clause = sentences.findLast((sentence) => place(sentence) !== undefined) ?? last;
  const at = place(clause);
  if (/\b(?:since|since at least):? *$/.test(clause)) return { kind: 'year', clause, noun: '' };
  if (at === undefined) return withoutAsker(clause);
  return { ...asked(at.word, clause.slice(at.end), clause), clause };
}

/** The asking word of a sentence and where it ends. */
function place(sentence: string): { readonly word: string; readonly end: number } | undefined {
  const found = [...sentence.matchAll(asker)].filter((match) => !isRelative(sentence, match));
  const [first] = found;
  // `After X died, who …` asks who; `when X died, which …` asks which.
  const nouns = found.filter(({ 0: word }) => /^(?:which|what|how |whose|whom)/.test(word));
  const chosen = nouns.find(({ index }) => !/,\s*$/.test(sentence.slice(0, index))) ?? nouns[0] ?? first;
  return chosen === undefined ? undefined : { word: chosen[0], end: chosen.index + chosen[0].length };
}

function isRelative(sentence: string, { 0: word, index }: RegExpExecArray): boolean {
  const before = sentence.slice(0, index).trimEnd();
  if (!/^(?:which|who|whom|whose|where|when|that)$/.test(word) || before === '') return false;
  if (/(?:^|\b(?:and|but|or|of|in|on|at|to|for|with|by|from|into|that|as|against))$/.test(before))
    return word === 'when';
  const next =
    sentence
      .slice(index + word.length)
      .trimStart()
      .split(/[^\p{L}\d'-]+/u)[0] ?? '';
  if (before.endsWith(','))
    return word === 'which'
      ? !isNounNext(sentence, index)
      : !before.includes(' ') || /^(?:who|where|when)$/.test(word) === false;
  return word !== 'which' || helper.test(next);
}

/** `…, which franchise legend did …?` asks; `…, which experts warn can be dangerous?` does not. */
const isNounNext = (sentence: string, index: number): boolean =>
  /^which (?:[\p{L}\d'-]+ ){1,4}(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)\b/u.test(
    sentence.slice(index),
  );

/** `This former minister was …` and `The man was trying to:`. */
function withoutAsker(clause: string): Asking {
  const pointed =
    /^this ((?:[\p{L}'-]+ ){0,4}?[\p{L}'-]+) (?:was|is|has|had|will|became|won|lost|said)\b/u.exec(clause);
  const noun = pointed?.[1]?.split(' ').at(-1) ?? '';
  return noun === ''
    ? { kind: 'open', clause, noun }
    : { kind: ofNoun(noun, pointed?.[1] ?? ''), clause, noun };
}

function asked(word: string, after: string, clause: string): Pick<Asking, 'kind' | 'noun'> {
  const rest = after
    .trim()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((each) => each !== '');
  switch (word) {
    case 'who':
    case 'whom':
    case 'whose':
      return { kind: 'person', noun: '' };
    case 'where':
      return { kind: 'place', noun: '' };
    case 'when':
      return { kind: 'date', noun: '' };
    case 'why':
    case 'how':
      return { kind: 'open', noun: '' };
    case 'which':
    case 'what':
      return ofPhrase(rest);
  }
  if (
    word === 'how much' &&
    /\b(?:cost|worth|pay|paid|price|damages?|spend|spent|raise|fine|fined|earn)\b/.test(clause)
  )
    return { kind: 'money', noun: '' };
  return { kind: 'number', noun: word === 'how many' ? (rest[0] ?? '') : '' };
}

/** The noun phrase after `which` or `what`; in `what is the nickname of X` the one behind the verb. */
function ofPhrase(rest: readonly string[]): Pick<Asking, 'kind' | 'noun'> {
  const copula =
    /^(?:is|was|are|were)$/.test(rest[0] ?? '') && /^(?:the|a|an|its|his|her|their)$/.test(rest[1] ?? '');
  const from = copula ? 2 : 0;
  const phrase: string[] = [];
  for (const each of rest.slice(from, from + 6)) {
    if (phrase.length === 0 ? helper.test(each) : helper.test(each) || ends.test(each) || isVerb(each)) break;
    phrase.push(each.replace(/'s?$/, ''));
    if (each.endsWith("'s") && phrase.length > 0) break;
  }
  const noun = phrase.at(-1) ?? '';
  return noun === '' ? { kind: 'open', noun } : { kind: ofNoun(noun, phrase.join(' ')), noun };
}

const isVerb = (word: string): boolean =>
  /[a-z]{3}ed$/.test(word) && !/^(?:red|united|unaccounted)$/.test(word);

function ofNoun(noun: string, phrase: string): AnswerKind {
  if (/\byears?\b/.test(phrase)) return 'year';
  if (/\bday\b/.test(phrase)) return 'weekday';
  if (/\b(?:date|month)\b/.test(phrase)) return 'date';
  if (/^states?$/.test(noun)) return 'state';
  if (/^(?:country|countries|nations?|republic)$/.test(noun)) return 'country';
  if (numberNouns.test(noun)) return 'number';
  if (people.test(noun)) return 'person';
  if (placeNouns.test(noun)) return 'place';
  return nameNouns.test(noun) ? 'name' : 'thing';
}
