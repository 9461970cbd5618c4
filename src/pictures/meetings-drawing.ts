import type { Library } from '../answer/library.ts';
import type { Event } from '../knowledge/model.ts';
import type { MeetingsDrawing, MeetingsPair } from './model.ts';

/** Names that fit beside one another on a phone. */
const mostNames = 8;
/** Fewer pairs than this are told faster in words. */
const fewestPairs = 3;
/** With more people than this in the room nobody can say who met whom. */
const mostInRoom = 4;

const talks: ReadonlySet<Event['kind']> = new Set(['meeting', 'visit', 'summit']);

/**
 * Who met whom: pairs of people who both took part in a meeting, visit or summit whose record names at most four people.
 * Those with the most such talks are drawn, and only those with at least one among themselves.
 */
export function meetingsDrawing(
  events: readonly Event[],
  about: string,
  library: Library,
): MeetingsDrawing | undefined {
  const counts = countPairs(events, library);
  const most = [...totalsOf(counts)].sort(
    (left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1),
  );
  const chosen = most.slice(0, mostNames).map(([id]) => id);
  const ids = chosen.filter((id) => chosen.some((other) => countOf(counts, id, other) > 0));
  const names = ids.map((id) => library.gazetteer.entities.get(id)?.name ?? id);
  const pairs = ids.flatMap((one, at) =>
    ids.slice(at + 1).flatMap((other, after): readonly MeetingsPair[] => {
      const count = countOf(counts, one, other);
      return count === 0 ? [] : [{ one: at, other: at + 1 + after, count }];
    }),
  );
  const [first, ...rest] = names;
  if (first === undefined || pairs.length < fewestPairs) return undefined;
  const title = `Who met whom: ${about}`;
  return { type: 'meetings', title, names: [first, ...rest], pairs, alt: altOf(names, pairs, title) };
}

const key = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
const countOf = (counts: ReadonlyMap<string, number>, one: string, other: string): number =>
  counts.get(key(one, other)) ?? 0;

function countPairs(events: readonly Event[], library: Library): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    const people = talks.has(event.kind) && event.status === 'held' ? peopleIn(event, library) : [];
    if (people.length > mostInRoom) continue;
    for (const [at, one] of people.entries())
      for (const other of people.slice(at + 1)) {
        const pair = key(one, other);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
  }
  return counts;
}

const peopleIn = (event: Event, library: Library): readonly string[] => [
  ...new Set(
    event.participants.flatMap((each) =>
      'entity' in each &&
      each.role !== 'absent' &&
      library.gazetteer.entities.get(each.entity)?.kind === 'person'
        ? [each.entity]
        : [],
    ),
  ),
];

function totalsOf(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const [pair, count] of counts)
    for (const id of pair.split(' ')) totals.set(id, (totals.get(id) ?? 0) + count);
  return totals;
}

function altOf(names: readonly string[], pairs: readonly MeetingsPair[], title: string): string {
  const list = pairs
    .toSorted((left, right) => right.count - left.count)
    .map(({ one, other, count }) => `${names[one]} and ${names[other]}: ${count}`);
  return `Table of pairs. ${title}, number of talks in the data. ${list.join('; ')}.`;
}
