import type { EventFound, TimeFound } from '../../model.ts';
import { dayOfValue, unitOfValue } from '../time/values.ts';
import type { Clause } from './clauses.ts';

export type When = NonNullable<EventFound['on']>;

/** A DATE or TIME value as the date of an event; undefined for references and stretches. */
export function whenOf(value: string): When | undefined {
  const unit = unitOfValue(value);
  if (unit === 'day') return { start: value.slice(0, 10), precision: 'day' };
  if (unit === 'month') return { start: value.slice(0, 7), precision: 'month' };
  return unit === 'year' ? { start: value, precision: 'year' } : undefined;
}

/** The date that a clause gives: the one nearest to its verb. */
export function whenIn(dates: readonly TimeFound[], clause: Clause, verb: number): When | undefined {
  const inside = dates.filter(
    ({ start, end, type }) =>
      start >= clause.start && end <= clause.end && (type === 'DATE' || type === 'TIME'),
  );
  const near = inside
    .map((date) => ({ when: whenOf(date.value), away: Math.abs(date.start - verb) }))
    .filter(({ when }) => when !== undefined);
  return near.sort((left, right) => left.away - right.away)[0]?.when;
}

/**
 * The date of a clause that another one is counted from: in “came a day after B did” B was a day before.
 * @param main when the clause before took place
 */
export function whenCounted(
  text: string,
  dates: readonly TimeFound[],
  clause: Clause,
  main: When | undefined,
): When | undefined {
  if (main?.precision !== 'day' || (clause.joint !== 'after' && clause.joint !== 'before')) return undefined;
  const lead = dates.find(
    ({ end, type }) =>
      type === 'DURATION' &&
      end < clause.start &&
      text.slice(end, clause.start).trim().toLowerCase() === clause.joint,
  );
  const count = /^P(\d{1,3})([DWM])$/.exec(lead?.value ?? '');
  const from = dayOfValue(main.start);
  if (count === null || from === undefined) return undefined;
  const much = Number(count[1]) * (clause.joint === 'after' ? -1 : 1);
  const unit = { D: 'days', W: 'weeks', M: 'months' }[count[2] ?? 'D'] ?? 'days';
  return { start: from.add({ [unit]: much }).toString(), precision: 'day' };
}
