import type { Token } from '../../../text/tokens.ts';
import type { Run } from './candidates.ts';
import { ofContext } from './context-evidence.ts';
import type { Evidence, NameKind } from './evidence.ts';
import { isOrdinary } from './is-ordinary.ts';
import { knownKind } from './known-names.ts';
import { isGivenName, ofWords } from './word-evidence.ts';

/** A name where it stands, with what speaks for its kind. */
export interface Candidate {
  readonly run: Run;
  readonly name: string;
  readonly words: readonly string[];
  readonly evidence: Evidence;
  /** Whether it begins a sentence, where a capital proves nothing. */
  readonly opens: boolean;
  readonly titled: boolean;
  readonly title: string | undefined;
}

export interface Classified extends Candidate {
  readonly kind: NameKind;
  /** The fullest form of the name in the text. */
  readonly full: string;
}

/** The most that they can take away. */
const least = -3;

const kinds: readonly NameKind[] = ['person', 'place', 'organisation', 'other'];
/** The most that the places of a name can add to what its words say. */
const most: Evidence = { person: 7, place: 4.5, organisation: 4, other: 3 };
const add = (left: Evidence, right: Evidence): Evidence => ({
  person: left.person + right.person,
  place: left.place + right.place,
  organisation: left.organisation + right.organisation,
  other: left.other + right.other,
});

export function candidateOf(
  tokens: readonly Token[],
  run: Run,
  text: string,
  title: string | undefined,
): Candidate {
  const parts = tokens.slice(run.from, run.to);
  const words = parts.map((token) => token.text);
  const start = parts[0]?.start ?? 0;
  const context = ofContext(tokens, run, text);
  const titled: Evidence = { person: title === undefined ? 0 : 6, place: 0, organisation: 0, other: 0 };
  return {
    run,
    name: text.slice(start, parts.at(-1)?.end ?? start),
    words,
    evidence: add(add(ofWords(words), context), titled),
    opens: parts[0]?.opens === true,
    titled: title !== undefined,
    title,
  };
}

/** Decides the kind of every candidate by all places where its name stands in the text; drops what is no name. */
export function classify(candidates: readonly Candidate[], tokens: readonly Token[]): readonly Classified[] {
  const byName = Map.groupBy(candidates, ({ name }) => key(name));
  const totals = new Map([...byName].map(([name, group]) => [name, total(group)] as const));
  const people = peopleIn(candidates, totals);
  const acronyms = acronymsIn(candidates, totals, tokens);
  const small = new Set(tokens.filter(({ capital }) => !capital).map(({ lower }) => lower));
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

const key = (name: string): string => (name.length > 4 ? name.toLowerCase() : name);

/** Evidence of one name from all its places: that of its words once, that of the places added and capped. */
function total(group: readonly Candidate[]): Evidence {
  const words = ofWords(group[0]?.words ?? []);
  const contexts = group.map(({ evidence }) => evidence).reduce(add);
  const times = group.length;
  const of = (kind: NameKind): number =>
    words[kind] + Math.max(least, Math.min(contexts[kind] - times * words[kind], most[kind]));
  return { person: of('person'), place: of('place'), organisation: of('organisation'), other: of('other') };
}

/** Parts of people's names with the fullest name: `Lavrov` → `Sergey Lavrov`. */
function peopleIn(
  candidates: readonly Candidate[],
  totals: ReadonlyMap<string, Evidence>,
): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { name, words, titled } of candidates) {
    const evidence = totals.get(key(name));
    if (words.length < 2 || words.length > 6 || evidence === undefined) continue;
    if (best(evidence) !== 'person' || (evidence.person < 2 && !titled)) continue;
    for (const part of [words.at(-1), words[0], words.slice(-2).join(' '), words.slice(0, 2).join(' ')]) {
      if (part === undefined || part.length < 3 || part === name) continue;
      const known = parts.get(part);
      if (known === undefined || (known.length < name.length && known.split(' ')[0] === words[0]))
        parts.set(part, name);
    }
  }
  return parts;
}

/** Abbreviations in brackets after the name that they stand for have its kind: `Free Coast Union (FCU)`. */
function acronymsIn(
  candidates: readonly Candidate[],
  totals: ReadonlyMap<string, Evidence>,
  tokens: readonly Token[],
): ReadonlyMap<string, NameKind> {
  const found = new Map<string, NameKind>();
  for (const [index, candidate] of candidates.entries()) {
    const before = candidates[index - 1];
    if (before === undefined || before.run.to !== candidate.run.from || before.words.length < 2) continue;
    if (!/^\s?\($/.test(tokens[candidate.run.from]?.gap ?? '') || candidate.words.length > 1) continue;
    const initials = before.words
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    const shared = [...candidate.name.toUpperCase()].filter((letter) => initials.includes(letter)).length;
    if (shared * 2 < candidate.name.length || !/^\p{Lu}[\p{Lu}\p{Ll}&-]{1,9}$/u.test(candidate.name))
      continue;
    const evidence = totals.get(key(before.name)) ?? before.evidence;
    const kind = best(evidence);
    found.set(candidate.name, kind === 'person' ? 'organisation' : kind);
    if (kind === 'person' && /^\p{Lu}{3,}/u.test(candidate.name)) found.set(before.name, 'organisation');
  }
  return found;
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

function best(evidence: Evidence): NameKind {
  return kinds.reduce(
    (winner, kind) => (evidence[kind] > evidence[winner] ? kind : winner),
    'person' as NameKind,
  );
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
