import type { Library } from '../answer/library.ts';
import { paragraph, SourceList, text } from '../document/build.ts';
import type { Block, Document } from '../document/model.ts';
import { byImportance } from '../knowledge/importance.ts';
import type { Event } from '../knowledge/model.ts';
import { button, buttons } from '../lookup/buttons.ts';
import { citeEvent, eventItem, eventWords, sentence } from '../lookup/cited.ts';
import { nameFor } from '../lookup/find-entity.ts';
import { mostImportant } from '../lookup/important.ts';
import { narrow } from '../lookup/narrow.ts';
import { nothing } from '../lookup/nothing.ts';
import { type Period, periodWords } from '../lookup/read-period.ts';
import { figureItem } from '../lookup/said.ts';
import { asOf, listSection, readAs, saidSections } from '../lookup/sections.ts';
import type { Holdings } from '../lookup/shelf.ts';
import type { Subject } from '../lookup/subject.ts';
import { type Involved, involvedIn, involvedItem } from './people.ts';
import { unknowns } from './unknowns.ts';

/** What a briefing is asked for. */
export interface BriefingRequest {
  readonly subject: Subject;
  readonly period: Period;
  /** The reader's present day. */
  readonly today: string;
  readonly sizes?: BriefingSizes;
}

/** How many items each section gets; a chat message takes fewer than a file. */
export interface BriefingSizes {
  readonly events: number;
  readonly people: number;
  readonly quotations: number;
  readonly figures: number;
}

export const chatSizes: BriefingSizes = { events: 6, people: 4, quotations: 2, figures: 3 };

/**
 * A first briefing on a subject in a period: in one line, what happened, who, what was said, in figures, and what the
 * desk does not know. Empty sections are left out and named at the end.
 */
export function composeBriefing(request: BriefingRequest, library: Library): Document {
  const { subject, today } = request;
  const period = { ...subject.period, ...request.period };
  const when = periodWords(period);
  const about = `${subject.label}${when === '' ? '' : ` ${when}`}`;
  const holdings = narrow(subject.holdings, period);
  if (holdings.events.length === 0 && holdings.articles.length === 0)
    return nothingToBrief(about, subject, period, library);
  const sources = new SourceList();
  const people = involvedIn(holdings.events, library).filter(({ person }) => person !== subject.entity);
  return {
    kind: 'answer',
    title: `Brief: ${about}`,
    blocks: [
      inOneLine(about, holdings, sources),
      ...readAs(subject),
      ...sections(request, holdings, people, library, sources),
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

function sections(
  { subject, sizes = chatSizes }: BriefingRequest,
  { events, quotations, figures }: Holdings,
  people: readonly Involved[],
  library: Library,
  sources: SourceList,
): readonly Block[] {
  const important = mostImportant(events, sizes.events, library, subject.entity?.id);
  const shownPeople = people.slice(0, sizes.people);
  const shownFigures = figures.slice(0, sizes.figures);
  return [
    ...listSection(
      'What happened',
      important.map((event) => eventItem(event, sources, important.length <= 3)),
      events.length - important.length,
    ),
    ...listSection(
      'Who',
      shownPeople.map((each) => involvedItem(each, library, sources)),
      people.length - shownPeople.length,
    ),
    ...saidSections(quotations, sizes.quotations, library, sources),
    ...listSection(
      'In figures',
      shownFigures.map((unit) => figureItem(unit, sources)),
      figures.length - shownFigures.length,
    ),
  ];
}

/** How much there is, and the one thing to know. */
function inOneLine(about: string, { events, articles }: Holdings, sources: SourceList): Block {
  const [top] = byImportance(events);
  if (top === undefined)
    return paragraph(`${about}: no event here, but ${counted(articles.length, 'article')} on it.`);
  const words = eventWords(top);
  if (events.length === 1)
    return paragraph(...sentence(`${about}, one event: ${words}.`, [citeEvent(top, sources)]));
  return paragraph(
    ...sentence(`${about}: ${events.length} events, above all ${words}.`, [citeEvent(top, sources)]),
  );
}

const counted = (count: number, what: string): string => (count === 1 ? `one ${what}` : `${count} ${what}s`);

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
