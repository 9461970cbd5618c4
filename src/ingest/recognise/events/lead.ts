import type { SentenceSpan } from '../../../text/sentence-spans.ts';
import type { EventFound, TimeFound } from '../../model.ts';
import type { Cast } from './participants.ts';

/** What the main event is worked out from. */
export interface Lead {
  readonly headline: string;
  readonly cast: Cast;
  readonly sentences: readonly SentenceSpan[];
  readonly dates: readonly TimeFound[];
  readonly published: Temporal.PlainDate;
  readonly dateline: string | null;
  /** The events of the clauses, in order. */
  readonly told: readonly EventFound[];
}

/** How many sentences at the beginning tell the main event. */
export const leadLength = 8;

/** Where the sentences end that tell the main event. */
export const leadEnd = ({ sentences, cast }: Lead): number =>
  sentences[leadLength]?.start ?? cast.text.length;

/** Where whole words stand in a text; −1 where they do not. Both are written small. */
export function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}
