import type { Fault } from './fault.ts';
import type { Event } from './model.ts';
import { faultIn, type Placed } from './records.ts';

/** Share of the shorter title's telling words, and of the shorter list of participants, that two records of one happening have in common. */
const sameTitle = 0.75;
const sameParticipants = 0.6;

const dull = new Set(
  'a an and as at by for from in into its of on the to with is are after first sco hold holds held meet meets meeting take takes'.split(
    ' ',
  ),
);

/**
 * Two records of one day that seem to tell one happening: the same kind, nearly the same title and the same participants.
 * Records that are joined by a relation of either are meant to stand beside each other and are left alone.
 */
export function nearDoubles(events: readonly Placed<Event>[]): Fault[] {
  const byDay = new Map<string, Placed<Event>[]>();
  return events.flatMap((placed) => {
    const { date } = placed.record;
    const earlier = byDay.get(date) ?? [];
    byDay.set(date, [...earlier, placed]);
    const double = earlier.find(({ record }) => seemOne(record, placed.record));
    if (double === undefined) return [];
    const reason = `“${placed.record.title}” seems to be the same happening as ${double.record.id}, merge the two or write in "relations" how they are joined`;
    return [faultIn(placed, 'title', reason)];
  });
}

function seemOne(one: Event, other: Event): boolean {
  return (
    one.id !== other.id &&
    one.kind === other.kind &&
    !joined(one, other) &&
    share(telling(one.title), telling(other.title)) >= sameTitle &&
    share(names(one), names(other)) >= sameParticipants
  );
}

const joined = (one: Event, other: Event): boolean =>
  (one.relations ?? []).some(({ of }) => of === other.id) ||
  (other.relations ?? []).some(({ of }) => of === one.id);

const telling = (title: string): ReadonlySet<string> =>
  new Set((title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !dull.has(word)));

const names = (event: Event): ReadonlySet<string> =>
  new Set(event.participants.map((one) => ('entity' in one ? one.entity : one.name)));

/** Of the smaller set, the part that the other has too; two empty sets are alike. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  if (least === 0) return one.size === other.size ? 1 : 0;
  return [...one].filter((each) => other.has(each)).length / least;
}
