import { readChair } from './facts/chair.ts';
import { readDefinition } from './facts/definition.ts';
import { readEventOrder } from './facts/event-order.ts';
import type { Fact, FactReader } from './facts/fact.ts';
import { readMembership } from './facts/membership.ts';
import { readOffices } from './facts/offices.ts';
import { readSeat } from './facts/seat.ts';
import { readSummits } from './facts/summits.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import type { Query } from './query.ts';

const readers: readonly FactReader[] = [
  readChair,
  readMembership,
  readOffices,
  readSummits,
  readSeat,
  readDefinition,
  readEventOrder,
];

/** What relations and offices say; they go before events and statements. */
export function readFacts(query: Query, library: Library): Fact | undefined {
  if (namesStranger(query, library) || asksOfLater(query)) return undefined;
  for (const read of readers) {
    const fact = read(query, library);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** A time still to come: what holds today says nothing about it. */
const asksOfLater = (query: Query): boolean =>
  query.times.windows.some((window) => window.from > query.today.toString());

/** A name that no record holds: what is known of others says nothing about it. */
const namesStranger = (query: Query, library: Library): boolean =>
  query.terms.some(
    (term) =>
      term.proper &&
      term.ids.length === 0 &&
      !library.stems.has(term.stem) &&
      synonymsOf(term.stem).size === 0,
  );
