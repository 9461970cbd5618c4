import type { Library } from '../answer/library.ts';
import type { Unit } from '../answer/unit.ts';
import { wordUnit } from '../answer/word-claim.ts';
import { text } from '../document/build.ts';
import type { CiteSpan, ListItem, QuoteBlock, Span } from '../document/model.ts';
import type { Quotation } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { participantOn } from './office-words.ts';
import { sentenceCase } from './sentence-case.ts';
import type { FigureUnit, QuotationUnit } from './shelf.ts';

/** How a record is cited: as itself, or as the article that it stands in. */
export type Citing = (unit: Unit) => CiteSpan;

/** Words that stand verbatim in a source, with who said them to whom, in which office, when, where and as whom reported. */
export function quoteBlock(unit: QuotationUnit, library: Library, citing: Citing): QuoteBlock {
  const { quotation } = unit.source;
  const to = quotation.addressee;
  const parts = [
    `${participantOn(quotation.speaker, quotation.date, library)}${to === undefined ? '' : ` to ${participantOn(to, quotation.date, library)}`}`,
    dateWords(quotation.date),
    quotation.occasion,
    quotation.attribution,
  ].filter((part) => part !== undefined);
  const attribution: readonly Span[] = [text(`${parts.join('; ')} `), citing(unit)];
  return { type: 'quote', text: quotation.text, attribution };
}

/** What somebody said in other words than theirs: told as such, and never between quotation marks. */
export function paraphraseItem(unit: QuotationUnit, library: Library, citing: Citing): ListItem {
  const { quotation } = unit.source;
  const speaker = participantOn(quotation.speaker, quotation.date, library);
  const said = `${dateWords(quotation.date)} · ${speaker} ${cueWords(quotation, library)}, in substance: ${quotation.text} `;
  const detail = [quotation.occasion, quotation.attribution].filter((part) => part !== undefined).join('; ');
  const spans = [text(said), citing(unit)];
  return detail === '' ? { spans } : { spans, detail: [text(`${sentenceCase(detail)}.`)] };
}

/** Verbs that a clause can follow: `called` or `described` would not read. */
const clauseVerb =
  /^(told|asked|said|added|noted|remarked|replied|warned|confirmed|stated|announced|stressed|explained|argued|claimed)\b/;

/** `told Russian president Vladimir Putin, smiling`, `said`. */
function cueWords(quotation: Quotation, library: Library): string {
  const cue = clauseVerb.test(quotation.cue ?? '') ? (quotation.cue ?? 'said') : 'said';
  if (quotation.addressee === undefined) return cue;
  const to = participantOn(quotation.addressee, quotation.date, library);
  const [, verb = '', manner = ''] = /^(\w+)(,.*)?$/.exec(cue) ?? [];
  if (verb === '') return cue;
  return `${verb} ${takesObject.test(verb) ? '' : 'to '}${to}${manner}`;
}

const takesObject = /^(told|asked|assured|reminded|warned)$/;

/** A number with what it measures and its as-of date. */
export const figureItem = (unit: FigureUnit, citing: Citing): ListItem => ({
  spans: [text(`${wordUnit(unit).text} `), citing(unit)],
});

export const isDirect = (unit: QuotationUnit): boolean => unit.source.quotation.form === 'direct';
