import type { Entity } from '../../../knowledge/model.ts';
import type { Library } from '../../library.ts';
import type { Query } from '../../query.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { dated, type Office } from './office.ts';
import { evidenceOf, tell } from './tell.ts';

/** `Was A secretary-general before B?` */
export function readOrder(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  const relation = /\b(before|after)\b/.exec(query.folded)?.[1];
  if (query.wanted !== 'yes-no' || relation === undefined || people.length !== 2 || office === undefined)
    return undefined;
  const [first, second] = people.map((person) =>
    dated(office).find((tenure) => tenure.person.id === person.id),
  );
  if (first === undefined || second === undefined) return undefined;
  const isBefore = (first.from ?? '') < (second.from ?? '');
  const right = isBefore === (relation === 'before');
  const order = `${first.person.name} came ${isBefore ? 'before' : 'after'} ${second.person.name}`;
  return factAnswer(
    [
      [`${right ? 'Yes' : 'No'}. ${order}.`, evidenceOf(first)],
      tell(first, 'was', library),
      tell(second, 'was', library),
    ],
    'offices: order',
  );
}
