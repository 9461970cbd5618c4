import { unitEvidence } from './evidence.ts';
import type { Library } from './library.ts';
import type { Claim } from './model.ts';
import type { Query } from './query.ts';
import { type Ranked, rank } from './rank.ts';
import { understand } from './understand.ts';
import { wordUnit } from './word-claim.ts';

const neighbour =
  /^(.*?)[, ]+(?:just |right |immediately |straight )?(after|before|following|preceding|prior to) (?:the one (?:in|of|at) |that (?:in|of) |the )?([\p{L}\d' -]{2,40})[?.!]*$/u;

/**
 * `Which town got the title after Qingdao?`, `Which exercise came before the one in 2012?`: the events of one kind in order
 * of time, and the one next to the one named. Undefined when the question is not of that form or the series has no such member.
 */
export function readSeries(
  query: Query,
  library: Library,
): { readonly claims: readonly Claim[]; readonly considered: readonly Ranked[] } | undefined {
  if (
    !['where', 'who', 'open', 'list', 'when', 'which-country'].includes(query.wanted) ||
    !/^(which|what|who|where|when)\b/.test(query.folded)
  )
    return undefined;
  const match = neighbour.exec(query.folded);
  const [, head, direction, pivot] = match ?? [];
  if (head === undefined || pivot === undefined || pivot.split(' ').length > 3) return undefined;
  const asked = understand(
    head.replace(/\b(came|come|comes|got|get|was|next|previous)\b/g, ' '),
    query.today,
    library,
  );
  if (asked.terms.length < 2) return undefined;
  const considered = rank(asked, library, 60).filter((ranked) => ranked.unit.source.type === 'event');
  const top = considered[0]?.coverage ?? 0;
  if (top < 0.6) return undefined;
  const series = considered
    .filter((ranked) => ranked.coverage >= top * 0.8)
    .sort((left, right) =>
      left.unit.from < right.unit.from
        ? -1
        : left.unit.from > right.unit.from
          ? 1
          : left.unit.id < right.unit.id
            ? -1
            : 1,
    );
  const holds = (ranked: Ranked): boolean => holdsPivot(ranked, pivot);
  const before = direction === 'before' || direction === 'preceding' || direction === 'prior to';
  const at = before ? series.findIndex(holds) : series.findLastIndex(holds);
  if (at < 0) return undefined;
  const found = before
    ? series.slice(0, at).findLast((each) => !holds(each))
    : series.slice(at + 1).find((each) => !holds(each));
  if (found === undefined) return undefined;
  const claim = wordUnit(found.unit);
  const named = series[at];
  const evidence =
    named === undefined ? claim.evidence : ([...claim.evidence, unitEvidence(named.unit)] as const);
  return { claims: [{ ...claim, certainty: 'implied', evidence }], considered: [found, ...considered] };
}

function holdsPivot(ranked: Ranked, pivot: string): boolean {
  if (/^\d{4}$/.test(pivot)) return ranked.unit.from.startsWith(pivot) || ranked.unit.title.includes(pivot);
  return ranked.unit.title.toLowerCase().includes(pivot.replace(/^the /, ''));
}
