import { allTenures } from './facts/offices/tenure.ts';
import type { Library } from './library.ts';
import { hasMoney, holdsNumber } from './quantity.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import { speaks } from './speech.ts';
import { unspoken } from './spoken-of.ts';
import type { Unit } from './unit.ts';

/**
 * What the form of a question demands of its answer, whoever and whatever it is about: a cause for `why`, money for a cost,
 * a superlative for a superlative, a place that the question has not named itself. The reason why the unit falls short of
 * it, or undefined.
 */
export function fallsShort(query: Query, ranked: Ranked, library: Library): string | undefined {
  const { unit } = ranked;
  const { folded } = query;
  if (query.wanted === 'why' && !givesCause(unit)) return 'it gives no cause';
  if (asksOutcome.test(folded) && !outcome.test(textOf(unit))) return 'it tells no outcome';
  if (
    /\bwho (?:owns|owned)\b/.test(folded) &&
    !/\b(?:own(?:s|ed|er\w*)?|belong\w*|possess\w*|property)\b/.test(textOf(unit))
  )
    return 'it does not say whose it is';
  const unsaid = unspoken(folded, unit, textOf(unit));
  if (unsaid !== undefined) return unsaid;
  if (asksMoney.test(folded) && !hasMoney(unit)) return 'it names no sum of money';
  if (asksOutermost(folded) && !outermost.test(textOf(unit))) return 'it compares nothing';
  if (/\bhow (?:fast|heavy|hot|cold|tall)\b/.test(folded) && !holdsNumber(unit)) return 'it measures nothing';
  if (
    query.wanted === 'where' &&
    /\b(?:stay|stayed|sleep|slept|lodge|lodged)\b/.test(folded) &&
    !lodging.test(textOf(unit))
  )
    return 'it does not say where anybody stayed';
  if (asksOnlyOffice(query, library) && !tellsOfOffice(unit, query))
    return 'it does not say who held the office';
  if (query.wanted === 'where' && tellsNoNewPlace(query, unit, library))
    return 'it says no more of where than the question does';
  return undefined;
}

const textOf = (unit: Unit): string => `${unit.title} ${unit.text}`.toLowerCase();

/** `What was decided at …?` wants what came of it, not that it took place. */
const asksOutcome =
  /\bwhat (?:\w+ )?(?:was|were|got) (?:\w+ )?(?:decided|agreed|adopted|approved|resolved)\b|\bwhat did .* (?:decide|agree|adopt|approve)\b/;
const outcome =
  /\b(?:adopt\w*|sign(?:s|ed|ing)?|agree\w*|approv\w+|decid\w+|decisions?|declar\w+|resol\w+|endors\w+|backs|support\w*|reject\w*|elect\w*|vot\w+|launch\w*|grant\w*|admit\w*|accept\w*|set up|creat\w+|establish\w*|condemn\w*|appoint\w*|memorand\w+|treat(?:y|ies)|communique|pledg\w+|ordered|called for|named|passed|backed)\b/;

const asksMoney =
  /\b(?:how much|prize|what) money\b|\bmoney\b(?= (?:did|do|does|was|were|is|at)\b)|\bhow much (?:did|does|do|was|were|is|will|has|had)\b.*\b(?:cost|pay|paid|spend|spent|charge|charged|earn|invest|fetch|sold|worth)\b|\b(?:cost|price|budget|fee|salary|wage) of\b|\bwhat (?:did|does|was|were) .*\bcost\b/;

/** Words by which a text says why: connectives, purposes, what it followed. */
const causal =
  /\b(because|due to|owing to|since|so that|so as|in order|to (?!the\b|a\b|\d)(?=[a-z])|for|over|after|amid|following|followed|citing|cited|in view of|in response|in protest|reason|cause[sd]?|led to|prompted|want(?:s|ed)?|fear\w*|concern\w*|blam\w+|accus\w+|declined|refus\w+|object\w*|despite|against|surplus|honours?|mourn\w*|mark(?:s|ed|ing)?|anniversary|fled|commemorat\w+|celebrat\w+|answer\w*|retaliat\w+|said|says|explain\w*)\b/;

/** True when something in the text may be a cause: a connective beyond the bare happening, or somebody's account of it. */
const givesCause = (unit: Unit): boolean =>
  causal.test(unit.text.toLowerCase()) || (unit.source.type !== 'event' && speaks(unit));

const outermost =
  /\b(?!(?:west|east|guest|request|protest|interest|contest|forest|arrest|invest|quest|test|rest|suggest|harvest|manifest|honest|modest)\b)[a-z]{3,}est\b|\b(?:most|least|record|best|worst|top)\b/;
/** Asked about a summit, `last` and `first` are read elsewhere; these compare by size, age or quality. */
const comparing =
  /\b(?:the|which \w+ (?:was|is|has)|who (?:was|is)) (?:\w+ )?(tallest|biggest|largest|smallest|shortest|longest|highest|lowest|oldest|youngest|richest|poorest|fastest|slowest|strongest|weakest|cheapest|deadliest|heaviest|busiest|worst|best|greatest|hottest|coldest|widest|deepest|safest|warmest|closest)\b|\bthe (?:most|least) (?!recent|part)\w+|\bhas? \w+ the most\b|\bthe most\b/;
const asksOutermost = (folded: string): boolean => comparing.test(folded);

/** Every place that the unit knows is one that the question names already. */
function tellsNoNewPlace(query: Query, unit: Unit, library: Library): boolean {
  const { entities, countryOfCapital } = library.gazetteer;
  const asked = new Set(
    query.mentions.flatMap((mention) => mention.ids).flatMap((id) => [id, countryOfCapital.get(id) ?? '']),
  );
  const named = [...asked].some((id) => entities.get(id)?.kind === 'place');
  if (!named || unit.source.type !== 'event') return false;
  const { place } = unit.source.event;
  const city = place?.city?.toLowerCase();
  if (city !== undefined && !query.folded.includes(city)) return false;
  const others = [...unit.entities].filter(
    ([id, weight]) => weight >= 0.9 && !asked.has(id) && entities.get(id)?.kind === 'place',
  );
  return others.length === 0 && !venue.test(`${unit.title} ${unit.text}`);
}

/** `Who was the president of X?`: nothing but an office, whose records would have been told already. */
const asksOnlyOffice = (query: Query, library: Library): boolean => {
  if (query.mentions.length > 1 || /\bin the chair\b/.test(query.folded)) return false;
  if (query.wanted !== 'who' || !/^(?:so |and )?who (?:is|was|were|served as)\b/.test(query.folded))
    return false;
  const titles = new Set(allTenures(library).flatMap((tenure) => tenure.stems));
  const plain = query.terms.filter((term) => term.ids.length === 0 && !term.light);
  return plain.length > 0 && plain.every((term) => titles.has(term.stem));
};

/** Somebody gets the office in it, or its title names it. */
const tellsOfOffice = (unit: Unit, query: Query): boolean =>
  (unit.source.type === 'event' && unit.source.event.kind === 'appointment') ||
  query.terms.every((term) => term.light || term.ids.length > 0 || unit.heads.has(term.stem));

const lodging = /\b(?:hotels?|resort|villa|guest ?house|residence|inn|stay\w*|lodg\w+)\b/;

/** A house, a hall, a square: somewhere within a town. */
const venue =
  /\b(hotel|palace|hall|centre|center|resort|university|ministry|secretariat|headquarters|kremlin|square|stadium|base|range|airport|house|institute|academy|embassy|villa|lodge|club)\b/i;
