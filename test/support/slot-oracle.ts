/**
 * When a local date and time is, by Intl.DateTimeFormat alone: no Temporal, none of our own code. The rule is that of
 * RFC 5545: a time that comes twice is the first of the two, one that is left out moves forward by the gap.
 */
export interface Oracle {
  /** Milliseconds since 1970; undefined where the local date does not exist. */
  instantOf(date: string, time: string): number | undefined;
  /** Dates (ISO) of a year on or next to which the zone's offset changes. */
  changes(year: number): readonly string[];
}

const day = 86_400_000;

/** The offset that holds from an instant on, both in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly offset: number;
}

/**
 * The wall clock is read once a day, and where two days differ the second of the change is found by halving; everything
 * else is worked out from that list. A zone that changed its offset twice within a day and back would be missed.
 * @param years the first and the last one that is asked about
 */
export function createOracle(zone: string, years: readonly [number, number] = [2000, 2040]): Oracle {
  const stretches = findStretches(zone, Date.UTC(years[0], 0, -3), Date.UTC(years[1] + 1, 0, 4));
  const offset = (at: number): number => stretches.findLast(({ from }) => from <= at)?.offset ?? 0;
  const wall = (at: number): number => at + offset(at);
  return {
    instantOf(date, time) {
      const wanted = Date.parse(`${date}T${time}:00Z`);
      const before = offset(wanted - day);
      const fitting = [before, offset(wanted + day)]
        .map((each) => wanted - each)
        .filter((at) => wall(at) === wanted);
      const at = fitting.length > 0 ? Math.min(...fitting) : wanted - before;
      return new Date(wall(at)).toISOString().startsWith(date) ? at : undefined;
    },
    changes(year) {
      const near = [-2 * day, -day, 0, day, 2 * day];
      const found = stretches.slice(1).flatMap(({ from }) => near.map((each) => new Date(from + each)));
      const dates = new Set(found.map((date) => date.toISOString().slice(0, 10)));
      return [...dates].filter((date) => date.startsWith(String(year)));
    },
  };
}

function findStretches(zone: string, first: number, last: number): readonly Stretch[] {
  const offset = offsetBy(zone);
  const found: Stretch[] = [{ from: first, offset: offset(first) }];
  for (let at = first; at < last; at += day) {
    const next = offset(at + day);
    if (next === offset(at)) continue;
    let [before, after] = [at, at + day];
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (offset(middle) === next) after = middle;
      else before = middle;
    }
    found.push({ from: after, offset: next });
  }
  return found;
}

/** Milliseconds by which a zone's wall clock is ahead of UTC at an instant. */
function offsetBy(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const wall = Date.UTC(
      parts.year ?? 0,
      (parts.month ?? 1) - 1,
      parts.day ?? 1,
      parts.hour ?? 0,
      parts.minute ?? 0,
      parts.second ?? 0,
    );
    return wall - at;
  };
}

/** Half-hours of a day. */
export const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);
