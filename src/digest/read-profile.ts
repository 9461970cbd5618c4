import { ReaderError } from '../errors.ts';
import { readPeriod } from '../lookup/read-period.ts';
import { shorten } from '../options.ts';
import type { Profile } from '../store/ports.ts';
import type { profileOptions } from './profile-options.ts';
import { readDay } from './read-day.ts';

/** Values as they were typed or sent: text, numbers or yes and no, by the names of the options. */
export type TypedProfile = { readonly [K in keyof typeof profileOptions]?: unknown };

/**
 * The part of a profile that was asked for; what was left out stays as usual.
 * @throws ReaderError with what to write instead
 */
export function readProfile(typed: TypedProfile, today: Temporal.PlainDate): Partial<Profile> | undefined {
  const read = {
    kind: typed.kind as Profile['kind'] | undefined,
    style: typed.style as Profile['style'] | undefined,
    picture: typed.picture as boolean | undefined,
    period: period(typed.period, today),
    length: typed.length as Profile['length'] | undefined,
    format: typed.format as Profile['format'] | undefined,
    without: list('without', typed.without),
    countries: list('countries', typed.countries),
    withoutCountries: list('without-countries', typed['without-countries']),
    least: typed.least as Profile['least'] | undefined,
    quiet: list('quiet', typed.quiet)?.map((day) => quietDay(day, today)),
    empty: typed.empty as Profile['empty'] | undefined,
    leap: typed.leap as Profile['leap'] | undefined,
    grace: hours(typed.grace),
    thread: typed.thread as boolean | undefined,
    pin: typed.pin as boolean | undefined,
    mention: bareId('mention', typed.mention),
    review: bareId('review', typed.review),
  };
  const asked = Object.entries(read).filter(([, value]) => value !== undefined);
  return asked.length === 0 ? undefined : (Object.fromEntries(asked) as Partial<Profile>);
}

const most = 20;

function list(name: string, typed: unknown): readonly string[] | undefined {
  if (typed === undefined) return undefined;
  const parts = String(typed)
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > most) throw new ReaderError(`${name} takes at most ${most} entries, joined by commas.`);
  return [...new Set(parts)];
}

/** A date of one year, or a day of every year. */
function quietDay(typed: string, today: Temporal.PlainDate): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return readDay(typed, today);
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' }).toString();
  } catch {
    throw new ReaderError(`There is no ${typed}; write a day such as 2026-12-31 or 25 December.`);
  }
}

/** Kept as it was typed, since `last 30 days` means other days each time. @throws ReaderError where it is no period */
function period(typed: unknown, today: Temporal.PlainDate): string | undefined {
  if (typed === undefined) return undefined;
  readPeriod(String(typed), today);
  return String(typed).trim();
}

function hours(typed: unknown): number | undefined {
  if (typed === undefined) return undefined;
  const value = Number(typed);
  if (Number.isInteger(value) && value >= 0 && value <= 168) return value;
  throw new ReaderError('grace is a number of hours from 0 to 168, such as 6.');
}

/** An id, or a channel, role or user group as a platform writes it in a message: `<#C123|news>`, `<@&123>`, `<!subteam^S1>`. */
function bareId(name: string, typed: unknown): string | undefined {
  if (typed === undefined) return undefined;
  const found = /^(?:<(?:#|@&?|!subteam\^))?([A-Za-z0-9]{2,25})(?:\|[^>]*)?>?$/.exec(String(typed).trim());
  if (found?.[1] !== undefined) return found[1];
  throw new ReaderError(`“${shorten(String(typed), 30)}” is no ${name} id; mention it or copy its id.`);
}
