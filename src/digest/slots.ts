import type { Schedule, Weekday } from '../store/ports.ts';

/** One due instant of a schedule. */
export interface Slot {
  /** Local date and time: `2026-03-08@02:30`. A clock change can neither double nor lose a key. */
  readonly key: string;
  readonly date: Temporal.PlainDate;
  readonly instant: Temporal.Instant;
  /** What a clock change did to it. */
  readonly note?: string;
  /** Why it is not posted: its local date does not exist (Apia, 30 December 2011). */
  readonly skip?: string;
}

/** The part of a schedule that says when. */
export type Timing = Pick<Schedule, 'zone' | 'at' | 'days'>;

/** Weekday names in the order of `Temporal.PlainDate.dayOfWeek`, Monday first. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * The slots whose instant lies in `(after, until]`, in order of time.
 * A local time that a clock change leaves out moves forward by the gap; one that comes twice is taken the first time
 * (`compatible`, as RFC 5545 reads such times). A clock change moves a slot by less than a day, so one day more is looked at on either side.
 */
export function slotsBetween(
  timing: Timing,
  after: Temporal.Instant,
  until: Temporal.Instant,
): readonly Slot[] {
  const first = after.toZonedDateTimeISO(timing.zone).toPlainDate().subtract({ days: 1 });
  const last = until.toZonedDateTimeISO(timing.zone).toPlainDate().add({ days: 1 });
  const slots: Slot[] = [];
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const slot of slotsOn(timing, date)) {
      const isIn =
        Temporal.Instant.compare(slot.instant, after) > 0 &&
        Temporal.Instant.compare(slot.instant, until) <= 0;
      if (isIn) slots.push(slot);
    }
  }
  return slots.sort(
    (one, other) => Temporal.Instant.compare(one.instant, other.instant) || (one.key < other.key ? -1 : 1),
  );
}

/** The slots of one local date; none where the date's weekday is not asked for. */
export function slotsOn(timing: Timing, date: Temporal.PlainDate): readonly Slot[] {
  const weekday = weekdays[date.dayOfWeek - 1];
  if (weekday === undefined || !timing.days.includes(weekday)) return [];
  return timing.at.map((time) => slotAt(timing.zone, date, time));
}

function slotAt(zone: string, date: Temporal.PlainDate, time: string): Slot {
  const plain = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const zoned = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const slot = { key: `${date}@${time}`, date, instant: zoned.toInstant() };
  if (!zoned.toPlainDate().equals(date)) {
    return { ...slot, skip: `${zone} had no ${date}` };
  }
  const note = clockNote(plain, zoned);
  return note === undefined ? slot : { ...slot, note };
}

function clockNote(plain: Temporal.PlainDateTime, zoned: Temporal.ZonedDateTime): string | undefined {
  const wanted = plain.toPlainTime().toString({ smallestUnit: 'minute' });
  const got = zoned.toPlainTime().toString({ smallestUnit: 'minute' });
  if (got !== wanted) return `clocks go forward: there is no ${wanted}, posted at ${got}`;
  const later = plain.toZonedDateTime(zoned.timeZoneId, { disambiguation: 'later' });
  if (!later.equals(zoned)) return `clocks go back: ${wanted} comes twice, posted the first time`;
  return undefined;
}

/** Days that are looked through for a next slot: every weekday comes within a week; a skipped date costs one more. */
const lookAhead = { hours: 24 * 15 };

/** The next slot after an instant that will be posted. */
export const nextSlot = (timing: Timing, after: Temporal.Instant): Slot | undefined =>
  slotsBetween(timing, after, after.add(lookAhead)).find((slot) => slot.skip === undefined);
