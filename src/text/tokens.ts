import { type Word, wordIn, wordOf } from './word-table.ts';

/** A word of a text with its place in it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Folded only in case: what is looked up. */
  readonly lower: string;
  readonly capital: boolean;
  /** What stands between it and the word before. */
  readonly gap: string;
  /** Whether a capital proves nothing here: after a full stop, a colon, an opening quotation mark or a line break. */
  readonly opens: boolean;
  /** Whether “'s” follows. */
  readonly possessive: boolean;
}

/** A word of any kind; tried where plain letters and spaces do not tell it. */
const wordPattern =
  /\p{Lu}\.(?: ?\p{Lu}\.){1,5}|\p{N}+(?:[.,:/]\p{N}+)*\p{L}*|[\p{L}\p{M}]+(?:[’'&‑-][\p{L}\p{M}\p{N}]+|\p{N}+)*/uy;

/** Endings that are words of their own: `US-based`. */
const suffix =
  /[-‑](?:based|led|backed|born|style|wide|owned|controlled|made|occupied|run|held|bound|era|funded|speaking|trained|listed|related|friendly|like|affiliated|aligned|sponsored|administered|mediated|brokered|educated|appointed|supported|imposed|linked|only|themed|inspired|dominated|bred|designed|built|turned|installed|proposed|registered|flagged|facing|area|native)$/u;
const possessiveEnding = /[’']s$/u;

/** Shortenings whose full stop ends no sentence. */
export const shortenings: ReadonlySet<string> = new Set(
  'mr mrs ms dr st gen lt col sen rep reps sens gov prof rev hon sgt capt maj cpl pte brig adm cmdr insp supt fr jr sr mt ft no vs adv engr jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);

/** The words of a text, from left to right. Possessive endings and endings like `-based` are left out of them. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  let previousLower = '';
  for (let start = nextStart(text, 0); start < text.length; ) {
    const plain = plainWordAt(text, start);
    const whole = plain?.text ?? otherWordAt(text, start);
    if (whole === '') {
      start = nextStart(text, start + 1);
      continue;
    }
    const { text: said, lower } = plain ?? wordOf(bareWord(whole));
    const gap = text.slice(Math.max(previousEnd, start - 16), start);
    // The ending of `victim’ s` belongs to the word before, as that of `victim’s` does.
    if (said === 's' && tokens.at(-1)?.possessive === true && /^\s?[’']\s$/.test(gap)) {
      start = nextStart(text, start + 1);
      continue;
    }
    tokens.push({
      text: said,
      start,
      end: start + said.length,
      lower,
      capital: isCapital(said),
      gap,
      opens: tokens.length === 0 || (gap !== ' ' && opensAfter(gap, previousLower)),
      possessive: isPossessive(text, start + said.length, whole.length - said.length),
    });
    previousEnd = start + said.length;
    previousLower = lower;
    start = nextStart(text, start + whole.length);
  }
  return tokens;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** The next place that is no plain sign; beyond ASCII anything may be a letter. */
function nextStart(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (code >= 48 && code <= 57) || code > 127) return at;
  }
  return text.length;
}

/** The word at a place if it consists of plain letters up to a space or full stop, as most do. */
function plainWordAt(text: string, start: number): Word | undefined {
  let end = start;
  let mix = 0;
  for (let code = text.charCodeAt(end); isLetter(code); code = text.charCodeAt(++end))
    mix = (Math.imul(mix, 31) + code) | 0;
  const after = text.charCodeAt(end);
  const ends = after === 32 || after === 44 || after === 10 || (after === 46 && end - start > 1);
  return end > start && ends ? wordIn(text, start, end, mix ^ (mix >>> 14)) : undefined;
}

/** Any word that begins at a place; empty where none does. */
function otherWordAt(text: string, start: number): string {
  wordPattern.lastIndex = start;
  return wordPattern.exec(text)?.[0] ?? '';
}

/** A word without its possessive ending and endings like `-based`. */
function bareWord(whole: string): string {
  const bare = /['’]/.test(whole) ? whole.replace(possessiveEnding, '') : whole;
  return /[-‑]/.test(bare) && isCapital(bare) ? bare.replace(suffix, '') : bare;
}

/** Plain letters are told without a pattern: every word of every text comes by here. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** Whether a possessive ending was cut off, or stands apart: `victim’ s`, `the Browns'`. */
function isPossessive(text: string, end: number, cut: number): boolean {
  const after = text.slice(end, end + 5);
  if (cut > 0 && /^[’']s/.test(after)) return true;
  const near = after[0] === ' ' ? after[1] : after[0];
  return (near === "'" || near === '’') && /^(?:[’'](?!\p{L})|\s?[’']\s?s\b)/u.test(after);
}

function opensAfter(gap: string, before: string): boolean {
  if (gap === ', ') return false;
  if (/[\n\r“"‘«•|*]|[!?:;]|[-–—_]{1,2}\s$/u.test(gap)) return true;
  return gap.includes('.') && !(/^\.\s$/.test(gap) && (shortenings.has(before) || before.length === 1));
}
