import type { Library } from '../answer/library.ts';
import { SourceList, text } from '../document/build.ts';
import type { Document } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { button, buttons } from '../lookup/buttons.ts';
import { nameFor } from '../lookup/find-entity.ts';
import { firstFitting } from '../lookup/first-fitting.ts';
import { narrow } from '../lookup/narrow.ts';
import { nothing } from '../lookup/nothing.ts';
import { type Period, periodWords } from '../lookup/period.ts';
import { asOf, listSection, readAs } from '../lookup/sections.ts';
import type { Holdings } from '../lookup/shelf.ts';
import type { Subject } from '../lookup/subject.ts';
import { type Involved, involvedIn } from './people.ts';
import { type BriefingSizes, briefingSections, chatSizes, inOneLine } from './sections.ts';
import { unknowns } from './unknowns.ts';

/** What a briefing is asked for. */
export interface BriefingRequest {
  readonly subject: Subject;
  readonly period: Period;
  /** The reader's present day. */
  readonly today: string;
  /** Given for a file; a chat message gets as much as fits. */
  readonly sizes?: BriefingSizes;
}

/**
 * A first briefing on a subject in a period: in one line, what happened, who, what was said, in figures, and what the
 * desk does not know. Empty sections are left out and named at the end.
 */
export function composeBriefing(request: BriefingRequest, library: Library): Document {
  const { subject } = request;
  const period = { ...subject.period, ...request.period };
  const when = periodWords(period);
  const about = `${subject.label}${when === '' ? '' : ` ${when}`}`;
  const holdings = narrow(subject.holdings, period);
  if (holdings.events.length === 0 && holdings.articles.length === 0)
    return nothingToBrief(about, subject, period, library);
  const people = involvedIn(holdings.events, library).filter(({ person }) => person !== subject.entity);
  const content = { about, period, holdings, people };
  return firstFitting(request.sizes === undefined ? chatSizes : [request.sizes], (each) =>
    compose(request, content, each, library),
  );
}

interface Content {
  readonly about: string;
  readonly period: Period;
  readonly holdings: Holdings;
  readonly people: readonly Involved[];
}

function compose(
  { subject, today }: BriefingRequest,
  { about, period, holdings, people }: Content,
  shown: BriefingSizes,
  library: Library,
): Document {
  const sources = new SourceList();
  return {
    kind: 'answer',
    title: `Brief: ${about}`,
    blocks: [
      inOneLine(about, subject, holdings, library, sources),
      ...readAs(subject),
      ...briefingSections(subject, holdings, people, shown, library, sources),
      ...listSection(
        'What the desk does not know',
        unknowns(holdings, people.length, period, library).map((line) => ({ spans: [text(line)] })),
      ),
      asOf(today),
      ...buttons(...nextSteps(subject, period, people, library)),
    ],
    sources: sources.all,
  };
}

function nextSteps(
  subject: Subject,
  period: Period,
  people: readonly Involved[],
  library: Library,
): readonly ReturnType<typeof button>[] {
  const options = {
    subject: subject.typed,
    ...(period.from === undefined ? {} : { from: period.from }),
    ...(period.until === undefined ? {} : { to: period.until }),
  };
  const who = people
    .slice(0, 2)
    .map(({ person }) => button(`Who: ${person.name}`, 'who', { name: nameFor(person, library) }));
  return [
    button('Timeline', 'timeline', options),
    button('About', 'about', { subject: subject.typed }),
    ...who,
  ];
}

/** Nothing in the period: what came last before it and first after it. */
function nothingToBrief(about: string, subject: Subject, period: Period, library: Library): Document {
  const { events } = subject.holdings;
  const nearest: readonly (Event | undefined)[] = [
    events.findLast((event) => event.date < (period.from ?? '')),
    events.find((event) => event.date > (period.until ?? '9999')),
  ];
  const whole =
    events.length === 0 ? [] : [button('Brief without a period', 'brief', { topic: subject.typed })];
  return nothing(
    `Nothing here on ${about}.`,
    library,
    nearest.filter((event) => event !== undefined),
    whole,
  );
}
