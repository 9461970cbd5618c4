import type { Entity } from '../../../knowledge/model.ts';
import { whenWords } from '../../../text/date-words.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { asksOnlyHolder } from './asks-only-holder.ts';
import { dated, type Office } from './office.ts';
import { evidenceOf, officeWords, tell, withEvent } from './tell.ts';

/** `When did X's term begin?`, `When did X become president?` */
export function readTerm(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const person = people[0];
  if (query.wanted === 'list' && /\byears\b/.test(query.folded))
    return readYears(query, library, people, office);
  if (query.wanted !== 'when' || person === undefined || office === undefined || people.length > 1)
    return undefined;
  if (
    !/\b(term|become|became|begin|began|start\w*|take office|took office|took over|take over|end|ended|appointed|tenure|chief|head|since|until|till|leave|left)\b/.test(
      query.folded,
    )
  )
    return undefined;
  if (
    /\b(resign\w*|die|died|elected|sworn|meet|met|visit\w*|named|announced?|nominated|told|said)\b/.test(
      query.folded,
    )
  )
    return undefined;
  // The data dates a time in office as a whole: a second term is told by its own event.
  if (/\b(second|third|fourth|fifth|again|re-?elected)\b/.test(query.folded)) return undefined;
  const mine = dated(office).filter((tenure) => tenure.person.id === person.id);
  const first = /\bfirst\b/.test(query.folded) ? mine[0] : mine.at(-1);
  if (first?.from === undefined) return undefined;
  const ends = /\b(end|ended|finish|finished|expire|until|till|leave|left)\b/.test(query.folded);
  const date = ends ? first.to : first.from;
  if (date === undefined) return undefined;
  const text = `${person.name}'s time as ${officeWords(first)} ${ends ? 'ended' : 'began'} ${whenWords(date)}.`;
  return factAnswer([[text, withEvent(first, library, date)]], 'offices: term');
}

/** `In which years was X president?`, and that X never was. */
function readYears(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const [person, another] = people;
  if (person === undefined || another !== undefined || office === undefined) return undefined;
  if (!asksOnlyHolder(query, office, library)) return undefined;
  const [first, ...rest] = dated(office)
    .filter((tenure) => tenure.person.id === person.id)
    .map((tenure) => tell(tenure, 'was', library));
  if (first !== undefined) return factAnswer([first, ...rest], 'offices: years');
  const known = dated(office).at(-1);
  return known === undefined
    ? undefined
    : {
        type: 'none',
        reason: `Nothing here says that ${person.name} was ${officeWords(known)}.`,
        nearest: evidenceOf(known),
        how: 'offices: never held',
      };
}
