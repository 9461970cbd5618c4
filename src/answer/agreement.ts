import type { Entity } from '../knowledge/model.ts';
import { words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { trulyInTime } from './agrees-in-time.ts';
import { isOtherCouncil } from './council.ts';
import { findMentions } from './gazetteer.ts';
import type { Library } from './library.ts';
import { dimension, holdsNumber } from './quantity.ts';
import type { Query } from './query.ts';
import { speaks } from './speech.ts';
import type { Unit } from './unit.ts';
import { namesSomebodyElse } from './unknown-names.ts';

/** Small rewards and fines for the type of answer that is wanted. */
export function agreement(unit: Unit, query: Query, library: Library): number {
  const event = unit.source.type === 'event' ? unit.source.event : undefined;
  let sum = event === undefined ? 0 : 0.03;
  if (unit.source.type === 'entity') sum -= 0.06;
  if (!trulyInTime(unit, query.times)) sum -= 0.08;
  if (isOtherCouncil(query.folded, unit)) sum -= 0.12;
  if (
    event?.kind === 'statement' &&
    /\b(announc|said|say|told|tell|reveal|confirm|declar|claim|warn|urg|call)/.test(query.folded)
  )
    sum += 0.04;
  if (/\bdeputy\b/.test(unit.title.toLowerCase()) && !/\b(deputy|vice)\b/.test(query.folded)) sum -= 0.04;
  sum += ordinalsOf(unit, query);
  if (unit.source.type === 'figure' && query.wanted !== 'count' && query.wanted !== 'amount') sum -= 0.05;
  if (event?.status === 'announced') sum -= 0.05;
  if (event?.confidence === 'low') sum -= 0.03;
  switch (query.wanted) {
    case 'who':
      return (
        sum +
        (holdsOther(unit, query, library, 'person') ? 0.04 : statesDid(unit, query, library) ? 0 : -0.15)
      );
    case 'when':
      return sum + (event === undefined ? -0.05 : 0.03);
    case 'where':
      return (
        sum +
        presence(unit, query) +
        (event?.place?.city !== undefined || holdsOther(unit, query, library, 'place') ? 0.03 : -0.15)
      );
    case 'count':
    case 'amount':
      if (unit.source.type === 'figure') sum += yearsOf(unit, query);
      return sum + (holdsNumber(unit) ? 0.06 : -0.15) + dimension(unit, query.folded);
    case 'said': {
      const own = unit.source.type !== 'event' || event?.kind === 'statement';
      return sum + (speaks(unit) ? (own ? 0.04 : 0) : -0.15) + (isOfOther(unit, query, library) ? -0.15 : 0);
    }
    case 'list':
      return sum + Math.min(0.1, 0.02 * countOthers(unit, query, library));
    case 'which-country':
    case 'happened':
    case 'why':
    case 'yes-no':
    case 'definition':
    case 'open':
      return sum;
  }
}

/** Which of a series the title says it was: the one asked for, another one, or a later one where none is named. */
function ordinalsOf(unit: Unit, query: Query): number {
  if (unit.source.type !== 'event') return 0;
  const told = ordinalIn(unit.title);
  const asked = ordinalIn(query.folded);
  if (asked === undefined) return told === undefined || told === 'first' ? 0 : -0.03;
  if (told === asked) return 0.06;
  return told === undefined ? 0 : -0.08;
}

const ordinal =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\b/i;
const ordinalIn = (text: string): string | undefined => {
  const [word] = words(ordinal.exec(text)?.[0] ?? '');
  return word === undefined ? undefined : stem(word);
};

/** What states do themselves: asked who did it, they are told and not their officials. */
const actsOfStates: ReadonlySet<string> = new Set(
  [
    'sign',
    'agree',
    'join',
    'ratify',
    'adopt',
    'boycott',
    'vote',
    'attend',
    'participate',
    'refuse',
    'host',
    'abstain',
    'recognise',
    'withdraw',
    'enter',
    'oppose',
    'support',
    'approve',
    'leave',
    'win',
  ].map(stem),
);

/** True when a unit names countries that the question does not, and the question asks who did what states do. */
export const statesDid = (unit: Unit, query: Query, library: Library): boolean =>
  query.terms.some((term) => actsOfStates.has(term.stem)) && countOthers(unit, query, library) > 0;

/** A figure that names other years than the question is that of another stretch. */
function yearsOf(unit: Unit, query: Query): number {
  const asked = query.times.windows.map((window) => window.from.slice(0, 4));
  const named = [...unit.numbers].filter((number) => /^(?:19|20)\d\d$/.test(number));
  return asked.length > 0 && named.some((year) => !asked.includes(year)) ? -0.05 : 0;
}

/** Somebody else than the one asked about comes first in it: it tells what that one said. */
export function isOfOther(unit: Unit, query: Query, library: Library): boolean {
  const asked = query.terms.filter((term) => term.focus === 'subject').flatMap((term) => term.ids);
  const isPerson = (id: string): boolean => library.gazetteer.entities.get(id)?.kind === 'person';
  if (!asked.some(isPerson)) return false;
  const source = unit.source.type === 'statement' ? (unit.source.statement.attributedTo ?? '') : '';
  const speakers = findMentions(words(source), library.gazetteer).flatMap((mention) => mention.ids);
  if (speakers.some((id) => asked.includes(id))) return false;
  // The headline may name the speaker by the office only, and the text begin with the name.
  const texts = unit.source.type === 'event' ? [unit.title, unit.text] : [`${unit.by ?? ''} ${unit.text}`];
  const firsts = texts
    .map((text) => findMentions(words(text), library.gazetteer).find((each) => each.ids.some(isPerson)))
    .filter((first) => first !== undefined);
  return firsts.length > 0 && !firsts.some((first) => first.ids.some((id) => asked.includes(id)));
}

/** Where somebody was: the place of an event is not that of people it only involves. */
function presence(unit: Unit, query: Query): number {
  const subjects = query.terms.filter((term) => term.focus === 'subject');
  return subjects.every((term) => term.ids.some((id) => (unit.entities.get(id) ?? 0) >= 1)) ? 0 : -0.2;
}

/** Countries and people that the unit itself names and the question does not. */
function countOthers(unit: Unit, query: Query, library: Library): number {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  return [...unit.entities].filter(
    ([id, weight]) => weight >= 1 && !asked.has(id) && isListable(library.gazetteer.entities.get(id)?.kind),
  ).length;
}

const isListable = (kind: Entity['kind'] | undefined): boolean => kind === 'country' || kind === 'person';

/** True when a unit names a person (or place) that the question does not. */
export const holdsOther = (unit: Unit, query: Query, library: Library, kind: 'person' | 'place'): boolean => {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  for (const [id, weight] of unit.entities) {
    if (weight >= 0.7 && !asked.has(id) && library.gazetteer.entities.get(id)?.kind === kind) return true;
  }
  return kind === 'person' && namesSomebodyElse(unit, library.gazetteer);
};
