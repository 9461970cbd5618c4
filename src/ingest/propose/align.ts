import { createLocate, type Located } from '../../text/locate.ts';
import { type SentenceSpan, sentenceSpans } from '../../text/sentence-spans.ts';
import type { Extraction, Extras } from '../model.ts';
import type { Link } from '../recognise/mentions.ts';
import { alignEvent } from './align-event.ts';
import { alignFigure } from './align-figure.ts';
import { alignName } from './align-name.ts';
import { alignQuotation } from './align-quotation.ts';
import type { Proposal } from './proposal.ts';

/** What proposals are held against. */
export interface Ground {
  readonly text: string;
  readonly found: Extraction;
  readonly sentences: readonly SentenceSpan[];
  readonly locate: (words: string) => Located | undefined;
  readonly link: Link;
}

/** A proposal that stands, or why it does not. */
export type Aligned<T> = { readonly kept: T } | { readonly dropped: string };

export interface Alignment {
  readonly extras: Extras;
  /** What was dropped and why, in words. */
  readonly dropped: readonly string[];
}

/**
 * Keeps of a proposal what stands in the text. Each record rests on a place in it; its dates are those that our own recogniser
 * reads there, who takes part stands there or is safely meant by a pronoun, and whether it happened is for our own rules to say.
 */
export function align(proposal: Proposal, text: string, found: Extraction, link: Link): Alignment {
  const ground: Ground = { text, found, link, sentences: sentenceSpans(text), locate: createLocate(text) };
  const dropped: string[] = [];
  const keep = <P, T>(list: readonly P[], one: (each: P) => Aligned<T>): readonly T[] =>
    list.flatMap((each) => {
      const outcome = one(each);
      if ('kept' in outcome) return [outcome.kept];
      dropped.push(outcome.dropped);
      return [];
    });
  const mentions = keep(proposal.names, (each) => alignName(each, ground));
  const extras = {
    mentions: uniqueBy(mentions, ({ name }) => name),
    events: uniqueBy(
      keep(proposal.events, (each) => alignEvent(each, ground)),
      ({ title }) => title,
    ),
    quotations: uniqueBy(
      keep(proposal.quotations, (each) => alignQuotation(each, ground)),
      ({ start }) => String(start),
    ),
    figures: uniqueBy(
      keep(proposal.figures, (each) => alignFigure(each, ground)),
      ({ start }) => String(start),
    ),
  };
  return { extras, dropped };
}

const uniqueBy = <T>(list: readonly T[], keyOf: (each: T) => string): readonly T[] => [
  ...new Map(list.map((each) => [keyOf(each), each])).values(),
];
