import type { Token } from '../../../text/tokens.ts';
import { add, best, type Candidate, key } from './candidate.ts';
import { type Evidence, type NameKind, none } from './evidence.ts';
import { isOrdinary } from './is-ordinary.ts';
import { knownKind } from './known-names.ts';
import { acronymsIn, peopleIn } from './name-parts.ts';
import { isGivenName } from './word-evidence.ts';

export interface Classified extends Candidate {
  readonly kind: NameKind;
  /** The fullest form of the name in the text. */
  readonly full: string;
}

/** The most that they can take away. */
const least = -3;

/** The most that the places of a name can add to what its words say. */
const most: Evidence = { person: 7, place: 4.5, organisation: 4, other: 3 };

/**
 * Decides the kind of every candidate by all places where its name stands in the text; drops what is no name.
 * @param small words that the text also writes small
 */
export function classify(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  small: ReadonlySet<string>,
): readonly Classified[] {
  const byName = Map.groupBy(candidates, ({ name }) => key(name));
  const totals = new Map([...byName].map(([name, group]) => [name, total(group)] as const));
  const people = peopleIn(candidates, totals);
  const acronyms = acronymsIn(candidates, totals, tokens);
  return candidates.flatMap((candidate) => {
    const group = byName.get(key(candidate.name)) ?? [candidate];
    const evidence = totals.get(key(candidate.name)) ?? candidate.evidence;
    const full = people.get(candidate.name);
    const kind =
      acronyms.get(candidate.name) ?? kindOf(candidate, lessUsual(candidate, evidence, small), full);
    if (kind === undefined || !isName(candidate, group, evidence, kind, tokens, small)) return [];
    return [{ ...candidate, kind, full: full ?? candidate.name }];
  });
}

/** Evidence of one name from all its places: that of its words once, that of the places added and capped. */
function total(group: readonly Candidate[]): Evidence {
  const words = group[0]?.worded ?? none;
  const contexts = group.map(({ evidence }) => evidence).reduce(add);
  const times = group.length;
  const of = (kind: NameKind): number =>
    words[kind] + Math.max(least, Math.min(contexts[kind] - times * words[kind], most[kind]));
  return { person: of('person'), place: of('place'), organisation: of('organisation'), other: of('other') };
}

/** Longer names whose words the text also writes small are hardly people: `Thin Client` beside `client`. */
function lessUsual({ words, titled }: Candidate, evidence: Evidence, small: ReadonlySet<string>): Evidence {
  const usual =
    words.length > 1 &&
    !titled &&
    !words.some(isGivenName) &&
    words.some((word) => word.length > 3 && small.has(word.toLowerCase()));
  return usual ? { ...evidence, person: evidence.person - 2 } : evidence;
}

function kindOf(candidate: Candidate, evidence: Evidence, full: string | undefined): NameKind | undefined {
  if (candidate.titled && candidate.words.length <= 6 && knownKind(candidate.name) !== 'country')
    return 'person';
  if (full !== undefined && evidence.place < 5 && evidence.organisation < 5 && evidence.other < 5)
    return 'person';
  const winner = best(evidence);
  if (evidence[winner] > 0.9) return winner;
  if (candidate.words.length >= 2 && evidence.person < -0.5) return 'other';
  if (candidate.words.length >= 2) return candidate.words.length <= 3 ? 'person' : 'organisation';
  return evidence[winner] > 0 ? winner : undefined;
}

/** Whether it is a name at all. */
function isName(
  candidate: Candidate,
  group: readonly Candidate[],
  evidence: Evidence,
  kind: NameKind,
  tokens: readonly Token[],
  small: ReadonlySet<string>,
): boolean {
  const parts = tokens.slice(candidate.run.from, candidate.run.to);
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only === undefined)
    return (
      !parts.every(
        (token) => isOrdinary(token) && !(token.text === token.text.toUpperCase() && token.text.length > 1),
      ) || evidence[kind] >= 4
    );
  if (knownKind(only.text) !== undefined) return true;
  if (isOrdinary(only)) return candidate.titled;
  if (candidate.titled || group.some(({ opens }) => !opens))
    return !(small.has(only.lower) && evidence[kind] < 3);
  return !small.has(only.lower) && evidence[kind] >= 1.5;
}
