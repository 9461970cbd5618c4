import { councilOf } from './council.ts';
import { unitEvidence } from './evidence.ts';
import type { Library } from './library.ts';
import { listEvents, listYears } from './listing.ts';
import type { Claim, Evidence } from './model.ts';
import { peopleWords } from './people-words.ts';
import { yesWord } from './polarity.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import { wordUnit } from './word-claim.ts';

/** What agrees about as well as the best one tells of the same: its evidence stands beside it. */
const aboutAsWell = 0.9;
const mostBeside = 2;

/** The claim that the best candidate makes, or the list that all that agree make. */
export function tellBest(query: Query, considered: readonly Ranked[], best: Ranked, library: Library): Claim {
  const list = listed(query, considered, best, library);
  if (list !== undefined) return list;
  const claim = wordUnit(best.unit, false, query);
  const evidence = [...claim.evidence, ...beside(considered, best)] as const;
  const text = `${yesWord(query, best, library)}${claim.text}${peopleWords(query, best, library)}`;
  return { ...claim, text, evidence: unique(evidence) };
}

function beside(considered: readonly Ranked[], best: Ranked): readonly Evidence[] {
  return considered
    .filter(
      (ranked) =>
        ranked !== best &&
        ranked.coverage >= best.coverage * aboutAsWell &&
        ranked.uncovered.every((term) => best.uncovered.includes(term)),
    )
    .slice(0, mostBeside)
    .map((ranked) => unitEvidence(ranked.unit));
}

function unique(evidence: Claim['evidence'] | readonly [Evidence, ...Evidence[]]): Claim['evidence'] {
  const [first, ...rest] = evidence;
  const seen = new Set([first.id]);
  return [first, ...rest.filter((each) => !seen.has(each.id) && seen.add(each.id))];
}

const places = /\b(countries|states|nations|republics|places|cities|towns|stops)\b/;
const inOrder = /\b(order|milestones?|steps?|list|places|cities|towns)\b/;

function listed(
  query: Query,
  considered: readonly Ranked[],
  best: Ranked,
  library: Library,
): Claim | undefined {
  if (query.wanted !== 'list') return undefined;
  const council = councilOf(query.folded);
  // A name that the best one holds is held by all that belong to the list.
  const isNamed = (each: Ranked): boolean =>
    each.uncovered.every((term) => (term.ids.length === 0 && !term.proper) || best.uncovered.includes(term));
  const told = considered.filter(
    (each) =>
      (isNamed(each) || !/\byears\b/.test(query.folded)) &&
      (council === undefined || councilOf(each.unit.title) === council),
  );
  if (/\byears\b/.test(query.folded)) return listYears(told);
  if (
    places.test(query.folded) &&
    !/\b(?:troops|armies)\b/.test(query.folded) &&
    newNames(query, best, library) < 2
  )
    return listEvents(told, 0.55);
  return inOrder.test(query.folded) ? listEvents(told) : undefined;
}

/** Countries and places that a unit names and the question does not. */
function newNames(query: Query, ranked: Ranked, library: Library): number {
  const asked = new Set(query.mentions.flatMap((mention) => mention.ids));
  const words = `${ranked.unit.title} ${ranked.unit.text}`;
  return [...ranked.unit.entities.keys()].filter((id) => {
    const entity = library.gazetteer.entities.get(id);
    return (
      !asked.has(id) &&
      (entity?.kind === 'country' || entity?.kind === 'place') &&
      new RegExp(`\\b${entity.name.replace(/[^\p{L}\p{N} ]/gu, '.')}(?!\\p{L})`, 'u').test(words)
    );
  }).length;
}
