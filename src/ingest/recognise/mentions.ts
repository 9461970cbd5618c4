import { lineStarts } from '../../text/line-starts.ts';
import type { Token } from '../../text/tokens.ts';
import type { MentionFound, MentionKind, TimeFound } from '../model.ts';
import { type Candidate, candidateOf } from './names/candidate.ts';
import { findRuns, hasSpacedHyphens, type Run } from './names/candidates.ts';
import { type Classified, classify } from './names/classify.ts';
import { isField } from './names/fields.ts';
import { inHeadlines, namesInHeadlines } from './names/headline-lines.ts';
import { knownAt } from './names/known-names.ts';
import { isCountryName, splitTitle } from './names/titles.ts';

/** Finds the entity that a name stands for among those that are known; null where there is none or more than one. */
export type Link = (name: string, kind: MentionKind, full: string) => string | null;

/** The names of a text: people, organisations, countries, places and others, from left to right. */
export function findMentions(
  text: string,
  tokens: readonly Token[],
  dates: readonly TimeFound[],
  link: Link,
): readonly MentionFound[] {
  const small = writtenBoth(tokens);
  const titled = inHeadlines(tokens, lineStarts(text), small);
  const dated = blockedBy(dates);
  const runs = findRuns(tokens, hasSpacedHyphens(text), (token) => dated(token) || titled(token)).filter(
    (run) => !isMoney(tokens, run, text) && !isPortfolio(tokens, run),
  );
  const below = runs.flatMap((run) => candidatesOf(tokens, run, text));
  const known = below.flatMap(({ words }) => [words, ...lastOf(words)]);
  const names = tokens.some(titled) ? namesInHeadlines(tokens, titled, known) : [];
  const above = names.map((run) => candidateOf(tokens, run, text, undefined));
  const candidates = [...below, ...above].sort((left, right) => left.run.from - right.run.from);
  return classify(candidates, tokens, small).map((found) => mentionOf(found, tokens, text, link));
}

/** Words that the text writes with a capital in one place and small in another. */
function writtenBoth(tokens: readonly Token[]): ReadonlySet<string> {
  const capitals = new Set<string>();
  for (const { capital, lower } of tokens) if (capital) capitals.add(lower);
  const both = new Set<string>();
  for (const { capital, lower } of tokens) if (!capital && capitals.has(lower)) both.add(lower);
  return both;
}

/** A headline calls people by the last word of their names. */
const lastOf = (words: readonly string[]): readonly (readonly string[])[] =>
  words.length < 2 || words.length > 4 ? [] : [words.slice(-1)];

/** Words of dates are no names: `May`, `Friday`. */
function blockedBy(dates: readonly TimeFound[]): (token: Token) => boolean {
  const starts = new Set<number>();
  for (const { start, end, type } of dates)
    if (type !== 'DURATION') for (let at = start; at < end; at++) starts.add(at);
  return (token) => starts.has(token.start);
}

/** `US $5`: a currency. */
const isMoney = (tokens: readonly Token[], { from, to }: Run, text: string): boolean =>
  to - from === 1 && /^ ?[$€£¥]/.test(text.slice(tokens[from]?.end ?? 0, (tokens[from]?.end ?? 0) + 2));

/** What a minister is minister of: `Minister of Health and Wellness`. */
function isPortfolio(tokens: readonly Token[], { from, to }: Run): boolean {
  const [office, of] = [tokens[from - 2], tokens[from - 1]];
  if (office === undefined || !/^(?:of|for)$/.test(of?.lower ?? '')) return false;
  const holder =
    /^(?:minister|ministers|secretary|commissioner|dean|professor|director|undersecretary|minister-delegate)$/.test(
      office.lower,
    );
  return holder && tokens.slice(from, to).every(({ text, capital }) => !capital || isField(text));
}

function candidatesOf(tokens: readonly Token[], run: Run, text: string): readonly Candidate[] {
  const { before, title, name } = splitTitle(tokens, run);
  const titleText =
    title === undefined ? undefined : text.slice(tokens[title.from]?.start, tokens[title.to - 1]?.end);
  return [
    ...(before === undefined ? [] : divide(tokens, before, text)),
    ...(title === undefined ? [] : knownIn(tokens, title, text)),
    ...(name === undefined
      ? []
      : title === undefined
        ? divide(tokens, name, text)
        : [candidateOf(tokens, name, text, titleText)]),
  ];
}

/** Countries and peoples within a title: `Russian Foreign Minister`. */
const knownIn = (tokens: readonly Token[], title: Run, text: string): readonly Candidate[] => {
  const known = knownAt(tokens, title.from);
  return known === undefined || known.length >= title.to - title.from
    ? []
    : [candidateOf(tokens, { from: title.from, to: title.from + known.length }, text, undefined)];
};

/** A people's name before a person is a name of its own: `American Kyla Smith`. */
function divide(tokens: readonly Token[], run: Run, text: string): readonly Candidate[] {
  const known = knownAt(tokens, run.from);
  const whole = candidateOf(tokens, run, text, undefined);
  if (known === undefined || known.length >= run.to - run.from) return [whole];
  const rest = candidateOf(tokens, { from: run.from + known.length, to: run.to }, text, undefined);
  const strong =
    rest.evidence.person > 2.5 &&
    rest.evidence.person > rest.evidence.organisation &&
    rest.evidence.person > rest.evidence.place;
  const first = { from: run.from, to: run.from + known.length };
  return (known.kind === 'other' || known.kind === 'country') && strong
    ? [candidateOf(tokens, first, text, undefined), rest]
    : [whole];
}

function mentionOf(found: Classified, tokens: readonly Token[], text: string, link: Link): MentionFound {
  const start = tokens[found.run.from]?.start ?? 0;
  const end = tokens[found.run.to - 1]?.end ?? start;
  const said = text.slice(start, end);
  const kind: MentionKind = found.kind === 'place' && isCountryName(said) ? 'country' : found.kind;
  return {
    kind,
    text: said,
    start,
    end,
    entity: link(said, kind, found.full),
    certainty: found.titled || Math.max(...Object.values(found.evidence)) >= 4 ? 'stated' : 'implied',
    name: found.full,
    ...(found.title === undefined ? {} : { title: found.title }),
  };
}
