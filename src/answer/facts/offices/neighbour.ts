import type { Entity } from '../../../knowledge/model.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { asksOnlyHolder } from './asks-only-holder.ts';
import { dated, type Office, officeHeldBy } from './office.ts';
import { tell } from './tell.ts';

/** `Who took over from X?`, `sec gen before X`, `the first …`. */
export function readNeighbour(
  query: Query,
  library: Library,
  people: readonly Entity[],
  named: Office | undefined,
): Fact | undefined {
  const person = people[0];
  if (query.wanted !== 'who' && query.wanted !== 'open' && query.wanted !== 'yes-no') return undefined;
  const after = /\b(took over from|take over from|succe\w+|replac\w+|after|followed|next|successor)\b/.test(
    query.folded,
  );
  const before = /\b(before|predecessor|preceded|did \S+ (?:\S+ )?(?:succeed|replace))\b/.test(query.folded);
  if (person === undefined || people.length > 1 || (!after && !before)) return undefined;
  const office = named ?? officeHeldBy(person, query, library);
  if (office === undefined || !asksOnlyHolder(query, office, library)) return undefined;
  const series = dated(office);
  const mine = series.filter((tenure) => tenure.person.id === person.id);
  const pivot = mine.at(-1);
  const own =
    pivot === undefined ? [] : series.filter((tenure) => tenure.of.some((id) => pivot.of.includes(id)));
  if (pivot === undefined) return undefined;
  const others = own.filter((tenure) => tenure.person.id !== person.id);
  const found = before
    ? others.filter((tenure) => (tenure.from ?? '') < (mine[0]?.from ?? '')).at(-1)
    : others.find(
        (tenure) =>
          (tenure.from ?? '') >= (pivot.to ?? pivot.from ?? '').slice(0, (tenure.from ?? '').length),
      );
  return found === undefined
    ? undefined
    : factAnswer(
        [
          tell(found, found.to === undefined ? 'has been' : 'was', library),
          tell(pivot, 'was', library, pivot.to),
        ],
        'offices: neighbour',
      );
}
