import type { Library } from '../library.ts';
import type { Claim, Evidence, NonEmpty } from '../model.ts';
import type { Query } from '../query.ts';

/** What the relations and offices say to a question: an answer, or that it cannot be answered, with what is nearest. */
export type Fact =
  | {
      readonly type: 'answer';
      readonly claims: NonEmpty<Claim>;
      readonly confidence: number;
      readonly how: string;
    }
  | {
      readonly type: 'none';
      readonly reason: string;
      readonly nearest: readonly Evidence[];
      readonly how: string;
      /** The records of offices and relations do not say it, but an event may. */
      readonly unlessTold?: true;
    };

/** Reads one kind of question; undefined when it is not of that kind, or the facts are not here. */
export type FactReader = (query: Query, library: Library) => Fact | undefined;

/** A fact answer of some sentences, all on the same evidence. */
export function factAnswer(
  texts: NonEmpty<readonly [string, NonEmpty<Evidence>]>,
  how: string,
  confidence = 0.93,
): Fact {
  const [first, ...rest] = texts;
  return { type: 'answer', claims: [claimOf(first), ...rest.map(claimOf)], confidence, how };
}

const claimOf = ([text, evidence]: readonly [string, NonEmpty<Evidence>]): Claim => ({
  text,
  certainty: 'stated',
  evidence,
});

/** `A`, `A and B`, `A, B and C`. */
export function andWords(list: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (list.length < 2) return list.join('');
  return `${list.slice(0, -1).join(', ')} ${joint} ${list.at(-1)}`;
}
