import { indexAt } from '../../../text/in-range.ts';
import type { Token } from '../../../text/tokens.ts';
import { functionWords } from '../../gazetteer/ordinary-words.ts';
import type { Run } from './candidates.ts';
import { knownAt } from './known-names.ts';

/** Fewest capitals of a line, and their least share of its longer words, for it to be written as a headline. */
const fewest = 5;
const share = 0.75;

/**
 * The lines in which nearly every word has a capital, as headlines are printed: there capitals prove nothing.
 * @param lines where each line begins
 * @param small words that the text also writes small
 * @returns for a token, whether it stands in such a line
 */
export function inHeadlines(
  tokens: readonly Token[],
  lines: readonly { readonly start: number }[],
  small: ReadonlySet<string>,
): (token: Token) => boolean {
  const titled = new Set<number>();
  for (const [index, line] of perLine(tokens, lines)) if (isHeadline(line, small)) titled.add(index);
  return titled.size === 0 ? () => false : ({ start }) => titled.has(indexAt(lines, start));
}

/** The number of each line that has tokens, with them. */
function* perLine(
  tokens: readonly Token[],
  lines: readonly { readonly start: number }[],
): Iterable<readonly [number, readonly Token[]]> {
  let from = 0;
  for (let line = 0; from < tokens.length; line++) {
    const end = lines[line + 1]?.start ?? Number.POSITIVE_INFINITY;
    let to = from;
    while ((tokens[to]?.start ?? end) < end) to++;
    if (to > from) yield [line, tokens.slice(from, to)];
    from = to;
  }
}

function isHeadline(line: readonly Token[], small: ReadonlySet<string>): boolean {
  if (line.length > 40) return false;
  const long = line.filter(({ text }) => text.length > 3);
  const capitals = long.filter(({ capital }) => capital);
  if (capitals.length < fewest || capitals.length < share * long.length) return false;
  return line
    .slice(1)
    .some(
      ({ capital, lower, text }) =>
        capital && (functionWords.has(lower) || (text.length > 3 && small.has(lower))),
    );
}

/** The names in such lines: those that are known, and those that the rest of the text names. */
export function namesInHeadlines(
  tokens: readonly Token[],
  titled: (token: Token) => boolean,
  others: readonly (readonly string[])[],
): readonly Run[] {
  const byFirst = Map.groupBy(
    others.toSorted((left, right) => right.length - left.length),
    (words) => words[0] ?? '',
  );
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !titled(token)) continue;
    const said = byFirst
      .get(token.text)
      ?.find((words) =>
        words.every(
          (word, index) =>
            tokens[at + index]?.text === word && (index === 0 || tokens[at + index]?.gap === ' '),
        ),
      );
    const length = Math.max(
      said?.length ?? 0,
      functionWords.has(token.lower) ? 0 : (knownAt(tokens, at)?.length ?? 0),
    );
    if (length === 0) continue;
    runs.push({ from: at, to: at + length });
    at += length - 1;
  }
  return runs;
}
