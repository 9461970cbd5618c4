import type { Token } from '../../../text/tokens.ts';
import type { Run } from './candidates.ts';
import { ofContext } from './context-evidence.ts';
import type { Evidence, NameKind } from './evidence.ts';
import { ofWords } from './word-evidence.ts';

/** A name where it stands, with what speaks for its kind. */
export interface Candidate {
  readonly run: Run;
  readonly name: string;
  readonly words: readonly string[];
  /** Of the words and of the place together. */
  readonly evidence: Evidence;
  /** Of the words alone. */
  readonly worded: Evidence;
  /** Whether it begins a sentence, where a capital proves nothing. */
  readonly opens: boolean;
  readonly titled: boolean;
  readonly title: string | undefined;
}

export const kinds: readonly NameKind[] = ['person', 'place', 'organisation', 'other'];

export const add = (left: Evidence, right: Evidence): Evidence => ({
  person: left.person + right.person,
  place: left.place + right.place,
  organisation: left.organisation + right.organisation,
  other: left.other + right.other,
});

export function candidateOf(
  tokens: readonly Token[],
  run: Run,
  text: string,
  title: string | undefined,
): Candidate {
  const parts = tokens.slice(run.from, run.to);
  const words = parts.map((token) => token.text);
  const start = parts[0]?.start ?? 0;
  const context = ofContext(tokens, run, text);
  const worded = ofWords(words);
  const titled: Evidence = { person: title === undefined ? 0 : 6, place: 0, organisation: 0, other: 0 };
  return {
    run,
    name: text.slice(start, parts.at(-1)?.end ?? start),
    words,
    evidence: add(add(worded, context), titled),
    worded,
    opens: parts[0]?.opens === true,
    titled: title !== undefined,
    title,
  };
}

export const key = (name: string): string => (name.length > 4 ? name.toLowerCase() : name);

export function best(evidence: Evidence): NameKind {
  return kinds.reduce(
    (winner, kind) => (evidence[kind] > evidence[winner] ? kind : winner),
    'person' as NameKind,
  );
}
