import { shortenings, type Token } from '../../../text/tokens.ts';
import { functionWords } from '../../gazetteer/ordinary-words.ts';
import { ofHeads } from '../../gazetteer/organisation-words.ts';
import { andJoins, listed } from './fields.ts';
import { knownAt, knownKind } from './known-names.ts';

/** A run of tokens that may be one name, or several next to each other. `to` is one past the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const particles: ReadonlySet<string> = new Set(
  'bin ibn bint binti al el ul ur de da do dos das del della di du van von der den ter ten la le los las y e ben ould af zu abu bou an-'.split(
    ' ',
  ),
);

/** Most tokens of a run: longer ones are headlines in capitals. */
const longest = 12;

const spaceGap = (gap: string): boolean => gap === ' ' || gap === '\u00a0' || gap === '';

/** Whether a token goes on with the name of the one before. */
function follows(before: Token, token: Token, spacedHyphens: boolean): boolean {
  if (before.possessive)
    return spaceGap(token.gap.replace(/^\s?[’']\s?s?/u, '')) && possessiveHead(before, token);
  if (spaceGap(token.gap)) return true;
  if (token.gap === '. ') return shortenings.has(before.lower) || /^\p{Lu}$/u.test(before.text);
  if (/^\s?&\s?$/.test(token.gap)) return true;
  return token.gap === ' - ' && (spacedHyphens || particles.has(before.lower)) && !pair(before, token);
}

/** Two countries or peoples that a hyphen sets side by side, and a dateline before its text, are no one name. */
const pair = (before: Token, token: Token): boolean =>
  isInitial(token) || [before, token].some(({ text }) => knownKind(text) !== undefined);

/** “Magistrate's Court”, “People's Bank” are one name; “Brazil's Lula” are two. */
const generic =
  /^(?:people|women|children|workers|farmers|students|nurses|teachers|lawyers|men|girls|boys|citizen|king|queen|prince|saint)$/;

const possessiveHead = (before: Token, { text, capital }: Token): boolean =>
  capital &&
  (generic.test(before.lower) ||
    /^(?:Court|Courts|Bank|Hospital|College|Association|League|Office|Party|Republic|University|Union|Club|Federation|School)$/.test(
      text,
    ));

/** Whether a text writes hyphens with spaces around, as if cut into words: `43 - year - old`. */
export const hasSpacedHyphens = (text: string): boolean =>
  text.includes(' - ') && count(text, /[\p{Ll}\d] - \p{Ll}/gu) > count(text, /[\p{Ll}\d]-\p{Ll}/gu);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The runs of capitalised words, with the small words that belong into names. */
export function findRuns(
  tokens: readonly Token[],
  spacedHyphens: boolean,
  blocked: (token: Token) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length; ) {
    const first = tokens[from];
    if (first === undefined || !startsRun(tokens, from) || blocked(first)) {
      from++;
      continue;
    }
    let to = from + 1;
    for (let step = extend(tokens, from, to, spacedHyphens, blocked); step > 0 && to - from < longest; ) {
      to += step;
      step = extend(tokens, from, to, spacedHyphens, blocked);
    }
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** `al-Assad`: small letters before a capital. */
const joinsName = /^(?:al|el|bin)-\p{Lu}/u;

function startsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (!token.capital) return /-/.test(token.text.slice(2, 4)) && joinsName.test(token.text);
  if (!functionWords.has(token.lower)) return true;
  // “The Hague” begins with a small word, and within a sentence “The Jordan Times” does; an abbreviation such as IS or WHO is none.
  if (token.text === 'US') return true;
  return (
    (knownAt(tokens, at)?.length ?? 0) > 1 ||
    (token.text === 'The' &&
      !token.opens &&
      tokens[at + 1]?.capital === true &&
      tokens[at + 1]?.gap === ' ') ||
    (token.text.length > 1 &&
      token.text === token.text.toUpperCase() &&
      !token.opens &&
      !tokens[at + 1]?.capital)
  );
}

/** How many tokens the run takes on at `at`; 0 ends it. */
function extend(
  tokens: readonly Token[],
  from: number,
  at: number,
  spacedHyphens: boolean,
  blocked: (token: Token) => boolean,
): number {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined || blocked(token)) return 0;
  if (token.gap === ', ' && listed(tokens, from, at)) return 1;
  if (!follows(before, token, spacedHyphens)) return 0;
  if (token.capital && (knownAt(tokens, from)?.length ?? 0) > at - from) return 1;
  if (token.capital || /^(?:al|el|ul|ur)-\p{Lu}/u.test(token.text))
    return functionWords.has(token.lower) && !isInitial(token) && !particles.has(token.lower) ? 0 : 1;
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  if (next === undefined || blocked(next) || before.possessive) return 0;
  if (spacedHyphens && hyphenated(tokens, from, at)) return 1;
  if (particles.has(token.lower)) return particleStep(tokens, at, blocked);
  const parts = tokens.slice(from, at);
  if (/^(?:of|for|on)$/.test(token.lower) && parts.some(({ text }) => ofHeads.has(text))) {
    if (next.capital && spaceGap(next.gap) && !functionWords.has(next.lower)) return 2;
    if (
      next.lower === 'the' &&
      after?.capital &&
      spaceGap(after.gap) &&
      !blocked(after) &&
      !functionWords.has(after.lower)
    )
      return 3;
  }
  if (/^(?:and|&)$/.test(token.lower) && next.capital && spaceGap(next.gap))
    return andJoins(tokens, from, at) ? 2 : 0;
  return 0;
}

const isInitial = ({ text }: Token): boolean => /^\p{Lu}$/u.test(text);

/** The second half of a given name where hyphens have spaces around them: `Ban Ki - moon`. */
function hyphenated(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return (
    token?.gap === ' - ' &&
    at - from >= 2 &&
    (before?.text.length ?? 9) <= 6 &&
    /^\p{Ll}{2,6}$/u.test(token.text) &&
    !/^(?:based|led|born|year|made|run|era|class|style|day|time|old|wide|free|held|owned|type)$/.test(
      token.text,
    )
  );
}

function particleStep(tokens: readonly Token[], at: number, blocked: (token: Token) => boolean): number {
  for (let step = 1; step <= 3; step++) {
    const token = tokens[at + step];
    if (token === undefined || blocked(token)) return 0;
    if (!spaceGap(token.gap) && token.gap !== ' - ') return 0;
    if (token.capital) return functionWords.has(token.lower) ? 0 : step + 1;
    if (!particles.has(token.lower) && token.lower !== 'los') return 0;
  }
  return 0;
}
