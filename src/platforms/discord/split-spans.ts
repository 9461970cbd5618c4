import type { Span } from '../../document/model.ts';
import { graphemes } from '../clean-text.ts';
import { renderSpan } from './render-spans.ts';

/**
 * Spans in runs that take at most `room` characters each as Markdown. Text is parted after spaces, or between
 * graphemes where a word is too long; a citation or a time is never parted, and each part of a link is a whole link.
 */
export function splitSpans(spans: readonly Span[], room: number): readonly (readonly Span[])[] {
  const runs: Span[][] = [];
  let run: Span[] = [];
  let used = 0;
  for (const piece of spans.flatMap(piecesOf)) {
    const weight = weigh(piece);
    if (run.length > 0 && used + weight > room) {
      runs.push(run);
      run = [];
      used = 0;
    }
    run.push(piece);
    used += weight;
  }
  return run.length === 0 ? runs : [...runs, run];
}

/** Upper bound of what a piece takes: each of its lines may get a mark of its own and an escape. */
const weigh = (span: Span): number => renderSpan(span).length + 2 + 12 * lineFeeds(span);

const lineFeeds = (span: Span): number =>
  span.type === 'text' ? (span.text.match(/[\n\r\u2028\u2029]/g)?.length ?? 0) : 0;

/** Longest piece, in UTF-16 code units before escaping. */
const longestPiece = 160;

function piecesOf(span: Span): readonly Span[] {
  switch (span.type) {
    case 'text':
    case 'link':
      return span.text.length <= longestPiece
        ? [span]
        : wordsOf(span.text).map((text) => ({ ...span, text }));
    case 'time':
    case 'cite':
      return [span];
  }
}

/** The text in order, parted after spaces. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/\s*\S+\s?|\s+/g) ?? [];
  return gather(words.flatMap((word) => (word.length <= longestPiece ? [word] : gather(lettersOf(word)))));
}

const lettersOf = (word: string): readonly string[] =>
  graphemes(word).flatMap((letter) => (letter.length <= longestPiece ? [letter] : Array.from(letter)));

/** Joins neighbours as long as they make no piece that is too long. */
function gather(parts: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length <= longestPiece)
      pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}
