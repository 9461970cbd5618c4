import type { TimeReading } from '../text/time-expressions.ts';
import type { Focus } from './focus.ts';
import type { Mention } from './gazetteer.ts';

/** What kind of thing the question asks for. */
export type Wanted =
  | 'who'
  | 'when'
  | 'where'
  | 'which-country'
  | 'list'
  | 'count'
  | 'amount'
  | 'happened'
  | 'said'
  | 'why'
  | 'yes-no'
  | 'definition'
  | 'open';

/** A word or name of the question that evidence has to hold. */
export interface Term {
  readonly said: string;
  readonly stem: string;
  /** Entities that the word names; empty for a plain word. */
  readonly ids: readonly string[];
  /** Set when the question turns on this word: evidence without it is no answer. */
  readonly focus?: Focus;
  /** Says little by itself; evidence may lack it. */
  readonly light: boolean;
  /** Written as a name, though no name that is known here. */
  readonly proper: boolean;
}

/** A question as understood. */
export interface Query {
  readonly question: string;
  readonly today: Temporal.PlainDate;
  readonly wanted: Wanted;
  /** Folded words of the question without its time expressions. */
  readonly words: readonly string[];
  readonly folded: string;
  readonly terms: readonly Term[];
  readonly mentions: readonly Mention[];
  readonly times: TimeReading;
  /** The question asks about what is still to come. */
  readonly future: boolean;
}
