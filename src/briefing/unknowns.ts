import { andWords } from '../answer/facts/fact.ts';
import type { Library } from '../answer/library.ts';
import type { Period } from '../lookup/period.ts';
import type { Holdings } from '../lookup/shelf.ts';
import { dateWords } from '../text/date-words.ts';

/** What a briefing has to own up to: kinds of record that are missing, what is only announced or doubtful, where the data ends. */
export function unknowns(
  holdings: Holdings,
  people: number,
  period: Period,
  library: Library,
): readonly string[] {
  const { events, quotations, figures } = holdings;
  const missing = [
    events.length === 0 ? 'events' : undefined,
    people === 0 ? 'people' : undefined,
    quotations.length === 0 ? 'quotations' : undefined,
    figures.length === 0 ? 'figures' : undefined,
  ].filter((each) => each !== undefined);
  const announced = events.filter((event) => event.status === 'announced').length;
  const doubtful = events.filter((event) => event.confidence === 'low').length;
  const disputed = events.filter((event) => event.note !== undefined).length;
  return [
    missing.length === 0 ? '' : `No ${andWords(missing, 'or')} on this in the data.`,
    announced === 0
      ? ''
      : `${countOf(announced)} known from advance notices only, not from a report that it took place.`,
    doubtful === 0 ? '' : `${countOf(doubtful)} not well attested.`,
    disputed === 0
      ? ''
      : `${countOf(disputed)} with a note on the date or on sources that differ; /timeline shows it.`,
    endOf(holdings, period, library),
  ].filter((line) => line !== '');
}

const countOf = (count: number): string => (count === 1 ? 'One event' : `${count} events`);

/** Where the records on it stop, if the period goes on after that. */
function endOf({ events }: Holdings, period: Period, library: Library): string {
  const last = events.at(-1);
  const ends = library.until;
  if (last === undefined || (period.until !== undefined && period.until <= ends)) return '';
  return `Anything after ${dateWords(last.endDate ?? last.date)}; the data ends on ${dateWords(ends)}.`;
}
