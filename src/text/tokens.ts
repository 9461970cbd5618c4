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
  for (const match of text.matchAll(wordPattern)) {
    const whole = match[0];
    const possessive = possessiveEnding.test(whole);
    const bare = whole.replace(possessiveEnding, '');
    const said = /^\p{Lu}/u.test(bare) ? bare.replace(suffix, '') : bare;
    const gap = text.slice(Math.max(previousEnd, match.index - 16), match.index);
    const lower = said.replaceAll(' ', '').toLowerCase();
    tokens.push({
      text: said,
      start: match.index,
      end: match.index + said.length,
      lower,
      capital: /^\p{Lu}/u.test(said),
      gap,
      opens: tokens.length === 0 || opensAfter(gap, previousLower),
      possessive:
        possessive ||
        /^(?:[’'](?![\p{L}])|\s?[’']\s?s\b)/u.test(
          text.slice(match.index + whole.length, match.index + whole.length + 5),
        ),
    });
    previousEnd = match.index + said.length;
    previousLower = lower;
  }
  return tokens;
}

function opensAfter(gap: string, before: string): boolean {
  if (/[\n\r“"‘«•|*]|[!?:;]|[-–—_]{1,2}\s$/u.test(gap)) return true;
  return gap.includes('.') && !(/^\.\s$/.test(gap) && (shortenings.has(before) || before.length === 1));
}
