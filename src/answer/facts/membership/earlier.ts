import type { Entity } from '../../../knowledge/model.ts';
import { whenWords } from '../../../text/date-words.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { shortName } from '../relations.ts';
import { type Asked, article, evidenceOf, statusTies } from './asked.ts';

/** `Did A join before B?` */
export function readEarlier(asked: Asked, first: Entity, second: Entity): Fact | undefined {
  const relation =
    /\b(before|after|earlier than|later than|at the same time|on the same day|in the same year|the same day|together|with)\b/.exec(
      asked.query.folded,
    )?.[1];
  const [left, right] = [first, second].map((country) =>
    statusTies(asked, country).find((tie) => tie.status === asked.status),
  );
  const [from, other] = [left?.relation.from, right?.relation.from];
  if (
    relation === undefined ||
    left === undefined ||
    right === undefined ||
    from === undefined ||
    other === undefined
  )
    return undefined;
  const holds =
    relation === 'before' || relation === 'earlier than'
      ? from < other
      : relation === 'after' || relation === 'later than'
        ? from > other
        : from === other;
  const text = `${holds ? 'Yes' : 'No'}. ${first.name} became ${article(asked.status)} ${asked.status} of the ${shortName(asked.organisation)} ${whenWords(from)}, ${second.name} ${whenWords(other)}.`;
  return factAnswer([[text, evidenceOf([left, right], asked)]], 'relations: order');
}
