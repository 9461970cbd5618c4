import type { SourceList } from '../document/build.ts';
import type { ListItem } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { citeEvent, eventWords, sentence } from '../lookup/cited.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';
import { listOf } from './pieces.ts';

interface Anniversary {
  readonly event: Event;
  /** ISO day in the coming week. */
  readonly on: string;
  readonly years: number;
}

/**
 * Events on the subject, in any year, whose day comes round within seven days from the day of the briefing. Where more come
 * round than fit, round numbers of years go first. Only what is known to the day has an anniversary.
 */
export function anniversaries(material: Material, sizes: FileSizes, sources: SourceList): readonly Piece[] {
  const found = anniversariesIn(material.subject.holdings.events, material.today);
  const kept = new Set(
    found.toSorted((left, right) => roundness(right) - roundness(left)).slice(0, sizes.anniversaries),
  );
  const items = found.filter((each) => kept.has(each)).map((each) => itemOf(each, sources));
  return listOf(items, found.length - items.length);
}

/** In the order in which they come round, older ones first on one day. */
export function anniversariesIn(events: readonly Event[], today: string): readonly Anniversary[] {
  const start = Temporal.PlainDate.from(today);
  const days = Array.from({ length: 7 }, (_, index) => start.add({ days: index }));
  return days.flatMap((day) =>
    events
      .filter((event) => event.status === 'held' && comesRound(event.date, day))
      .map((event) => ({ event, on: day.toString(), years: day.year - Number(event.date.slice(0, 4)) })),
  );
}

/** Whether a past day has its anniversary on this one; 29 February has it on the 28th in other years. */
function comesRound(date: string, day: Temporal.PlainDate): boolean {
  if (date.length !== 10 || Number(date.slice(0, 4)) >= day.year) return false;
  const monthDay = day.toString().slice(5);
  const leapless = monthDay === '02-28' && !day.inLeapYear;
  return date.endsWith(monthDay) || (leapless && date.endsWith('02-29'));
}

const roundness = ({ years }: Anniversary): number =>
  years % 100 === 0 ? 4 : years % 50 === 0 ? 3 : years % 25 === 0 ? 2 : years % 5 === 0 ? 1 : 0;

function itemOf({ event, years }: Anniversary, sources: SourceList): ListItem {
  const ago = years === 1 ? 'one year ago' : `${years} years ago`;
  const words = eventWords(event).replace(' · ', `, ${ago} · `);
  return { spans: sentence(words, [citeEvent(event, sources)]) };
}
