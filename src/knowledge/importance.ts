import type { Event } from './model.ts';

type Kind = Event['kind'];

/** What a happening of each kind is worth before anything else is known of it. */
const worth: Readonly<Record<Kind, number>> = {
  summit: 32,
  treaty: 30,
  incident: 30,
  membership: 28,
  institution: 28,
  document: 26,
  exercise: 26,
  appointment: 24,
  meeting: 18,
  anniversary: 18,
  economy: 16,
  visit: 14,
  statement: 14,
  other: 12,
};

interface Sign {
  readonly words: RegExp;
  readonly points: number;
  /** Kinds that it counts for; all of them where it is left out. */
  readonly kinds?: readonly Kind[];
}

// A statement on an attack is not an attack, and a visit before a summit is not the summit.
const deeds: readonly Kind[] = ['incident', 'treaty', 'document', 'institution', 'other', 'appointment'];
const decisions: readonly Kind[] = ['summit', 'treaty', 'membership', 'institution', 'document', 'statement'];

/** What the title says happened. Each sign counts once. */
const signs: readonly Sign[] = [
  // The organisation's own turning points.
  { words: /\b(SCO|Shanghai Cooperation Organisation|Shanghai Five|RATS)\b/, points: 14 },
  { words: /\b(SCO|Shanghai Five)\b/, points: 8, kinds: ['membership'] },
  { words: /\b(full|new|ninth|tenth) (?:\S+ )?members?\b/i, points: 14, kinds: ['membership'] },
  { words: /\b(founds?|founded|founding|inaugurat\w+|launch(?:es)?|begins with)\b/i, points: 8 },
  {
    words: /\bfound(?:s|ed)?\b.*\bSCO|\bfound(?:s|ed)?\b.*\bOrganisation\b/,
    points: 12,
    kinds: ['summit', 'institution'],
  },
  { words: /\bpartners?\b/i, points: -6, kinds: ['membership'] },
  { words: /\b(charter|convention)\b/i, points: 18, kinds: ['treaty', 'document'] },
  { words: /\b(declaration|strategy|treaty|signs? .*agreement)\b/i, points: 8, kinds: decisions },
  { words: /\bfirst\b(?! (?:meeting|stage|round) of)/i, points: 6 },
  { words: /\b(becom\w+|joins?|admi(?:ts|tted)|accession|enlarge\w*)\b/i, points: 6, kinds: decisions },
  { words: /\b(leaders|heads of state|summit)\b/i, points: 8, kinds: decisions },
  { words: /\b(takes? over|assumes?|hands?|pass\w*)\b.*\b(chair|chairmanship|presidency)\b/i, points: 22 },
  { words: /\bSecretary-General\b/, points: 10, kinds: ['appointment', 'institution'] },
  { words: /\b(prime ministers|heads of government)\b/i, points: 8 },
  { words: /\b(foreign|defence) ministers\b/i, points: 4 },
  { words: /\bholds? (?:\S+ )?talks\b/i, points: 6 },
  { words: /\bpresident(?:s|ial)?\b/i, points: 6, kinds: ['appointment', 'incident'] },
  // War and peace, and how states came to be.
  {
    words: /\b(war|invasion|invades?|strikes on|surrenders?|ceasefire|standoff|partition)\b/i,
    points: 16,
    kinds: deeds,
  },
  { words: /\b(kill(?:s|ed)?|deadly|dead|dies|death|assassinated|massacre)\b/i, points: 18, kinds: deeds },
  {
    words: /\b(attack(?:s|ed)?|bomb(?:s|ing)?|drones|fighting|clash(?:es)?|coup|nuclear)\b/i,
    points: 8,
    kinds: deeds,
  },
  { words: /\b(independence|independent|proclaim(?:s|ed)|dissol\w+|ceases to exist)\b/i, points: 12 },
  { words: /\b(constitution|united nations|sovereignty)\b/i, points: 8 },
  // Routine, and looking back or ahead.
  {
    words:
      /\b(coordinators|experts|RATS Council|forum|week|festival|seminar|conference|exhibition|marathon)\b/i,
    points: -8,
  },
  {
    words: /\b(discuss\w*|meets? with|chief (?:meets|visits|attends|greets)|visits?|congratulates)\b/i,
    points: -4,
  },
  { words: /\b(observers?|mission)\b.*\belection|\bobserves\b/i, points: -4 },
  { words: /\b(anniversary|marks? \d+)\b/i, points: -14 },
  { words: /\b(opens|gathers?|gathering|arrives|lands|ends|eve)\b/i, points: -4 },
  { words: /\b(reception|gala|banquet|ceremony)\b/i, points: -6 },
  { words: /\b(due|scheduled|prepares?|ahead of|plans?)\b/i, points: -6 },
];

const certainty: Readonly<Record<Event['confidence'], number>> = { high: 0, medium: -4, low: -16 };
const announcedOnly = -10;

/** Beyond this a longer list says how well the record was kept and no longer how large the happening was. */
const most = { participants: 8 } as const;

/**
 * How much a happening matters to a desk that follows the SCO, from 0 to 100: its kind, what the title says happened,
 * how many took part, how many sources tell of it and how sure they are. No single record is known to the rule.
 */
export function importance(event: Event): number {
  const points =
    worth[event.kind] +
    saidBy(event) +
    Math.min(event.participants.length, most.participants) / 2 +
    Math.min(event.sources.length - 1, 4) * 3 +
    certainty[event.confidence] +
    (event.status === 'announced' ? announcedOnly : 0);
  return Math.max(0, Math.min(100, Math.round(points)));
}

function saidBy(event: Event): number {
  return signs
    .filter(
      ({ words, kinds }) => (kinds === undefined || kinds.includes(event.kind)) && words.test(event.title),
    )
    .reduce((sum, { points }) => sum + points, 0);
}

/** The month and day of a digest; a date or a moment will do. */
export interface Day {
  readonly month: number;
  readonly day: number;
}

/**
 * Events in the order of a digest: the most important first, then the earliest, then by id. With `on`, the day the
 * digest is of, one that only goes on that day stands lower than one that began on it, the lower the longer it has gone on.
 */
export function byImportance(events: readonly Event[], on?: Day): readonly Event[] {
  return events
    .map((event) => ({ event, points: importance(event) - (on === undefined ? 0 : staleness(event, on)) }))
    .sort(
      (one, other) =>
        other.points - one.points ||
        compare(one.event.date, other.event.date) ||
        compare(one.event.id, other.event.id),
    )
    .map(({ event }) => event);
}

const wentOn = 6;
const mostDays = 12;

/** Points that a happening loses on a day after its first, in the year in which it began or the next. */
function staleness(event: Event, on: Day): number {
  const [year = 0, month = 1, day = 1] = event.date.split('-').map(Number);
  if (event.endDate === undefined || (month === on.month && day === on.day)) return 0;
  const start = Temporal.PlainDate.from({ year, month, day });
  const sameYear = Temporal.PlainDate.from({ year, month: on.month, day: on.day });
  const then = Temporal.PlainDate.compare(sameYear, start) < 0 ? sameYear.add({ years: 1 }) : sameYear;
  return wentOn + Math.min(mostDays, start.until(then).days);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
