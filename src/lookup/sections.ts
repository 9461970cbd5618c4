import type { Library } from '../answer/library.ts';
import type { NonEmpty } from '../answer/model.ts';
import { quiet, type SourceList } from '../document/build.ts';
import type { Block, ListItem } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { shorten } from '../options.ts';
import { dateWords } from '../text/date-words.ts';
import { articleItem, eventItem } from './cited.ts';
import { mostImportant } from './important.ts';
import { type Citing, figureItem, isDirect, paraphraseItem, quoteBlock } from './said.ts';
import type { Holdings, QuotationUnit } from './shelf.ts';
import type { Subject } from './subject.ts';

/** A heading over a list, with the number of items that are left out; nothing at all for an empty list. */
export function listSection(heading: string, items: readonly ListItem[], hidden = 0): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    { type: 'list', items, ...(hidden > 0 ? { hidden } : {}) },
  ];
}

/** How many of each a card shows; `fit` takes away more where a platform needs it. */
export interface Sizes {
  readonly important: number;
  readonly latest: number;
  readonly quotations: number;
  readonly figures: number;
  readonly articles: number;
}

const sizes = (
  important: number,
  latest: number,
  quotations: number,
  figures: number,
  articles: number,
): Sizes => ({ important, latest, quotations, figures, articles });

/** From the fullest card to the shortest one. */
export const cardSizes: NonEmpty<Sizes> = [
  sizes(6, 3, 3, 3, 3),
  sizes(5, 2, 2, 2, 2),
  sizes(5, 2, 2, 1, 1),
  sizes(4, 2, 2, 1, 0),
  sizes(4, 2, 1, 1, 0),
  sizes(4, 1, 1, 0, 0),
  sizes(3, 1, 0, 0, 0),
];

/** The most important events in order of time, then the latest ones; all in one list where there are few. */
export function eventSections(
  holdings: Holdings,
  sizes: Sizes,
  library: Library,
  sources: SourceList,
  entity?: string,
): readonly Block[] {
  const { events } = holdings;
  const items = (shown: readonly Event[]): readonly ListItem[] =>
    shown.map((event) => eventItem(event, sources, events.length <= 3));
  if (events.length <= sizes.important + sizes.latest) return listSection('What happened', items(events));
  const latest = events.slice(-sizes.latest).reverse();
  const earlier = events.slice(0, -sizes.latest);
  const important = mostImportant(earlier, sizes.important, library, entity);
  return [
    ...listSection('Most important', items(important)),
    ...listSection('Latest', items(latest), earlier.length - important.length),
  ];
}

/** Words of sources verbatim, each set off; then what was said in substance. */
export function saidSections(
  quotations: readonly QuotationUnit[],
  most: number,
  library: Library,
  citing: Citing,
): readonly Block[] {
  if (quotations.length === 0 || most === 0) return [];
  const direct = quotations.filter(isDirect).slice(0, most);
  const others = quotations.filter((unit) => !isDirect(unit)).slice(0, most - direct.length);
  const hidden = quotations.length - direct.length - others.length;
  const items = others.map((unit) => paraphraseItem(unit, library, citing));
  const blocks = direct.map((unit) => quoteBlock(unit, library, citing));
  if (items.length === 0) return [{ type: 'heading', text: 'What was said' }, ...blocks];
  return [
    { type: 'heading', text: 'What was said' },
    ...blocks,
    { type: 'list', items, ...(hidden > 0 ? { hidden } : {}) },
  ];
}

export function figureSection(holdings: Holdings, most: number, citing: Citing): readonly Block[] {
  const shown = holdings.figures.slice(0, most).map((unit) => figureItem(unit, citing));
  return listSection('In figures', shown, holdings.figures.length - shown.length);
}

export function articleSection(holdings: Holdings, most: number, sources: SourceList): readonly Block[] {
  const shown = holdings.articles.slice(0, most).map((article) => articleItem(article, sources));
  return listSection('In articles', shown, holdings.articles.length - shown.length);
}

/** The last, quiet line of a card. */
export const asOf = (today: string, more = ''): Block =>
  quiet(`As of ${dateWords(today)}${more === '' ? '' : ` · ${more}`}`);

/** Tells how a name was read that is none of the subject's own. */
export const readAs = ({ guessedFrom, label }: Subject): readonly Block[] =>
  guessedFrom === undefined ? [] : [quiet(`Read “${shorten(guessedFrom)}” as ${label}.`)];
