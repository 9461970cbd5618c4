import { fold } from '../../text/fold.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';
import { askingWord, helper } from './asking-word.ts';
import { type AnswerKind, kindOfNoun } from './kind-of-noun.ts';

/** What a question asks of a text. */
export interface Asking {
  readonly kind: AnswerKind;
  /** The sentence of the question that asks, folded; the others say what it is about. */
  readonly clause: string;
  /** The noun that gives the type, `airline` in `which airline`; empty where there is none. */
  readonly noun: string;
}

/** What a noun phrase ends at. */
const ends =
  /^(?:of|in|at|to|for|from|that|who|which|this|these|recently|after|before|by|with|on|as|during|since|into|over|under|about|now|appears?|says?|said|won|led|made|took|lost|became|shares?|ended|the|their|its|his|her|it|they|he|she|we|you|\d+)$/;

/** Reads what a question asks of a text. */
export function askingOf(question: string): Asking {
  const sentences = sentenceSpans(question).map(({ start, end }) => fold(question.slice(start, end)));
  const last = sentences.at(-1) ?? '';
  const clause = sentences.findLast((sentence) => askingWord(sentence) !== undefined) ?? last;
  const at = askingWord(clause);
  if (/\b(?:since|since at least):? *$/.test(clause)) return { kind: 'year', clause, noun: '' };
  if (at === undefined) return withoutAsker(clause);
  return { ...asked(at.word, clause.slice(at.end), clause), clause };
}

/** `This former minister was …` and `The man was trying to:`. */
function withoutAsker(clause: string): Asking {
  const pointed =
    /^this ((?:[\p{L}'-]+ ){0,4}?[\p{L}'-]+) (?:was|is|has|had|will|became|won|lost|said)\b/u.exec(clause);
  const noun = pointed?.[1]?.split(' ').at(-1) ?? '';
  return noun === ''
    ? { kind: 'open', clause, noun }
    : { kind: kindOfNoun(noun, pointed?.[1] ?? ''), clause, noun };
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
  return noun === '' ? { kind: 'open', noun } : { kind: kindOfNoun(noun, phrase.join(' ')), noun };
}

const isVerb = (word: string): boolean =>
  /[a-z]{3}ed$/.test(word) && !/^(?:red|united|unaccounted)$/.test(word);
