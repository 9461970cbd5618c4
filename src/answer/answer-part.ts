import { unitEvidence } from './evidence.ts';
import { mainOrganisation } from './facts/relations.ts';
import { readFacts } from './facts.ts';
import { judge, type Verdict } from './judge.ts';
import type { Library } from './library.ts';
import { listersFirst } from './list-type.ts';
import { listTime, tellStory } from './listing.ts';
import type { Claim, Evidence } from './model.ts';
import { isMisplaced } from './polarity.ts';
import type { Query } from './query.ts';
import { type Ranked, rank } from './rank.ts';
import { resolveRelative } from './relative.ts';
import { readSeries } from './series.ts';
import { tellBest } from './tell-best.ts';
import { wordUnit } from './word-claim.ts';

/** What was looked at, for the receipt. */
export interface Considered {
  readonly id: string;
  readonly title: string;
  readonly score: number;
}

/** What one part of a question came to. */
export interface PartAnswer {
  readonly query: Query;
  readonly claims: readonly Claim[];
  /** A sentence for the reader why there is no claim; empty when there is one, or nothing special to say. */
  readonly reason: string;
  readonly nearest: readonly Evidence[];
  readonly confidence: number;
  /** Relations and offices told it, and not the words of a record. */
  readonly byFact?: true;
  /** Best first. */
  readonly considered: readonly Considered[];
  /** For the receipt: how it was decided. */
  readonly verdict: string;
}

/** Answers one part: from relations and offices if they say it, else from the best event or statement that is good enough. */
export function answerPart(asked: Query, library: Library): PartAnswer {
  const query = resolveRelative(asked, library);
  const empty = { query, claims: [], reason: '', nearest: [], considered: [], verdict: '', confidence: 0.8 };
  if (query.times.impossible !== undefined) {
    return {
      ...empty,
      reason: `There is no ${query.times.impossible} in the calendar.`,
      verdict: 'impossible date',
      confidence: 0.99,
    };
  }
  const fact = readFacts(query, library);
  if (fact?.type === 'answer')
    return { ...empty, claims: fact.claims, confidence: fact.confidence, verdict: fact.how, byFact: true };
  const none =
    fact?.type === 'none'
      ? { ...empty, reason: fact.reason, nearest: fact.nearest, confidence: 0.9, verdict: fact.how }
      : undefined;
  if (none !== undefined && fact?.type === 'none' && fact.unlessTold !== true) return none;
  if (asksOnlyTime(query, library) && openEnded.has(query.wanted)) {
    const claims = listTime(query, library);
    if (claims.length > 0) return { ...empty, claims, confidence: 0.9, verdict: 'everything from that time' };
  }
  const series = readSeries(query, library);
  if (series !== undefined)
    return {
      ...empty,
      ...series,
      considered: seenIn(series.considered),
      confidence: 0.8,
      verdict: 'next in its series',
    };
  const ranked = rank(query, library, query.wanted === 'list' ? 80 : 12);
  const considered = firstOfAll(listersFirst(ranked, query, library), query);
  const [best, verdict] = choose(query, considered, library);
  const base = {
    ...empty,
    considered: seenIn(considered),
    verdict: verdict.reason,
    confidence: verdict.confidence,
  };
  if (best !== undefined && isMisplaced(query, best, library)) {
    const claim = wordUnit(best.unit);
    const text = `No. ${claim.text}`;
    return { ...base, claims: [{ ...claim, text }], verdict: 'it was in another place', confidence: 0.8 };
  }
  if (!verdict.accepted || best === undefined) return none ?? { ...base, nearest: nearestOf(considered) };
  if (query.wanted === 'happened')
    return {
      ...base,
      claims: tellStory(considered.filter((ranked) => ranked.unit.source.type !== 'entity')),
    };
  return { ...base, claims: [tellBest(query, considered, best, library)] };
}

/** `the very first summit`: of those that agree about as well, the earliest that is called the first. */
function firstOfAll(considered: readonly Ranked[], query: Query): readonly Ranked[] {
  const [best] = considered;
  const named = /\bvery first\b|\bfirst (?:ever|time)\b/.test(query.folded);
  const done =
    query.wanted === 'when' && /\b(?:was|were|did|had) (?:[\w'-]+ ){1,3}first [a-z]+/.test(query.folded);
  if (best === undefined || !(named || done)) return considered;
  const [first] = considered
    .filter(
      (each) =>
        each.coverage >= best.coverage - nearlyAs &&
        (done || each.unit.heads.has('first')) &&
        each.unit.from !== '',
    )
    .sort((left, right) => (left.unit.from < right.unit.from ? -1 : 1));
  return first === undefined ? considered : [first, ...considered.filter((each) => each !== first)];
}
const nearlyAs = 0.1;

/** Within so much of the best score another candidate tells as well of the same. */
const asGood = 0.05;
const mostTried = 3;

/** The best candidate with its verdict; where it lacks what the form of the question demands, one as good that has it. */
function choose(
  query: Query,
  considered: readonly Ranked[],
  library: Library,
): readonly [Ranked | undefined, Verdict] {
  const first = considered[0];
  const verdict = judge(query, first, library, considered[1]);
  if (first === undefined || verdict.accepted || !verdict.mismatch) return [first, verdict];
  for (const [at, other] of considered.slice(1, mostTried).entries()) {
    if (other.score < first.score - asGood || other.coverage < first.coverage - asGood) break;
    const another = judge(query, other, library, considered[at + 2]);
    if (another.accepted) return [other, another];
  }
  return [first, verdict];
}

const seenIn = (considered: readonly Ranked[]): readonly Considered[] =>
  considered.map(({ unit, score }) => ({ id: unit.id, title: unit.title, score }));

/** Nothing but a time, and perhaps the organisation that everything here is about. */
function asksOnlyTime(query: Query, library: Library): boolean {
  const main = mainOrganisation(library)?.id ?? '';
  return query.terms.every((term) => term.light || term.ids.includes(main));
}

const openEnded: ReadonlySet<Query['wanted']> = new Set(['happened', 'open', 'list', 'definition']);

const nearestOf = (considered: readonly Ranked[]): readonly Evidence[] =>
  considered
    .filter((ranked) => ranked.coverage > 0.3)
    .slice(0, 2)
    .map((ranked) => unitEvidence(ranked.unit));
