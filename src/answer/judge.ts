import { words } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { holdsPair, namedPairs } from './adjacency.ts';
import { holdsOther, isOfOther, statesDid } from './agreement.ts';
import { chance, signsOf } from './confidence.ts';
import { isOtherCouncil } from './council.ts';
import { fallsShort } from './demands.ts';
import type { Mention } from './gazetteer.ts';
import { synonymsOf } from './lexicon/synonyms.ts';
import type { Library } from './library.ts';
import { countsThing, dimension, holdsNumber } from './quantity.ts';
import type { Query, Term } from './query.ts';
import type { Ranked } from './rank.ts';
import { speaks } from './speech.ts';
import type { Unit } from './unit.ts';

/** Whether a candidate really answers, and why not. `confidence` is the chance that it does, 0..1. */
export interface Verdict {
  readonly accepted: boolean;
  readonly reason: string;
  readonly confidence: number;
  /** It holds enough of the question, but not what its form demands. */
  readonly mismatch?: true;
}

/** Least chance with which something is told; below it the desk says that it has nothing. */
const enough = 0.5;
/** The same where the record lacks the very act that the question turns on: who joined has not left. */
const enoughWithoutAct = 0.6;

/** Judges the best candidate: whether it holds what the question turns on, and is of the type asked for. */
export function judge(query: Query, ranked: Ranked | undefined, library: Library, second?: Ranked): Verdict {
  if (ranked === undefined) return no('nothing from that time or with those words', 0.8);
  if (query.terms.length === 0 && query.times.windows.length === 0 && query.times.monthDay === undefined) {
    return no('the question has no word to look for', 0.9);
  }
  const likely = chance(signsOf(query, ranked, second));
  const lacksAct = ranked.uncovered.some((term) => term.focus === 'act');
  if (likely < (lacksAct ? enoughWithoutAct : enough)) {
    const missing = ranked.uncovered.map((term) => (term.focus === undefined ? term.said : `[${term.said}]`));
    return no(
      `too little of it is here (${likely.toFixed(2)}; holds ${ranked.coverage.toFixed(2)}); missing: ${missing.join(', ')}`,
      1 - likely,
    );
  }
  const mismatch = mismatchOf(query, ranked, library);
  if (mismatch !== undefined) return { ...no(mismatch, 0.8), mismatch: true };
  return { accepted: true, reason: 'agrees', confidence: likely };
}

/** In fewer units than this a word written as a name is the name of something. */
const rareWord = 20;

/** Coverage from which a rare name that is not found may be a slip. */
const nearlyAll = 0.85;

/** Why a candidate cannot answer, however much of the question it holds; undefined when it can. */
export function mismatchOf(query: Query, ranked: Ranked, library: Library): string | undefined {
  if (ranked.strangers.length > 0 && ranked.coverage < nearlyAll)
    return `it does not speak of ${ranked.strangers.join(', ')}`;
  return lacksType(query, ranked, library);
}

/** What the type of answer wants and the unit does not have. */
function lacksType(query: Query, ranked: Ranked, library: Library): string | undefined {
  const { unit } = ranked;
  const event = unit.source.type === 'event' ? unit.source.event : undefined;
  if (asksToCome(query) && unit.until < query.today.toString())
    return 'it is over, and the question asks what will be';
  const short = fallsShort(query, ranked, library);
  if (short !== undefined) return short;
  if (isOtherCouncil(query.folded, unit)) return 'another council met in it';
  if (lacksNamedPair(query, ranked, library)) return 'it is not about what the question names';
  if (elsewhere(query, ranked, library)) return 'it is about another place';
  if (query.wanted === 'who' && ranked.uncovered.some((term) => term.focus === 'act'))
    return 'nobody in it does what is asked';
  if (
    ranked.uncovered.some(
      (term) => term.focus === 'asked' && !(isOffice(term) && title.test(unit.text + unit.title)),
    )
  )
    return 'it lacks the thing asked for';
  if (query.wanted === 'why' && ranked.uncovered.some((term) => term.focus === 'act'))
    return 'what is asked about does not happen in it';
  if (
    query.wanted === 'said' &&
    !/\bhow did .*\b(?:respond|react)/.test(query.folded) &&
    !speaks(ranked.unit)
  )
    return 'nobody speaks in it';
  if (query.wanted === 'said' && isOfOther(unit, query, library)) return 'somebody else speaks in it';
  // `Asia` stands in so many texts that it tells none from another.
  const isRare = (term: Term): boolean => library.stems.count(term.stem) < rareWord;
  const names = ranked.uncovered.filter((term) => term.ids.length > 0 || (term.proper && isRare(term)));
  if (names.length > 0) return `it does not name ${names.map((term) => term.said).join(', ')}`;
  if (
    query.wanted === 'who' &&
    !holdsOther(unit, query, library, 'person') &&
    !(
      /\bwho\b|\bwhose\b/.test(query.folded) &&
      (statesDid(unit, query, library) || actsFirst(query, ranked, library))
    )
  )
    return 'it names nobody';
  if (query.wanted === 'where' && /\bfrom[?.! ]*$/.test(query.folded)) return 'it does not say where from';
  if (query.wanted === 'where' && event?.place === undefined && !holdsOther(unit, query, library, 'place'))
    return 'it names no place';
  if (
    query.wanted === 'count' &&
    !holdsNumber(unit, /\b(days|weeks|months|years|hours|minutes)\b/.test(query.folded))
  )
    return 'no figure in it';
  if (query.wanted === 'count' && !countsThing(unit, query)) return 'it counts something else';
  if (query.wanted === 'amount' && (!holdsNumber(unit) || dimension(unit, query.folded) < 0))
    return 'no such figure in it';
  return undefined;
}

