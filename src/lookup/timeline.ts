import type { Library } from '../answer/library.ts';
import { paragraph, SourceList } from '../document/build.ts';
import type { Document } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import { button, buttons } from './buttons.ts';
import { citeEvent, eventItem, sentence } from './cited.ts';
import { narrow } from './narrow.ts';
import { nothing } from './nothing.ts';
import { type Period, periodWords } from './period.ts';
import { readAs } from './sections.ts';
import type { Subject } from './subject.ts';

/** Items handed to a platform at a time; it may show fewer. */
const page = 25;

/** What a timeline was asked for. `options` are the raw ones, for the button that shows the rest. */
export interface TimelineRequest {
  readonly subject: Subject;
  readonly period: Period;
  readonly start: number;
  readonly options: Readonly<Record<string, string>>;
}

/** The events that a request is about, oldest first. */
export function timelineEvents({ subject, period }: TimelineRequest): readonly Event[] {
  return narrow(subject.holdings, { ...subject.period, ...period }).events;
}

/** The events of a subject in a period, oldest first. */
export function timeline(request: TimelineRequest, library: Library): Document {
  const { subject, start } = request;
  const period = { ...subject.period, ...request.period };
  const when = periodWords(period);
  const events = timelineEvents(request);
  const about = `${subject.label}${when === '' ? '' : ` ${when}`}`;
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return emptyTimeline(about, subject, period, library);
  const shown = events.slice(start, start + page);
  if (shown.length === 0) {
    const again = button('From the start', 'timeline', request.options);
    return nothing(`The timeline of ${about} ends before that.`, library, [last], [again]);
  }
  const sources = new SourceList();
  const items = shown.map((event) => eventItem(event, sources));
  const hidden = events.length - start - shown.length;
  const more = {
    command: 'timeline',
    options: { ...request.options, ...(start > 0 ? { start: `${start}` } : {}) },
  };
  return {
    kind: 'answer',
    title: `Timeline: ${subject.label}`,
    blocks: [
      paragraph(...headSpans(events, when, start, sources)),
      ...readAs(subject),
      { type: 'list', items, more, ...(hidden > 0 ? { hidden } : {}) },
      ...buttons(...nextSteps(request)),
    ],
    sources: sources.all,
  };
}

function headSpans(
  events: readonly Event[],
  when: string,
  start: number,
  sources: SourceList,
): ReturnType<typeof sentence> {
  const [first, last] = [events[0], events.at(-1)] as [Event, Event];
  const count = events.length === 1 ? 'One event' : `${events.length} events`;
  if (start > 0) return sentence(`From the ${ordinal(start + 1)} of ${events.length} events on.`, []);
  const cites = [citeEvent(first, sources), citeEvent(last, sources)];
  if (when !== '') return sentence(`${count} ${when}.`, cites);
  const dates = [dateWords(first.date), dateWords(last.endDate ?? last.date)];
  return sentence(`${count} here: ${[...new Set(dates)].join(' to ')}.`, cites);
}

function ordinal(number: number): string {
  const [tens, ones] = [number % 100, number % 10];
  const suffix = tens > 10 && tens < 14 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[ones] ?? 'th');
  return `${number}${suffix}`;
}

const nextSteps = ({ subject, options }: TimelineRequest): ReturnType<typeof button>[] => [
  button('About', 'about', { subject: options.subject ?? subject.typed }),
  button('Brief', 'brief', { topic: options.subject ?? subject.typed }),
  button('Picture', 'timeline', { ...options, picture: 'yes' }),
];

/** Nothing in the period: what came last before it and first after it. */
function emptyTimeline(about: string, subject: Subject, period: Period, library: Library): Document {
  const { events } = subject.holdings;
  const before = events.findLast((event) => event.date < (period.from ?? ''));
  const after = events.find((event) => event.date > (period.until ?? '9999'));
  const nearest = [before, after].filter((event) => event !== undefined);
  const whole = events.length === 0 ? [] : [button('Whole timeline', 'timeline', { subject: subject.typed })];
  return nothing(`Nothing here on ${about}.`, library, nearest, whole);
}
