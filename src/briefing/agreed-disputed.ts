import type { Library } from '../answer/library.ts';
import type { Unit } from '../answer/unit.ts';
import { paragraph, type SourceList } from '../document/build.ts';
import type { ListItem } from '../document/model.ts';
import { byImportance } from '../knowledge/importance.ts';
import type { Event, Statement } from '../knowledge/model.ts';
import { citeEvent, citeUnits, sentence } from '../lookup/cited.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { words } from '../text/fold.ts';
import { shownEvents } from './happened.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';
import { listOf } from './pieces.ts';
import { withoutRepeats } from './without-repeats.ts';

/**
 * Agreed: treaties and documents that were signed or adopted, the most important, with what the record says of them.
 * Disputed: values that another source gives. Told by one side: statements that an article puts in somebody's mouth.
 */
export function agreedAndDisputed(
  material: Material,
  sizes: FileSizes,
  sources: SourceList,
): readonly Piece[] {
  const { holdings, library } = material;
  const papers = holdings.events.filter(
    (event) => (event.kind === 'treaty' || event.kind === 'document') && event.status === 'held',
  );
  const agreed = chosen(papers, sizes.agreed);
  const differing = holdings.events.filter((event) => (event.disagreements ?? []).length > 0);
  const disputed = chosen(differing, sizes.disputed);
  // What a person said stands under what was said already.
  const claims = withoutRepeats(
    claimsIn(holdings.events, library),
    (claim) => claim.source.statement.text,
    holdings.quotations.map((unit) => unit.source.quotation.text),
  );
  const happened = new Set(sizes.summaries ? shownEvents(material, sizes) : []);
  const told = claims.slice(0, sizes.claims);
  return [
    ...headed(
      'Agreed',
      agreed.map((event) => agreedItem(event, sources, !happened.has(event))),
      papers.length - agreed.length,
    ),
    ...headed(
      'Sources differ',
      disputed.flatMap((event) => disputedItems(event, sources)),
      differing.length - disputed.length,
    ),
    ...headed(
      'Told by one side',
      told.map((claim) => claimItem(claim, sources)),
      claims.length - told.length,
    ),
  ];
}

/** The most important, in order of time. */
function chosen(events: readonly Event[], most: number): readonly Event[] {
  const best = new Set(byImportance(events).slice(0, most));
  return events.filter((event) => best.has(event));
}

const headed = (name: string, items: readonly ListItem[], hidden: number): readonly Piece[] =>
  items.length === 0
    ? []
    : [paragraph({ type: 'text', text: name, style: 'strong' }), ...listOf(items, hidden)];

/** @param isNew what it says further does not stand under what happened already */
const agreedItem = (event: Event, sources: SourceList, isNew: boolean): ListItem => ({
  spans: sentence(
    `${rangeWords(event.date, event.endDate)} · ${event.title}${isNew && event.summary !== '' ? `: ${event.summary}` : '.'}`,
    [citeEvent(event, sources)],
  ),
});

const disputedItems = (event: Event, sources: SourceList): readonly ListItem[] =>
  (event.disagreements ?? []).map(({ about, says, by }) => ({
    spans: sentence(
      `${rangeWords(event.date, event.endDate)} · ${event.title}. On the ${about}, ${by}: ${says}.`.replace(
        'On the what happened',
        'On what happened',
      ),
      [citeEvent(event, sources)],
    ),
  }));

type Claim = Unit & { readonly source: Extract<Unit['source'], { readonly type: 'statement' }> };

/** Attributed statements of articles that tell of these events, in order of time. */
function claimsIn(events: readonly Event[], library: Library): readonly Claim[] {
  const ids = new Set(events.map((event) => event.id));
  return library.units
    .filter((unit): unit is Claim => unit.source.type === 'statement')
    .filter(
      ({ source: { statement } }) =>
        statement.attributedTo !== undefined && statement.event !== undefined && ids.has(statement.event),
    )
    .toSorted((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
}

function claimItem(claim: Claim, sources: SourceList): ListItem {
  const { statement, article } = claim.source;
  const date = dateWords(statement.date ?? article.published);
  return {
    spans: sentence(`${date} · ${statement.text}${saidBy(statement)}`, [citeUnits(sources)(claim)]),
  };
}

/** Who says so, where the statement does not name them itself. */
function saidBy({ text, attributedTo = '' }: Statement): string {
  const name = words(attributedTo).at(-1) ?? '';
  return words(text).includes(name) ? '' : ` (According to ${attributedTo}.)`;
}
