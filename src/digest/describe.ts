import type { Schedule, Weekday } from '../store/ports.ts';
import { weekdays } from './slots.ts';

/** `every day at 09:00 (Asia/Kolkata)`, `Mon–Fri at 09:00 and 18:00 (UTC)`. */
export function describeTiming(timing: Pick<Schedule, 'zone' | 'at' | 'days'>): string {
  return `${dayWords(timing.days)} at ${listWords(timing.at)} (${timing.zone})`;
}

/** `Mon–Fri`, `Mon, Wed`, `every day`. */
function dayWords(days: readonly Weekday[]): string {
  if (days.length === weekdays.length) return 'every day';
  const positions = days.map((day) => weekdays.indexOf(day));
  const first = positions[0] ?? 0;
  const isRow = days.length > 2 && positions.every((position, index) => position === first + index);
  return isRow ? `${short(days[0])}–${short(days.at(-1))}` : days.map(short).join(', ');
}

const short = (day: Weekday | undefined): string =>
  day === undefined ? '' : `${day.charAt(0).toUpperCase()}${day.slice(1)}`;

/** `a`, `a and b`, `a, b and c`. */
const listWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** What differs from the usual, in a few words each. */
export function describeProfile(schedule: Schedule): readonly string[] {
  const { profile = {} } = schedule;
  const named = (word: string, list: readonly string[] | undefined): string =>
    list === undefined || list.length === 0 ? '' : `${word} ${list.join(', ')}`;
  return [
    profile.kind ?? '',
    profile.style ?? '',
    profile.picture === false ? 'without pictures' : '',
    profile.period ? `on ${profile.period}` : '',
    profile.length === undefined ? '' : `length: ${profile.length}`,
    profile.format === undefined || profile.format === 'message' ? '' : `with a file (${profile.format})`,
    named('without', profile.without),
    named('only', profile.countries),
    named('without', profile.withoutCountries),
    profile.least === undefined || profile.least === 'any' ? '' : `${profile.least} only`,
    named('quiet on', profile.quiet),
    profile.empty === undefined ? '' : `empty days: ${profile.empty}`,
    profile.leap === undefined ? '' : `29 February: ${profile.leap}`,
    profile.grace === undefined ? '' : `up to ${profile.grace} h late`,
    profile.thread ? 'with a thread' : '',
    profile.pin ? 'pinned' : '',
    profile.mention ? `mentions ${profile.mention}` : '',
    profile.review ? `approved in ${profile.review} first` : '',
  ].filter((part) => part !== '');
}
