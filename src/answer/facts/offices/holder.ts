import type { Entity } from '../../../knowledge/model.ts';
import type { Library } from '../../library.ts';
import type { Evidence, NonEmpty } from '../../model.ts';
import type { Query } from '../../query.ts';
import { coversDay } from '../../unit.ts';
import { anchorDay } from '../anchor.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { asksOnlyHolder } from './asks-only-holder.ts';
import { dated, type Office } from './office.ts';
import { clean, evidenceOf, holderVerb, tell, termWords } from './tell.ts';
import { startedBy } from './tenure.ts';

/** `Who was X in 2017?` Only when nothing else is asked of the holder. */
export function readHolder(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  if (office === undefined || people.length > 0) return undefined;
  if (
    !/\bwho\b|^(?:the )?(?:current|first|last)|\bname of\b/.test(query.folded) &&
    query.wanted !== 'list' &&
    query.wanted !== 'open'
  )
    return undefined;
  if (!asksOnlyHolder(query, office)) return undefined;
  const series = dated(office);
  const first = series[0];
  if (first === undefined) return undefined;
  if (/\bfirst\b/.test(query.folded))
    return factAnswer([tell(first, 'was the first', library)], 'offices: first', 0.9);
  if (query.wanted === 'list') {
    const all = series
      .map(
        (tenure) =>
          `${tenure.person.name} (${termWords(tenure)
            .replace(/^, | (?=since)/, '')
            .trim()})`,
      )
      .join(', ');
    const evidence = series.flatMap((tenure) => evidenceOf(tenure)) as unknown as NonEmpty<Evidence>;
    return factAnswer([[`${clean(office.label)}, in order: ${all}.`, evidence]], 'offices: list', 0.9);
  }
  const day = anchorDay(query, library) ?? query.today.toString();
  const then = series.filter((tenure) => coversDay(tenure.from, tenure.to, day) && startedBy(tenure, day));
  const [holder] = then.slice(-1);
  if (holder === undefined) return undefined;
  return factAnswer([tell(holder, holderVerb(holder), library, day)], 'offices: holder', 0.92);
}
