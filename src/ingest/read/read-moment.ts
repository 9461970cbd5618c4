import { monthNames } from '../../text/date-words.ts';

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;
const rfc =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3,9})[\s-](\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([A-Za-z]{1,4}|[+-]\d{4})?)?/;
const american = /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})/;
const pdf = /^D:(\d{4})(\d{2})(\d{2})/;

/** Zones that feeds write as letters (RFC 822, 5), as offsets. */
const zones: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  IST: '+05:30',
  CET: '+01:00',
  CEST: '+02:00',
  MSK: '+03:00',
};

/**
 * A moment as pages, feeds and PDF write it: `2023-05-04T18:33:00+05:30`, `Thu, 04 May 2023 13:03:00 GMT`, `May 4, 2023`.
 * An ISO date and time with its offset where all of that is said, else the ISO day; undefined when it cannot be read.
 */
export function readMoment(written: string): string | undefined {
  const said = written.trim();
  const made = readIso(said) ?? readRfc(said) ?? readAmerican(said) ?? readPdf(said);
  return made === undefined || !isInCalendar(made) ? undefined : made;
}

/** The day of a moment, in the zone in which it was written. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

function readIso(said: string): string | undefined {
  const [, year, month, day, hour, minute, second, zone] = iso.exec(said) ?? [];
  return year === undefined ? undefined : join(`${year}-${month}-${day}`, hour, minute, second, zone);
}

function readRfc(said: string): string | undefined {
  const [, day, name, year, hour, minute, second, zone] = rfc.exec(said) ?? [];
  const month = monthOf(name);
  if (day === undefined || year === undefined || month === undefined) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  return join(`${full}-${month}-${day.padStart(2, '0')}`, hour?.padStart(2, '0'), minute, second, zone);
}

function readAmerican(said: string): string | undefined {
  const [, name, day, year] = american.exec(said) ?? [];
  const month = monthOf(name);
  return day === undefined || month === undefined ? undefined : `${year}-${month}-${day.padStart(2, '0')}`;
}

function readPdf(said: string): string | undefined {
  const [, year, month, day] = pdf.exec(said) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

function join(day: string, hour?: string, minute?: string, second?: string, zone?: string): string {
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (hour === undefined || minute === undefined || offset === undefined) return day;
  return `${day}T${hour}:${minute}:${second ?? '00'}${offset}`;
}

function offsetOf(zone: string): string | undefined {
  const known = Object.hasOwn(zones, zone.toUpperCase()) ? zones[zone.toUpperCase()] : undefined;
  if (known !== undefined) return known;
  const digits = /^([+-]\d{2}):?(\d{2})$/.exec(zone);
  return digits === null ? undefined : `${digits[1]}:${digits[2]}`;
}

/** `05` for `May`; undefined for a word that is no month. */
export function monthOf(name: string | undefined): string | undefined {
  if (name === undefined || name.length < 3) return undefined;
  const start = name.slice(0, 3).toLowerCase();
  const at = monthNames.findIndex((each) => each.toLowerCase().startsWith(start));
  return at < 0 ? undefined : String(at + 1).padStart(2, '0');
}

function isInCalendar(made: string): boolean {
  try {
    Temporal.PlainDate.from(made.slice(0, 10), { overflow: 'reject' });
    if (made.length > 10) Temporal.Instant.from(made);
    return /^(?:19|20|21)/.test(made);
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
