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

export function createOracle(zone: string): Oracle {
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
  /** What a wall clock shows, as if it were UTC. */
  const wall = (at: number): number => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(
      parts.year ?? 0,
      (parts.month ?? 1) - 1,
      parts.day ?? 1,
      parts.hour ?? 0,
      parts.minute ?? 0,
      parts.second ?? 0,
    );
  };
  const offset = (at: number): number => wall(at) - at;
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
      const found = new Set<string>();
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += day) {
        if (offset(at) === offset(at + day)) continue;
        for (const near of [-day, 0, day, 2 * day]) found.add(new Date(at + near).toISOString().slice(0, 10));
      }
      return [...found].filter((date) => date.startsWith(String(year)));
    },
  };
}

/** Half-hours of a day. */
export const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);
