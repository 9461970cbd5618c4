import type { Fact } from '../fact.ts';
import { shortName, sinceWords, tieEvidence } from '../relations.ts';
import { type Asked, article, statusTies } from './asked.ts';

/** `When did X leave?`: nobody is recorded to have left; says what the country still is. */
export function readLeaving(asked: Asked): Fact | undefined {
  const country = asked.countries[0];
  if (country === undefined) return undefined;
  const known = statusTies(asked, country);
  if (known.some((tie) => tie.relation.to !== undefined && tie.status === 'member')) return undefined;
  const now = known.at(-1);
  const name = shortName(asked.organisation);
  const stays =
    now === undefined
      ? ''
      : ` It has been ${article(now.status)} ${now.status}${sinceWords(now.relation.from)}.`;
  const nearest = now === undefined ? [] : [tieEvidence(now, asked.library)];
  return {
    type: 'none',
    reason: `Nothing here says that ${country.name} left the ${name}.${stays}`,
    nearest,
    how: 'relations: leaving',
  };
}
