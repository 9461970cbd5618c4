import { entityEvidence } from '../answer/evidence.ts';
import { allTies, shortName, type Tie, tieEvidence } from '../answer/facts/relations.ts';
import type { Library } from '../answer/library.ts';
import type { SourceList } from '../document/build.ts';
import type { ListItem } from '../document/model.ts';
import type { Entity } from '../knowledge/model.ts';
import { citeEvidence, eventItem, sentence } from '../lookup/cited.ts';
import { mostImportant } from '../lookup/important.ts';
import { membershipDrawing } from '../pictures/membership-drawing.ts';
import { dateWords } from '../text/date-words.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';
import { drawn, listOf } from './pieces.ts';

/** Entities that are introduced at most. */
const mostIntroduced = 3;

/**
 * Who and what the subject is, how those it names stand to one another, and the most important events before the period;
 * for an organisation its membership over the years.
 */
export function background(material: Material, sizes: FileSizes, sources: SourceList): readonly Piece[] {
  const { named, library, today } = material;
  const organisation = named.find((entity) => entity.kind === 'organisation');
  const items = [
    ...named.slice(0, mostIntroduced).map((entity) => introduction(entity, sources)),
    ...standings(named, library).map((ties) => standingItem(ties, library, sources)),
    ...earlier(material, sizes).map((event) => eventItem(event, sources)),
  ];
  return [
    ...listOf(items),
    ...drawn(
      items.length === 0 || organisation === undefined
        ? undefined
        : membershipDrawing(organisation, library, today),
    ),
  ];
}

function introduction(entity: Entity, sources: SourceList): ListItem {
  const words = `${entity.name}: ${entity.description}`;
  return { spans: sentence(words, [citeEvidence(entityEvidence(entity, words), sources)]) };
}

/** Relations of those named to the organisation that is named too, or of a lone country to any, grouped by whose they are. */
function standings(named: readonly Entity[], library: Library): readonly (readonly Tie[])[] {
  const countries = named.filter((entity) => entity.kind === 'country');
  const bodies = new Set(named.filter((entity) => entity.kind === 'organisation').map((entity) => entity.id));
  return countries
    .map((country) =>
      allTies(library).filter(
        ({ subject, relation }) =>
          subject.id === country.id &&
          relation.from !== undefined &&
          status.test(relation.kind) &&
          (bodies.size === 0 || bodies.has(relation.of)),
      ),
    )
    .filter((ties) => ties.length > 0);
}

const status = /^(member|observer|dialogue partner) of$/;

/** `India and the SCO: observer from 5 July 2005 to 9 June 2017, member since 9 June 2017.` */
function standingItem(ties: readonly Tie[], library: Library, sources: SourceList): ListItem {
  const [first] = ties;
  const body = library.gazetteer.entities.get(first?.relation.of ?? '');
  const steps = ties.map(({ relation: { kind, from = '', to } }) => {
    const what = kind.replace(/ of$/, '');
    return to === undefined
      ? `${what} since ${dateWords(from)}`
      : `${what} from ${dateWords(from)} to ${dateWords(to)}`;
  });
  const words = `${first?.subject.name ?? ''} and the ${body === undefined ? '' : shortName(body)}: ${steps.join(', ')}.`;
  return {
    spans: sentence(
      words,
      ties.map((tie) => citeEvidence(tieEvidence(tie, library), sources)),
    ),
  };
}

/** The most important events before a period, in order of time. */
function earlier({ subject, period, library }: Material, sizes: FileSizes) {
  const { from } = period;
  if (from === undefined) return [];
  const before = subject.holdings.events.filter((event) => (event.endDate ?? event.date) < from);
  return mostImportant(before, sizes.background, library, subject.entity?.id);
}
