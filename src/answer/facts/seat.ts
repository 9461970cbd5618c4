import { whenWords } from '../../text/date-words.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import { type Fact, factAnswer } from './fact.ts';
import { allTies, isPartOf, mainOrganisation, tieEvidence } from './relations.ts';

const about =
  /\b(seat|seated|based|headquarter\w*|hq|located|houses?|housed|home to|sits?|situated|secretariat)\b/;

/** `Where is the secretariat based?`, `Which city houses it?`: the seat of an organisation or of a body of it. */
export function readSeat(query: Query, library: Library): Fact | undefined {
  const place = query.wanted === 'where' || /\bwhat (?:city|town|place)\b/.test(query.folded);
  const others = query.terms.filter((term) => term.ids.length === 0 && !term.light && !about.test(term.said));
  if (!place || !about.test(query.folded) || others.length > 0 || query.times.windows.length > 0)
    return undefined;
  const named = query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .filter((entity) => entity?.kind === 'organisation');
  const main = mainOrganisation(library);
  const seats = allTies(library).filter((tie) => tie.relation.kind === 'seat of');
  const body = named[0] ?? main;
  const direct = seats.filter((tie) => tie.relation.of === body?.id);
  // The seat of an organisation is that of the body of it that works all year.
  const found =
    direct[0] ?? seats.find((tie) => isPartOf(library.gazetteer.entities.get(tie.relation.of), body));
  if (found === undefined) return undefined;
  const seated = library.gazetteer.entities.get(found.relation.of);
  const since =
    found.relation.from === undefined
      ? ''
      : ` since ${whenWords(found.relation.from).replace(/^(?:on|in) /, '')}`;
  const text = `The seat of ${seated === undefined ? 'it' : `the ${seated.name}`} has been ${found.subject.name}${since}.`;
  return factAnswer([[text, [tieEvidence(found, library)]]], 'relations: seat');
}
