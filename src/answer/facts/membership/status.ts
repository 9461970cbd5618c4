import { type Fact, factAnswer } from '../fact.ts';
import { shortName, sinceWords } from '../relations.ts';
import { type Asked, article, evidenceOf, statusTies } from './asked.ts';

/** `egypt sco status`, `What is X to the organisation?`: what a country is to it now, and what it was before. */
export function readStatus(asked: Asked): Fact | undefined {
  const [country, other] = asked.countries;
  if (country === undefined || other !== undefined) return undefined;
  const known = statusTies(asked, country);
  const now = known.filter((tie) => tie.relation.to === undefined).at(-1);
  if (now === undefined) return undefined;
  const before = known
    .filter((tie) => tie !== now)
    .map((tie) => `${tie.status}${sinceWords(tie.relation.from)}`);
  const past = before.length === 0 ? '' : ` Before that: ${before.join(', ')}.`;
  const text = `${country.name} has been ${article(now.status)} ${now.status} of the ${shortName(asked.organisation)}${sinceWords(now.relation.from)}.${past}`;
  return factAnswer(
    [[text, evidenceOf([now, ...known.filter((tie) => tie !== now)], asked)]],
    'relations: status',
  );
}
