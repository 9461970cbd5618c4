import { importance } from '../knowledge/importance.ts';
import type { Entity, Event } from '../knowledge/model.ts';
import type { Profile, Schedule } from '../store/ports.ts';
import { fold } from '../text/fold.ts';
import { type DayItem, onThisDay } from './on-this-day.ts';
import { profileOf } from './profile.ts';
import { isAbout } from './topics.ts';

/** A candidate that a digest leaves out, and why. */
export interface LeftOut {
  readonly event: Event;
  readonly why: string;
}

/** What a digest shows of a day's candidates, in order, and what it does not. */
export interface Selection {
  readonly items: readonly DayItem[];
  readonly out: readonly LeftOut[];
}

/** Points from which an event counts as so important; see importance.ts. */
const leastPoints: Readonly<Record<Profile['least'], number>> = { any: 0, notable: 30, major: 40 };

/**
 * Sorts the candidates of a month and day by what the schedule asks for. What is beyond its size is among the items.
 * @param today the local date of the slot
 */
export function selectDay(
  events: readonly Event[],
  monthDay: string,
  today: Temporal.PlainDate,
  schedule: Schedule,
  entities: readonly Entity[],
): Selection {
  const out: LeftOut[] = [];
  const wanted = events.filter((event) => {
    const why = whyNot(event, schedule, entities);
    if (why !== undefined) out.push({ event, why });
    return why === undefined;
  });
  const items = onThisDay(wanted, monthDay, today);
  const shown = new Set(items.map(({ event }) => event.id));
  for (const event of wanted) {
    if (!shown.has(event.id)) out.push({ event, why: whyNotOn(event, today) });
  }
  return { items, out };
}

/** Why the schedule does not ask for an event; undefined where it does. */
function whyNot(event: Event, schedule: Schedule, entities: readonly Entity[]): string | undefined {
  const { topics } = schedule;
  const { without, countries, withoutCountries, least } = profileOf(schedule);
  if (topics.length > 0 && !topics.some((topic) => isAbout(event, topic, entities))) {
    return `not about ${topics.join(', ')}`;
  }
  const unwanted = without.find((topic) => isAbout(event, topic, entities));
  if (unwanted !== undefined) return `about ${unwanted}, which is left out`;
  if (countries.length > 0 && !countries.some((country) => involves(event, country, entities))) {
    return `without ${countries.join(', ')}`;
  }
  const barred = withoutCountries.find((country) => involves(event, country, entities));
  if (barred !== undefined) return `with ${barred}, which is left out`;
  const points = importance(event);
  return points < leastPoints[least] ? `not ${least} enough (${points} of ${leastPoints[least]})` : undefined;
}

/** Why an event that is asked for is not shown on its day. */
function whyNotOn(event: Event, today: Temporal.PlainDate): string {
  if (event.date.length !== 10) return 'its day is not known';
  if (event.confidence === 'low') return 'its day is doubtful';
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(event.date), today) > 0
    ? 'it is still to come'
    : 'another day of it falls here';
}

/** Whether a country takes part, is the country of somebody who does, or is where it happens. */
function involves(event: Event, country: string, entities: readonly Entity[]): boolean {
  const wanted = fold(country);
  const names = new Set(
    entities
      .filter(
        (each) =>
          each.kind === 'country' && [each.name, ...each.aliases].some((name) => fold(name) === wanted),
      )
      .flatMap((each) => [each.id, fold(each.name)]),
  );
  if (fold(event.place?.country ?? '') === wanted || names.has(fold(event.place?.country ?? ''))) return true;
  return event.participants.some((each) => {
    if ('name' in each) return fold(each.name) === wanted;
    if (names.has(each.entity)) return true;
    const of = fold(entities.find(({ id }) => id === each.entity)?.country ?? '');
    return of !== '' && (of === wanted || names.has(of));
  });
}

/**
 * The month-days whose happenings a date shows: its own, and 29 February in a year without one where the policy says so.
 */
export function monthDaysOf(date: Temporal.PlainDate, leap: Profile['leap']): readonly string[] {
  const own = date.toString().slice(5);
  const standIn = leap === '28 February' ? '02-28' : leap === '1 March' ? '03-01' : undefined;
  return !date.inLeapYear && own === standIn ? [own, '02-29'] : [own];
}
