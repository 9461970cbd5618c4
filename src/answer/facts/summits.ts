import type { Entity, Event } from '../../knowledge/model.ts';
import { rangeWords } from '../../text/date-words.ts';
import { numberWord } from '../../text/number-words.ts';
import { unitEvidence } from '../evidence.ts';
import { stopWords } from '../lexicon/stop-words.ts';
import type { Library } from '../library.ts';
import type { Evidence, NonEmpty } from '../model.ts';
import type { Query } from '../query.ts';
import type { Unit } from '../unit.ts';
import { andWords, type Fact, factAnswer } from './fact.ts';
import { isPartOf, mainOrganisation, shortName } from './relations.ts';

interface Summit {
  readonly unit: Unit;
  readonly event: Event;
}

const plain = new Set(
  'summit summits date dates leader leaders state heads head annual host hosted hosts hosting hold held holding year years city cities country countries last previous first latest next most recent list yearly gathering place places venue many times time took convened met meet sco regular ordinary'.split(
    ' ',
  ),
);

/** The main organisation's yearly summits: where and when one was, which a country hosted, the first, the last, the next. */
export function readSummits(query: Query, library: Library): Fact | undefined {
  if (
    !/\b(summits?|leaders)\b/.test(query.folded) ||
    !(
      ['where', 'when', 'list', 'count', 'which-country'].includes(query.wanted) ||
      /^(?:what|which) (?:was|is) the (?:first|last|latest|next)\b/i.test(query.question)
    )
  )
    return undefined;
  const organisation = mainOrganisation(library) ?? organisationByName(library);
  if (organisation === undefined) return undefined;
  const others = query.mentions.filter((mention) => {
    const entity = library.gazetteer.entities.get(mention.ids[0] ?? '');
    return (
      entity?.kind !== 'country' &&
      entity?.kind !== 'place' &&
      entity?.id !== organisation.id &&
      !/summit|council of heads of state/i.test(entity?.name ?? '')
    );
  });
  const owned = new Set(query.mentions.flatMap((mention) => mention.said.split(' ')));
  const rest = query.words.filter((word) => !plain.has(word) && !stopWords.has(word) && !owned.has(word));
  if (others.length > 0 || rest.length > 0) return undefined;
  const all = summits(library, organisation.id);
  const country = query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .find((entity) => entity?.kind === 'country');
  const cities = query.mentions
    .map((mention) => library.gazetteer.entities.get(mention.ids[0] ?? ''))
    .filter((entity) => entity?.kind === 'place');
  if (cities.length > 0 && /\b(?:before|after|following|preceding)\b/.test(query.folded)) return undefined;
  const window = query.times.windows[0];
  const past = all.filter(({ unit }) => unit.until <= query.today.toString());
  const chosen = past.filter(
    ({ unit, event }) =>
      (country === undefined || event.place?.country === country.name) &&
      cities.every((city) => event.place?.city === city?.name) &&
      (window === undefined || (unit.from <= window.until && unit.until >= window.from)),
  );
  if (/\b(?:next|upcoming)\b/.test(query.folded) && window === undefined)
    return toCome(query, library, organisation);
  // The reading takes `last … before` apart; the question as it was typed still says it.
  const asksLast = /\blast\b.*\bbefore\b/i.test(query.question);
  const picked =
    asksLast && window !== undefined ? chosen.slice(-1) : pick(query.folded, chosen, window !== undefined);
  if (picked.length === 0) return undefined;
  const name = shortName(organisation);
  const evidence = picked.map(({ unit }) => unitEvidence(unit)) as unknown as NonEmpty<Evidence>;
  if (picked.length === 1 && picked[0] !== undefined) {
    const { event } = picked[0];
    return factAnswer(
      [
        [
          `The ${name} summit was held ${placeOf(event)}on ${rangeWords(event.date, event.endDate)}. ${event.summary}`,
          evidence,
        ],
      ],
      'summits: one',
    );
  }
  const list = andWords(
    picked.map(
      ({ event }) =>
        `${event.date.slice(0, 4)} (${event.place?.city ?? event.place?.country ?? 'place not recorded'})`,
    ),
  );
  const who = country === undefined ? 'have been held' : `were hosted by ${country.name}`;
  return factAnswer(
    [
      [
        `${numberWord(picked.length)} ${name} summits on record ${who}: ${list}.`.replace(/^./, (first) =>
          first.toUpperCase(),
        ),
        evidence,
      ],
    ],
    'summits: list',
  );
}

