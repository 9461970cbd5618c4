import type { Fault } from './fault.ts';
import type { Event, PartialDate, SourceRecord } from './model.ts';
import { faultIn, type Placed } from './records.ts';

/** Events that claim more than their sources can tell: a date finer than theirs, or that it took place at all. */
export function certainty(events: readonly Placed<Event>[]): Fault[] {
  return events.flatMap((placed) => [...tooFine(placed), ...onlyAnnounced(placed)]);
}

const precisions = ['year', 'month', 'day'] as const;
const fineness = (date: PartialDate): number => date.split('-').length - 1;

/** A source that says nothing of its precision dates the happening as exactly as the record does. */
function tooFine(placed: Placed<Event>): Fault[] {
  const { date, endDate, sources } = placed.record;
  const finest = Math.max(
    ...sources.map(({ precision }) =>
      precision === undefined ? fineness(date) : precisions.indexOf(precision),
    ),
  );
  const dates = [
    ['date', date],
    ['endDate', endDate],
  ] as const;
  return dates.flatMap(([field, written]) => {
    if (written === undefined || fineness(written) <= finest) return [];
    const coarse = written
      .split('-')
      .slice(0, finest + 1)
      .join('-');
    const reason = `${written} is finer than its sources give (${precisions[finest]}), write ${coarse} or add a source for it`;
    return [faultIn(placed, field, reason)];
  });
}

/** What nobody reported on the day or after it may not have happened. */
function onlyAnnounced(placed: Placed<Event>): Fault[] {
  const { date, sources, status } = placed.record;
  if (status === 'announced' || !sources.every((source) => isBefore(source, date))) return [];
  const reason = `every source is older than ${date}, write "announced" or add a source that tells that it happened`;
  return [faultIn(placed, 'status', reason)];
}

const isBefore = ({ published }: SourceRecord, date: PartialDate): boolean =>
  published !== undefined &&
  published.slice(0, date.length) < date.slice(0, published.length) &&
  published.length >= Math.min(7, date.length);
