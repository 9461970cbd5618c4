import type { Certainty, TimeType } from '../../model.ts';

/** What the words around a date say of its side of the present. */
export type Tense = 'past' | 'future' | 'unknown';

/** What a reading may look at beside its own words. */
export interface TimeContext {
  readonly published: Temporal.PlainDate;
  /** Of the clause that the match stands in. */
  readonly tense: () => Tense;
  /** The last day, month or year that the text named before: what `two days later` counts from. */
  readonly anchor: string | undefined;
  /** Up to 24 characters before and after the match. */
  readonly before: string;
  readonly after: string;
}

export interface TimeReading {
  readonly type: TimeType;
  readonly value: string;
  readonly certainty: Certainty;
  /** Length of the span where it is shorter than what the pattern took. */
  readonly length?: number;
}

/** One kind of expression: a sticky pattern, tried at words that it can begin with, and its meaning. */
export interface TimeRecogniser {
  readonly name: string;
  /** Lower-case words that an expression begins with; `0` stands for any figure. */
  readonly first: readonly string[];
  readonly pattern: RegExp;
  /** Undefined where the words mean something else here. */
  readonly read: (match: RegExpExecArray, context: TimeContext) => TimeReading | undefined;
}

export const stated = (type: TimeType, value: string): TimeReading => ({ type, value, certainty: 'stated' });
export const implied = (type: TimeType, value: string): TimeReading => ({
  type,
  value,
  certainty: 'implied',
});

/** Letters of Latin scripts: what `\\p{L}` stands for in these patterns, which are compiled far faster without the `u` flag. */
const letters = 'a-z\u00c0-\u024f';

/**
 * Builds the sticky pattern; a space in `source` stands for white space. Its length is not bounded, which would take a third
 * longer to compile: words are tried once each, and no pattern has two stretches of white space next to each other.
 */
export const sticky = (source: string): RegExp =>
  new RegExp(
    source
      .replace(/\[([^\]]*)\\p\{L[lu]?\}([^\]]*)\]/g, `[$1${letters}$2]`)
      .replace(/\[[^\]]*\]/g, (signs) => signs.replaceAll(' ', '\\s'))
      .replace(/\\p\{L[lu]?\}/g, `[${letters}]`)
      .replaceAll(' ', '\\s+'),
    'iy',
  );
