import type { Delivery, Schedule } from '../store/ports.ts';
import { profileOf, usualProfile } from './profile.ts';
import { type Slot, slotsBetween } from './slots.ts';

/** Seconds before the last look that are looked through again: a schedule may have been added while that was under way. */
const overlap = 90;

/** Days that are looked back at most: whoever was away longer is told from here on. */
const mostDaysBack = 35;

/**
 * The deliveries that become due in `(since, now]`. After an outage the newest missed slot within the grace is due;
 * older ones are recorded as skipped, so that nothing disappears and nothing comes in a burst.
 * @param since when was last looked; undefined at the very first tick
 * @param idOf the delivery's id, at most 25 of `[a-z0-9]`: also the marker that is looked for after a crash
 */
export function dueDeliveries(
  schedule: Schedule,
  since: Temporal.Instant | undefined,
  now: Temporal.Instant,
  idOf: (schedule: string, slot: string) => string,
  graceHours: number = usualProfile.grace,
): readonly Delivery[] {
  if (schedule.state !== 'active') return [];
  const slots = slotsBetween(schedule, lookFrom(schedule, since, now), now);
  const profile = profileOf(schedule, graceHours);
  const newest = slots.findLast((slot) => slot.skip === undefined);
  return slots.map((slot) => {
    const reason = whySkipped(slot, newest, now, profile.grace) ?? whyQuiet(slot.date, profile.quiet);
    return {
      id: idOf(schedule.id, slot.key),
      schedule: schedule.id,
      slot: slot.key,
      due: slot.instant.toString(),
      place: schedule.place,
      state: reason === undefined ? 'due' : 'skipped',
      attempts: 0,
      ...(reason === undefined ? {} : { error: reason }),
    };
  });
}

function lookFrom(
  schedule: Schedule,
  since: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Temporal.Instant {
  const bounds = [Temporal.Instant.from(schedule.activeFrom), now.subtract({ hours: 24 * mostDaysBack })];
  // After the clock was set back, the last look lies ahead: from the present on, nothing was looked at yet.
  const last = since === undefined || Temporal.Instant.compare(since, now) > 0 ? now : since;
  const again = last.subtract({ seconds: overlap });
  return [...bounds, ...(since === undefined ? [] : [again])].reduce((latest, each) =>
    Temporal.Instant.compare(each, latest) > 0 ? each : latest,
  );
}

function whySkipped(
  slot: Slot,
  newest: Slot | undefined,
  now: Temporal.Instant,
  graceHours: number,
): string | undefined {
  if (slot.skip !== undefined) return slot.skip;
  if (slot !== newest) return 'missed while the bot was not running; a later one was due';
  const late = now.since(slot.instant).total({ unit: 'hours' });
  return late > graceHours
    ? `missed while the bot was not running, by more than ${graceHours} hours`
    : undefined;
}

/** Why nothing is posted on a date that the schedule keeps quiet on. */
export function whyQuiet(date: Temporal.PlainDate, quiet: readonly string[]): string | undefined {
  const iso = date.toString();
  return quiet.includes(iso) || quiet.includes(iso.slice(5)) ? 'a quiet day of this digest' : undefined;
}
