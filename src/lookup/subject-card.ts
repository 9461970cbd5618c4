import type { Library } from '../answer/library.ts';
import { SourceList } from '../document/build.ts';
import type { Action, Document } from '../document/model.ts';
import type { Entity } from '../knowledge/model.ts';
import { button, buttons } from './buttons.ts';
import { entityHead, topicHead } from './card-head.ts';
import { citeUnits } from './cited.ts';
import { nameFor } from './find-entity.ts';
import { firstFitting } from './first-fitting.ts';
import { narrow } from './narrow.ts';
import {
  articleSection,
  asOf,
  cardSizes,
  eventSections,
  figureSection,
  readAs,
  type Sizes,
  saidSections,
} from './sections.ts';
import { sentenceCase } from './sentence-case.ts';
import type { Holdings } from './shelf.ts';
import type { Subject } from './subject.ts';

/** What the desk has of a person, organisation, country, place or topic: what it is, its ties, dates, words and figures. */
export function subjectCard(subject: Subject, today: string, library: Library): Document {
  const holdings = ownWords(narrow(subject.holdings, subject.period), subject.entity);
  return firstFitting(cardSizes, (sizes) => compose(subject, holdings, sizes, today, library));
}

function compose(
  subject: Subject,
  holdings: Holdings,
  sizes: Sizes,
  today: string,
  library: Library,
): Document {
  const sources = new SourceList();
  const { entity } = subject;
  const head =
    entity === undefined
      ? topicHead(subject, holdings, sources)
      : entityHead(entity, today, library, sources);
  return {
    kind: 'answer',
    title: sentenceCase(subject.label),
    blocks: [
      ...head,
      ...readAs(subject),
      ...eventSections(holdings, sizes, library, sources, entity?.id),
      ...saidSections(holdings.quotations, sizes.quotations, library, citeUnits(sources)),
      ...figureSection(holdings, sizes.figures, citeUnits(sources)),
      ...articleSection(holdings, sizes.articles, sources),
      asOf(today, leftOut(holdings, sizes)),
      ...buttons(...nextSteps(subject, holdings, library)),
    ],
    sources: sources.all,
  };
}

/** `also here: 3 figures, 12 articles`: whole sections that there is no room for. */
function leftOut({ quotations, figures, articles }: Holdings, sizes: Sizes): string {
  const missing: readonly (readonly [number, number, string])[] = [
    [sizes.quotations, quotations.length, 'quotation'],
    [sizes.figures, figures.length, 'figure'],
    [sizes.articles, articles.length, 'article'],
  ];
  const told = missing.flatMap(([shown, count, what]) =>
    shown > 0 || count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`],
  );
  return told.length === 0 ? '' : `also here: ${told.join(', ')}`;
}

/** Of a person the card shows what they said themselves, not what was said to them. */
function ownWords(holdings: Holdings, entity: Entity | undefined): Holdings {
  if (entity?.kind !== 'person') return holdings;
  const quotations = holdings.quotations.filter(({ source: { quotation } }) => {
    return 'entity' in quotation.speaker && quotation.speaker.entity === entity.id;
  });
  return { ...holdings, quotations };
}

function nextSteps(subject: Subject, holdings: Holdings, library: Library): readonly (Action | undefined)[] {
  const { entity } = subject;
  const name = entity === undefined ? subject.typed : nameFor(entity, library);
  const { events, quotations } = holdings;
  return [
    events.length === 0 ? undefined : button(`Timeline (${events.length})`, 'timeline', { subject: name }),
    events.length === 0 ? undefined : button('Brief', 'brief', { topic: name }),
    entity?.kind === 'person' && quotations.length > 0
      ? button(`Quotations (${quotations.length})`, 'quote', { speaker: name })
      : undefined,
  ];
}
