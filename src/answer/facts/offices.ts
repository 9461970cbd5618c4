import type { Entity } from '../../knowledge/model.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import type { Fact } from './fact.ts';
import { readHolder } from './offices/holder.ts';
import { readNeighbour } from './offices/neighbour.ts';
import { officeOf } from './offices/office.ts';
import { readOfficeOf } from './offices/office-of.ts';
import { readOrder } from './offices/order.ts';
import { readTerm } from './offices/term.ts';
import { readWhether } from './offices/whether.ts';

export { allTenures, type Tenure } from './offices/tenure.ts';

/** Who held an office when, who came before and after, when a term began, what office somebody held. */
export function readOffices(query: Query, library: Library): Fact | undefined {
  const people = peopleOf(query, library);
  const office = officeOf(query, library, people);
  return (
    readOrder(query, library, people, office) ??
    readWhether(query, library, people, office) ??
    readOfficeOf(query, library, people) ??
    readTerm(query, library, people, office) ??
    readNeighbour(query, library, people, office) ??
    readHolder(query, library, people, office)
  );
}

/** People named, by name or in spite of a slip. */
function peopleOf(query: Query, library: Library): readonly Entity[] {
  const owners = query.terms.filter(
    (term) =>
      query.folded.includes(`${term.said}'s `) &&
      query.wanted === 'who' &&
      !new RegExp(`${term.said}'s (?:job|post|office|seat|role|position|chair)\\b`).test(query.folded),
  );
  const ids = query.terms
    .filter((term) => !owners.includes(term))
    .filter((term) => term.ids.length > 0)
    .flatMap((term) => term.ids.slice(0, 3));
  return [...new Set(ids)]
    .map((id) => library.gazetteer.entities.get(id))
    .filter((entity) => entity?.kind === 'person') as Entity[];
}
