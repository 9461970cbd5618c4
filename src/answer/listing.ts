import { dateWords, rangeWords } from '../text/date-words.ts';
import { numberWord } from '../text/number-words.ts';
import { agreesInTime } from './agrees-in-time.ts';
import { unitEvidence } from './evidence.ts';
import type { Library } from './library.ts';
import type { Claim, Evidence, NonEmpty } from './model.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import type { Unit } from './unit.ts';
import { wordUnit } from './word-claim.ts';

/** Characters that a list may take. */
const room = 640;

const weightOfKind: Readonly<Record<string, number>> = {
  summit: 5,
  membership: 5,
  incident: 4,
  treaty: 4,
  appointment: 4,
  exercise: 3,
  institution: 4,
  document: 3,
  visit: 2,
  economy: 3,
  statement: 2,
  meeting: 2,
  anniversary: 1,
  other: 1,
};

/** What happened in a stretch of time that the question names without anything else: the weightiest first, as many as fit. */
export function listTime(query: Query, library: Library): readonly Claim[] {
  const { windows, monthDay } = query.times;
  if (windows.length === 0 && monthDay === undefined) return [];
  const dayWindow = windows.every((window) => window.grain === 'day');
  const found = library.units
    .filter((unit) => unit.source.type === 'event' && agreesInTime(unit, query))
    .filter((unit) => !dayWindow || unit.source.type !== 'event' || unit.source.event.date.length === 10)
    .sort(
      (left, right) =>
        weight(right) - weight(left) ||
        (left.from < right.from ? -1 : left.from > right.from ? 1 : left.id < right.id ? -1 : 1),
    );
  return cut(found.map((unit) => wordUnit(unit, found.length > 3)));
}

function weight(unit: Unit): number {
  if (unit.source.type !== 'event') return 0;
  const { event } = unit.source;
  const sure = event.confidence === 'high' ? 1 : 0;
  return (
    (weightOfKind[event.kind] ?? 1) +
    sure +
    Math.min(event.sources.length, 3) * 0.5 +
    (event.status === 'announced' ? -4 : 0)
  );
}

function cut(claims: readonly Claim[]): readonly Claim[] {
  let length = 0;
  const kept: Claim[] = [];
  for (const claim of claims) {
    length += claim.text.length + 1;
    if (length > room && kept.length > 0) break;
    kept.push(claim);
  }
  return kept;
}

/** One sentence with the years of the events that agree about as well as the best one. */
export function listYears(ranked: readonly Ranked[]): Claim | undefined {
  const alike = alikeTo(ranked, 0.8);
  const years = new Map<string, Unit>();
  for (const { unit } of [...alike].sort(byDate)) {
    const year = unit.from.slice(0, 4);
    if (!years.has(year)) years.set(year, unit);
  }
  if (years.size < 2) return undefined;
  const list = [...years.keys()];
  const evidence = [...years.values()].map(unitEvidence) as unknown as NonEmpty<Evidence>;
  const text = `The desk has ${numberWord(list.length)} years for that: ${list.slice(0, -1).join(', ')} and ${list.at(-1)}.`;
  return { text, certainty: 'implied', evidence };
}

/** A list of the events that agree about as well as the best one, in the order of time. */
export function listEvents(ranked: readonly Ranked[], share = 0.85): Claim | undefined {
  const alike = alikeTo(ranked, share).sort(byDate);
  if (alike.length < 2) return undefined;
  const items = alike.map(({ unit }) => ({
    unit,
    text: `${unit.source.type === 'event' ? rangeWords(unit.source.event.date, unit.source.event.endDate) : dateWords(unit.from)}: ${unit.title}${whereOf(unit)}`,
  }));
  const kept = items.filter(
    (_, at) => items.slice(0, at + 1).reduce((sum, item) => sum + item.text.length + 2, 0) <= room,
  );
  const hidden = items.length - kept.length;
  const evidence = kept.map((item) => unitEvidence(item.unit)) as unknown as NonEmpty<Evidence>;
  const text = `${kept.map((item) => item.text).join('; ')}.${hidden > 0 ? ` And ${hidden} more.` : ''}`;
  return { text, certainty: 'stated', evidence };
}

/** ` (Tashkent, Uzbekistan)` where the title does not say it. */
function whereOf(unit: Unit): string {
  if (unit.source.type !== 'event') return '';
  const parts = [unit.source.event.place?.city, unit.source.event.place?.country].filter(
    (part) => part !== undefined && !unit.title.includes(part),
  );
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The best event and those that agree nearly as well, in the order of time, as far as there is room. */
export function tellStory(ranked: readonly Ranked[]): readonly Claim[] {
  const top = ranked[0];
  if (top === undefined) return [];
  const near = ranked.filter((each) => each.score >= top.score * 0.85).slice(0, 4);
  const kept: Ranked[] = [];
  let length = 0;
  for (const each of near) {
    length += wordUnit(each.unit).text.length + 1;
    if (length > room && kept.length > 0) break;
    kept.push(each);
  }
  return kept.sort(byDate).map((each) => wordUnit(each.unit));
}

const alikeTo = (ranked: readonly Ranked[], share: number): Ranked[] => {
  const events = ranked.filter((each) => each.unit.source.type === 'event');
  const top = events[0]?.coverage ?? 1;
  return events.filter((each) => each.coverage >= top * share);
};

const byDate = (left: Ranked, right: Ranked): number =>
  left.unit.from < right.unit.from
    ? -1
    : left.unit.from > right.unit.from
      ? 1
      : left.unit.id < right.unit.id
        ? -1
        : 1;
