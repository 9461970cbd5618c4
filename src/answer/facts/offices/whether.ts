import type { Entity } from '../../../knowledge/model.ts';
import { coversDay } from '../../covers-day.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { anchorDay } from '../anchor.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { asksOnlyHolder } from './asks-only-holder.ts';
import { dated, type Office } from './office.ts';
import { holderVerb, tell } from './tell.ts';
import { startedBy, type Tenure } from './tenure.ts';

/** `Was X still foreign minister in August 2023?`: whether the term covers the day; if not, who held the office then. */
export function readWhether(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const person = people[0];
  if (query.wanted !== 'yes-no' || person === undefined || people.length > 1 || office === undefined)
    return undefined;
  if (!/^(is|was|has|had|did)\b/.test(query.folded) || !asksOnlyHolder(query, office, library))
    return undefined;
  const mine = dated(office).filter((tenure) => tenure.person.id === person.id);
  const last = mine.at(-1);
  if (last === undefined) return undefined;
  const day = anchorDay(query, library) ?? query.today.toString();
  const runs = (tenure: Tenure): boolean => coversDay(tenure.from, tenure.to, day) && startedBy(tenure, day);
  const then = mine.find(runs);
  const asksFirst = /\bfirst\b/.test(query.folded);
  if (asksFirst) return undefined;
  if (then !== undefined) {
    const [text, evidence] = tell(then, holderVerb(then), library, day);
    return factAnswer([[`Yes. ${text}`, evidence]], 'offices: whether');
  }
  const holder = dated(office).find(runs);
  const [text, evidence] = tell(last, 'was', library);
  const other = holder === undefined ? [] : [tell(holder, holderVerb(holder), library, day)];
  return factAnswer([[`No. ${text}`, evidence], ...other], 'offices: whether');
}