/** What is announced of a summit still to come; else that nothing is, with the last word on it. */
function toCome(query: Query, library: Library, organisation: Entity): Fact {
  const today = query.today.toString();
  const units = library.units.filter((unit) => unit.source.type === 'event');
  const planned = units.find(
    (unit) =>
      unit.from > today &&
      unit.source.type === 'event' &&
      unit.source.event.kind === 'summit' &&
      ofOrganisation(unit, organisation.id, library),
  );
  const name = shortName(organisation);
  if (planned?.source.type === 'event') {
    const { event } = planned.source;
    const text = `The next ${name} summit is due ${placeOf(event)}on ${rangeWords(event.date, event.endDate)}.`;
    return factAnswer([[text, [unitEvidence(planned)]]], 'summits: to come', 0.85);
  }
  const said = units.findLast(
    (unit) =>
      unit.from <= today &&
      [...unit.title.matchAll(/\bwill host\b.*\bsummit\b.*\b(20\d\d)\b/g)].some(
        ([, year]) => (year ?? '') >= today.slice(0, 4),
      ),
  );
  return {
    type: 'none',
    reason: `Nothing here gives the date of the next ${name} summit.`,
    nearest: said === undefined ? [] : [unitEvidence(said)],
    how: 'summits: none to come',
  };
}

/** The yearly summits, oldest first, when the words of a question ask for nothing but them. */
export function summitSeries(head: Query, library: Library): readonly Unit[] | undefined {
  const organisation = mainOrganisation(library) ?? organisationByName(library);
  if (organisation === undefined || !/\b(summits?|leaders)\b/.test(head.folded)) return undefined;
  const owned = new Set(head.mentions.flatMap((mention) => mention.said.split(' ')));
  const ids = head.mentions.flatMap((mention) => mention.ids);
  const foreign = ids.some((id) => library.gazetteer.entities.get(id)?.kind !== 'organisation');
  const rest = head.words.filter((word) => !plain.has(word) && !stopWords.has(word) && !owned.has(word));
  return foreign || rest.length > 0 ? undefined : summits(library, organisation.id).map(({ unit }) => unit);
}

const organisationByName = (library: Library): ReturnType<typeof mainOrganisation> => {
  const [best] = [...library.gazetteer.entities.values()]
    .filter((entity) => entity.kind === 'organisation')
    .map((entity) => ({ entity, count: library.entities.count(entity.id) }))
    .sort((left, right) => right.count - left.count);
  return best?.entity;
};

const placeOf = (event: Event): string => {
  const parts = [event.place?.city, event.place?.country].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `in ${parts.join(', ')}, `;
};

function pick(folded: string, chosen: readonly Summit[], timed: boolean): readonly Summit[] {
  if (/\bfirst\b/.test(folded)) return chosen.slice(0, 1);
  if (/\bnext\b|\bupcoming\b/.test(folded)) return [];
  if (/\b(last|latest|most recent|previous)\b/.test(folded) && !timed) return chosen.slice(-1);
  return chosen;
}

const memory = new WeakMap<Library, readonly Summit[]>();

/** The summits of the main organisation, read once for each version of the data. */
function summits(library: Library, organisation: string): readonly Summit[] {
  const known = memory.get(library);
  if (known !== undefined) return known;
  const fresh = readAll(library, organisation);
  memory.set(library, fresh);
  return fresh;
}

/** One event for each year's summit: the meeting itself rather than what it adopted. */
function readAll(library: Library, organisation: string): readonly Summit[] {
  const years = new Map<string, Summit>();
  for (const unit of library.units) {
    if (unit.source.type !== 'event') continue;
    const { event } = unit.source;
    if (!isSummit(event, unit, organisation, library)) continue;
    const known = years.get(event.date.slice(0, 4));
    if (known === undefined || preference(event) > preference(known.event))
      years.set(event.date.slice(0, 4), { unit, event });
  }
  return [...years.values()].sort((left, right) => (left.unit.from < right.unit.from ? -1 : 1));
}

/** The organisation itself is named, or a body of it (`SCO summit` may be the name of its council). */
const ofOrganisation = (unit: Unit, organisation: string, library: Library): boolean =>
  [...unit.entities].some(
    ([id, weight]) =>
      weight >= 0.9 &&
      (id === organisation ||
        isPartOf(library.gazetteer.entities.get(id), library.gazetteer.entities.get(organisation))),
  );

function isSummit(event: Event, unit: Unit, organisation: string, library: Library): boolean {
  if (event.status === 'announced' || !['summit', 'treaty', 'document'].includes(event.kind)) return false;
  const text = `${event.title} ${event.summary}`;
  if (/heads of state council|council of heads of state/i.test(text)) return true;
  return (
    ofOrganisation(unit, organisation, library) &&
    /summit|leaders|\bstates found\b/i.test(event.title) &&
    (event.kind === 'summit' || /summit/i.test(text)) &&
    /\bSCO\b|Shanghai Cooperation/.test(event.title)
  );
}

const preference = (event: Event): number =>
  (event.kind === 'summit' ? 2 : 0) +
  (event.endDate === undefined ? 0 : 1) +
  (/summit/i.test(event.title) ? 1 : 0);
