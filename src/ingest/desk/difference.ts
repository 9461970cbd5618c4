import type { Difference } from '../../store/desk-ports.ts';
import { sentenceSpans } from '../../text/sentence-spans.ts';

interface Told {
  readonly headline: string;
  readonly text: string;
}

/** Sentences kept of each side at most: more is another article. */
const most = 200;

/** What an update of an article changed: the sentences that are new and those that are gone, in their order. */
export function differenceBetween(earlier: Told, later: Told): Difference {
  const before = sentencesOf(earlier.text);
  const after = sentencesOf(later.text);
  const had = new Set(before);
  const has = new Set(after);
  return {
    added: after.filter((each) => !had.has(each)).slice(0, most),
    removed: before.filter((each) => !has.has(each)).slice(0, most),
    ...(earlier.headline === later.headline ? {} : { headline: earlier.headline }),
  };
}

const sentencesOf = (text: string): readonly string[] =>
  sentenceSpans(text).map(({ start, end }) => text.slice(start, end));