/** `When will X host it?`; a length or a cost may be told of something planned long ago. */
const asksToCome = (query: Query): boolean =>
  ['when', 'where', 'who', 'happened', 'which-country', 'open'].includes(query.wanted) &&
  /^(?:\S+ ){0,3}will\b|\b(?:is|are|who's|what's|where's) (?:[\w'-]+ ){0,6}?going to\b|^(?:\S+ ){0,3}(?:is|are) (?:due|set|meant) to\b|^(?:when|where|who|what) (?:is|are|does) .*\b(?:next|upcoming)\b/.test(
    query.folded,
  );

/** `What post did X hold?` is told by a title. */
const isOffice = ({ said }: Term): boolean =>
  /^(?:post|office|position|job|role|capacity|portfolio)$/.test(said);
const title =
  /\b(?:ministers?|presidents?|premier|chancellor|secretary|director|chair(?:man|woman)?|ambassador|adviser|governor|speaker|chief)\b/i;

/** `Peace Mission`, which is told of elsewhere as one thing, does not stand in it as one. */
const lacksNamedPair = (query: Query, { unit, uncovered }: Ranked, library: Library): boolean =>
  [...namedPairs(query.question)].some(
    (pair) =>
      !/^(?:central|north|south|east|west)/.test(pair) &&
      (uncovered.some((term) => term.proper && pair.split(' ').includes(term.stem)) ||
        !query.mentions.some((mention) => sharesWord(mention.said, pair))) &&
      !holdsPair(unit, pair) &&
      library.units.some((other) => holdsPair(other, pair)),
  );

/** A name that is known by itself may be told otherwise: `New Delhi` by `Delhi`, `Communist China` by `China`. */
const sharesWord = (said: string, pair: string): boolean =>
  words(said).some((word) => pair.split(' ').includes(stem(word)));

/** The question names a city, and the event was in another one and does not speak of it. */
function elsewhere(query: Query, ranked: Ranked, library: Library): boolean {
  const { unit } = ranked;
  if (unit.source.type !== 'event' || unit.source.event.place?.city === undefined) return false;
  if (query.mentions.some((mention) => isHeldIn(mention, query, unit, library))) return true;
  if (ranked.coverage >= 0.9) return false;
  const places = query.mentions.filter(
    (mention) =>
      mention.by === 'name' && library.gazetteer.entities.get(mention.ids[0] ?? '')?.kind === 'place',
  );
  return places.some((mention) =>
    mention.ids.every(
      (id) =>
        !unit.entities.has(id) &&
        ((query.wanted !== 'yes-no' && stands(mention, query)) ||
          !unit.entities.has(library.gazetteer.countryOfCapital.get(id) ?? '')),
    ),
  );
}

/** `in Dushanbe` is the city, `with Dushanbe` may be its country. */
const stands = (mention: Mention, query: Query): boolean =>
  new RegExp(`\\b(?:in|at) ${mention.said}\\b`).test(query.folded);

/** `the summit in Minsk`: the question puts it into a city, and the unit, held in another one, does not speak of that city. */
const isHeldIn = (mention: Mention, query: Query, unit: Unit, library: Library): boolean =>
  mention.by === 'name' &&
  library.gazetteer.entities.get(mention.ids[0] ?? '')?.kind === 'place' &&
  new RegExp(
    `\\b(?:summits?|meetings?|talks|session|council|forum|drill|exercise) (?:held )?(?:in|at) ${mention.said}\\b`,
  ).test(query.folded) &&
  mention.ids.every((id) => (unit.entities.get(id) ?? 0) < 0.5);

const holdsInTitle = ({ heads }: Unit, { stem: stemmed }: Term): boolean =>
  heads.has(stemmed) || [...synonymsOf(stemmed).keys()].some((other) => heads.has(other));

/** A country or body that the question does not name stands first in the title: it did it. */
function actsFirst(query: Query, ranked: Ranked, library: Library): boolean {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  const act = query.terms.find((term) => term.focus === 'act');
  if (act !== undefined && !holdsInTitle(ranked.unit, act)) return false;
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

const no = (reason: string, confidence: number): Verdict => ({ accepted: false, reason, confidence });
