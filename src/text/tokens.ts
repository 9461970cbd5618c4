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

const wordPattern =
  /\p{Lu}\.(?: ?\p{Lu}\.){1,5}|\p{N}+(?:[.,:/]\p{N}+)*\p{L}*|[\p{L}\p{M}]+(?:[’'&‑-][\p{L}\p{M}\p{N}]+|\p{N}+)*/gu;

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
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match !== null; match = wordPattern.exec(text)) {
    const whole = match[0];
    const start = match.index;
    const said = bareWord(whole);
    const lower = said.includes(' ') ? said.replaceAll(' ', '').toLowerCase() : said.toLowerCase();
    const gap = text.slice(Math.max(previousEnd, start - 16), start);
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
  }
  return tokens;
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
  if (/[\n\r“"‘«•|*]|[!?:;]|[-–—_]{1,2}\s$/u.test(gap)) return true;
  return gap.includes('.') && !(/^\.\s$/.test(gap) && (shortenings.has(before) || before.length === 1));
}
