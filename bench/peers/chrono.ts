import * as chrono from 'chrono-node';
import type { Reader } from './model.ts';

const pad = (value: number | null): string => String(value ?? 0).padStart(2, '0');

/** As exact as what it is certain of; a weekday makes the day certain. */
function timexOf(found: chrono.ParsedComponents): string {
  const month = `${found.get('year')}-${pad(found.get('month'))}`;
  const day = `${month}-${pad(found.get('day'))}`;
  if (found.isCertain('hour')) return `${day}T${pad(found.get('hour'))}:${pad(found.get('minute'))}`;
  if (found.isCertain('day') || found.isCertain('weekday')) return day;
  if (found.isCertain('month')) return month;
  return found.isCertain('year') ? String(found.get('year')) : day;
}

/** Knows points in time, and no stretches of it. */
export const chronoNode: Reader = {
  name: 'chrono-node',
  dates: (text, published) =>
    chrono.parse(text, new Date(`${published}T12:00:00`)).map((found) => ({
      start: found.index,
      end: found.index + found.text.length,
      value: timexOf(found.start),
    })),
};
