import { holdsOther } from './agreement.ts';
import type { Library } from './library.ts';
import { dimension, holdsNumber } from './quantity.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';

/** Whether a candidate really answers, and why not. `confidence` is the chance that it does, 0..1. */
export interface Verdict {
  readonly accepted: boolean;
  readonly reason: string;
  readonly confidence: number;
}

/** Coverage that a candidate needs at least; with the thing asked for itself missing it needs more. */
const enough = 0.5;
const enoughWithoutFocus = 0.86;
/** With more than one word missing. */
const enoughOfMany = 0.72;
/** With the noun asked for, or the doer, missing: only when all the rest agrees. */
const enoughWithoutThing = 0.9;

/** Coverage that is enough for the only thing of a named month or day that agrees at all. */
const enoughAlone = 0.34;

const standsAlone = (query: Query, ranked: Ranked, second: Ranked | undefined): boolean =>
  query.times.windows.some((window) => window.grain !== 'year' && window.grain !== 'span') &&
  (second === undefined || second.coverage <= ranked.coverage * 0.6);

/** Judges the best candidate: type, time, and the words that the question turns on. */
export function judge(query: Query, ranked: Ranked | undefined, library: Library, second?: Ranked): Verdict {
  if (ranked === undefined) return no('nothing from that time or with those words');
  if (query.terms.length === 0 && query.times.windows.length === 0 && query.times.monthDay === undefined) {
    return no('the question has no word to look for');
  }
  const lacking = ranked.uncovered.filter((term) => term.focus !== undefined);
  const vital = lacking.filter((term) => term.focus !== 'act');
  if (vital.length > 0 && ranked.coverage < enoughWithoutThing)
    return no(`it does not tell the thing asked for: ${vital.map((term) => term.said).join(', ')}`);
  const needed =
    lacking.length > 0 ? enoughWithoutFocus : standsAlone(query, ranked, second) ? enoughAlone : enough;
  if (ranked.coverage < needed) {
    return no(
      `too little of it is here (${ranked.coverage.toFixed(2)} of ${needed}); missing: ${ranked.uncovered.map((term) => term.said).join(', ')}`,
    );
  }
  if (ranked.strangers.length > 0 && ranked.coverage < 0.85)
    return no(`it does not speak of ${ranked.strangers.join(', ')}`);
  const unknown = ranked.uncovered.filter((term) => term.proper);
  if (unknown.length > 0 && ranked.coverage < 0.85)
    return no(`nothing here speaks of ${unknown.map((term) => term.said).join(', ')}`);
  if (ranked.uncovered.length > 1 && ranked.coverage < enoughOfMany && needed !== enoughAlone) {
    return no(`more than one thing is missing: ${ranked.uncovered.map((term) => term.said).join(', ')}`);
  }
  const mismatch = lacksType(query, ranked, library);
  if (mismatch !== undefined) return no(mismatch);
  return { accepted: true, reason: 'agrees', confidence: Math.min(0.97, 0.35 + 0.6 * ranked.coverage) };
}

/** What the type of answer wants and the unit does not have. */
function lacksType(query: Query, ranked: Ranked, library: Library): string | undefined {
  const { unit } = ranked;
  const event = unit.source.type === 'event' ? unit.source.event : undefined;
  if (elsewhere(query, ranked, library)) return 'it is about another place';
  if (
    query.wanted === 'who' &&
    !holdsOther(unit, query, library, 'person') &&
    !actsFirst(query, ranked, library)
  )
    return 'it names nobody';
  if (query.wanted === 'where' && event?.place === undefined && !holdsOther(unit, query, library, 'place'))
    return 'it names no place';
  if (
    query.wanted === 'count' &&
    !holdsNumber(unit, /\b(days|weeks|months|years|hours|minutes)\b/.test(query.folded))
  )
    return 'no figure in it';
  if (query.wanted === 'amount' && (!holdsNumber(unit) || dimension(unit, query.folded) < 0))
    return 'no such figure in it';
  return undefined;
}

/** The question names a city, and the event was in another one and does not speak of it. */
function elsewhere(query: Query, ranked: Ranked, library: Library): boolean {
  const { unit } = ranked;
  if (unit.source.type !== 'event' || unit.source.event.place?.city === undefined || ranked.coverage >= 0.9)
    return false;
  const places = query.mentions.filter(
    (mention) =>
      mention.by === 'name' && library.gazetteer.entities.get(mention.ids[0] ?? '')?.kind === 'place',
  );
  return places.some((mention) =>
    mention.ids.every(
      (id) => !unit.entities.has(id) && !unit.entities.has(library.gazetteer.countryOfCapital.get(id) ?? ''),
    ),
  );
}

/** A country or body that the question does not name stands first in the title: it did it. */
function actsFirst(query: Query, ranked: Ranked, library: Library): boolean {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  return [...ranked.unit.entities].some(([id, weight]) => {
    const entity = library.gazetteer.entities.get(id);
    return (
      weight >= 1 &&
      !asked.has(id) &&
      (entity?.kind === 'country' || entity?.kind === 'organisation') &&
      ranked.unit.title.startsWith(entity.name)
    );
  });
}

const no = (reason: string): Verdict => ({ accepted: false, reason, confidence: 0.8 });
