import { ReaderError } from '../errors.ts';
import { shorten } from '../options.ts';
import type { Weekday } from '../store/ports.ts';
import { weekdays } from './slots.ts';

/** Most posting times a day: a digest is a daily thing, not a ticker. */
const mostTimes = 6;

/**
 * Reads `9:00`, `09:00, 18:30`, `9am`, `6.30 pm` as local times: `HH:MM`, ascending, no doubles.
 * @throws ReaderError for anything else
 */
export function readTimes(typed: string): readonly string[] {
  const times = typed
    .split(/[,;]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readTime);
  if (times.length === 0) throw new ReaderError('Say a time such as 09:00.');
  const unique = [...new Set(times)].sort();
  if (unique.length > mostTimes) throw new ReaderError(`A digest takes at most ${mostTimes} times a day.`);
  return unique;
}

function readTime(typed: string): string {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/i.exec(typed);
  const half = match?.[3]?.toLowerCase();
  const hour = hourOf(Number(match?.[1]), half);
  const minute = Number(match?.[2] ?? '0');
  const isClear = match !== null && (match[2] !== undefined || half !== undefined);
  if (!isClear || hour === undefined || minute > 59) {
    throw new ReaderError(`“${shorten(typed, 20)}” is not a time; write one such as 09:00 or 18:30.`);
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(said: number, half: string | undefined): number | undefined {
  if (half === undefined) return said <= 23 ? said : undefined;
  if (said < 1 || said > 12) return undefined;
  return (said % 12) + (half === 'pm' ? 12 : 0);
}

const dayWords: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  'every day': weekdays,
  weekdays: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
};

/**
 * Reads `mon, wed`, `Monday-Friday`, `weekdays`, `daily` as weekdays in order from Monday.
 * @throws ReaderError for anything else
 */
export function readDays(typed: string): readonly Weekday[] {
  const said = typed.trim().toLowerCase();
  const whole = dayWords[said];
  if (whole !== undefined) return whole;
  const chosen = new Set(said.split(/[,;\s]+(?!-)|\band\b/).flatMap(readRange));
  if (chosen.size === 0) throw new ReaderError('Say the days, such as mon-fri or mon,wed.');
  return weekdays.filter((day) => chosen.has(day));
}

function readRange(typed: string): readonly Weekday[] {
  if (typed === '' || typed === 'and') return [];
  const [from = '', to = from, ...more] = typed.split(/[-–]/);
  const first = readDay(from);
  const last = readDay(to);
  if (first < 0 || last < 0 || more.length > 0) {
    throw new ReaderError(`“${shorten(typed, 20)}” is not a weekday; write days such as mon-fri or mon,wed.`);
  }
  if (first <= last) return weekdays.slice(first, last + 1);
  return [...weekdays.slice(first), ...weekdays.slice(0, last + 1)];
}

const fullNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Position of a weekday by its name or at least its first three letters; -1 when it is none. */
const readDay = (typed: string): number =>
  typed.length < 3 ? -1 : fullNames.findIndex((name) => name.startsWith(typed));

/**
 * An IANA zone name in its own spelling (`asia/kolkata` → `Asia/Kolkata`).
 * @throws ReaderError for anything else; an offset such as +05:30 knows no clock changes and is refused too
 */
export function readZone(typed: string): string {
  const said = typed.trim().replace(/\s+/g, '_');
  const known = /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(said) ? zoneName(said) : undefined;
  if (known !== undefined) return known;
  throw new ReaderError(`“${shorten(typed, 40)}” is not a time zone; write one such as Asia/Kolkata.`);
}

function zoneName(said: string): string | undefined {
  try {
    return new Temporal.ZonedDateTime(0n, said).timeZoneId;
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** Topics as a list: split at commas, no doubles, at most ten. */
export function readTopics(typed: string | undefined): readonly string[] {
  const topics = (typed ?? '').split(/[,;]/).map((topic) => topic.trim());
  const unique = [...new Set(topics.filter((topic) => topic !== ''))];
  if (unique.length > 10) throw new ReaderError('A digest takes at most ten topics, joined by commas.');
  return unique;
}

/** Names that the runtime still lists under an older one (IANA tzdb, file `backward`). */
const renamed: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** Zones offered while one is typed: those with a part that starts so first, then those that hold the letters. */
export function completeZone(typed: string): readonly string[] {
  const said = typed.trim().toLowerCase().replace(/\s+/g, '_');
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone)];
  const starts = all.filter((zone) => startsIn(zone.toLowerCase(), said));
  const holds = all.filter((zone) => zone.toLowerCase().includes(said));
  return [...new Set([...starts, ...holds])].slice(0, 25);
}

const startsIn = (zone: string, said: string): boolean =>
  zone.startsWith(said) || zone.split('/').some((part) => part.startsWith(said));
