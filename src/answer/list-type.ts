import { numberOf } from '../text/number-words.ts';
import type { Library } from './library.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import type { Unit } from './unit.ts';

/** What a list is to be made of. */
type Listed = 'country' | 'place' | 'person';

const kinds: readonly (readonly [RegExp, Listed])[] = [
  [/\b(?:cities|towns|places|venues|capitals)\b/, 'place'],
  [
    /\b(?:countries|states|nations|republics|troops|armies|forces|contingents|soldiers|members|partners)\b/,
    'country',
  ],
  [
    /\b(?:leaders|presidents|premiers|politicians|ministers|generals|officials|diplomats|guests|women|men)\b/,
    'person',
  ],
];

/** What a question for a list wants listed, by the first such noun after the asking word; undefined where no noun says it. */
export function listedKind({ wanted, folded }: Query): Listed | undefined {
  if (wanted !== 'list') return undefined;
  const asked = /\b(?:which|what|whose|who|name|list)\b(?: [\w'-]+){0,4}/.exec(folded)?.[0] ?? folded;
  const found = kinds
    .map(([pattern, kind]) => ({ kind, at: asked.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at);
  return found[0]?.kind;
}

/** How many of them a unit names that the question does not. */
function countOf(unit: Unit, kind: Listed, query: Query, library: Library): number {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  return [...unit.entities].filter(
    ([id, weight]) =>
      weight >= wellHeld && !asked.has(id) && library.gazetteer.entities.get(id)?.kind === kind,
  ).length;
}
/** Held in the text itself, not only in the surroundings. */
const wellHeld = 0.95;

/** One record that names so many tells a list; fewer may be only those who were there. */
const several = 3;

/** How far behind the best one in score and in coverage a record may be that tells the whole list. */
const behind = { score: 0.2, coverage: 0.2 } as const;

/**
 * The candidates with one first that names several of what is to be listed (as many as the question says), where the best one
 * does not and another agrees nearly as well: who took part stands in the record of the opening, not in that of the end.
 */
export function listersFirst(
  considered: readonly Ranked[],
  query: Query,
  library: Library,
): readonly Ranked[] {
  const [best] = considered;
  const kind = listedKind(query);
  if (best === undefined || kind === undefined) return considered;
  const least =
    numberOf(/\b(two|three|four|five|six|seven|eight|nine|ten)\b/.exec(query.folded)?.[1] ?? '') ?? several;
  const tells = ({ unit }: Ranked): boolean => countOf(unit, kind, query, library) >= least;
  if (tells(best)) return considered;
  const better = considered
    .slice(0, 12)
    .find(
      (other) =>
        other.score >= best.score - behind.score &&
        other.coverage >= best.coverage - behind.coverage &&
        tells(other),
    );
  return better === undefined ? considered : [better, ...considered.filter((other) => other !== better)];
}
