import type { Library } from '../answer/library.ts';
import type { NonEmpty } from '../answer/model.ts';
import { paragraph, SourceList, text } from '../document/build.ts';
import type { Block, Document } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { button, buttons } from '../lookup/buttons.ts';
import { citeEvent, citeUnits, eventItem, sentence } from '../lookup/cited.ts';
import { nameFor } from '../lookup/find-entity.ts';
import { firstFitting } from '../lookup/first-fitting.ts';
import { mostImportant } from '../lookup/important.ts';
import { narrow } from '../lookup/narrow.ts';
import { nothing } from '../lookup/nothing.ts';
import { type Period, periodWords } from '../lookup/read-period.ts';
import { figureItem } from '../lookup/said.ts';
import { asOf, listSection, readAs, saidSections } from '../lookup/sections.ts';
import type { Holdings } from '../lookup/shelf.ts';
import type { Subject } from '../lookup/subject.ts';
import { rangeWords } from '../text/date-words.ts';
import { type Involved, involvedIn, involvedItem } from './people.ts';
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

/** How many items each section gets; a chat message takes fewer than a file. */
export interface BriefingSizes {
  readonly events: number;
  readonly people: number;
  readonly quotations: number;
  readonly figures: number;
}

const sizes = (events: number, people: number, quotations: number, figures: number): BriefingSizes => ({
  events,
  people,
  quotations,
  figures,
});

/** From the fullest briefing that a chat message may hold to the shortest. */
const chatSizes: NonEmpty<BriefingSizes> = [
  sizes(9, 6, 4, 4),
  sizes(8, 5, 3, 3),
  sizes(7, 4, 2, 3),
  sizes(6, 3, 2, 2),
  sizes(5, 3, 2, 1),
  sizes(5, 2, 1, 1),
  sizes(4, 2, 1, 1),
];

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
      ...sections(subject, holdings, people, shown, library, sources),
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
  subject: Subject,
  { events, quotations, figures }: Holdings,
  people: readonly Involved[],
  shown: BriefingSizes,
  library: Library,
  sources: SourceList,
): readonly Block[] {
  const important = mostImportant(events, shown.events, library, subject.entity?.id);
  const shownPeople = people.slice(0, shown.people);
  const shownFigures = figures.slice(0, shown.figures);
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
    ...saidSections(quotations, shown.quotations, library, citeUnits(sources)),
    ...listSection(
      'In figures',
      shownFigures.map((unit) => figureItem(unit, citeUnits(sources))),
      figures.length - shownFigures.length,
    ),
  ];
}

/** How much there is, and the one thing to know. */
function inOneLine(
  about: string,
  subject: Subject,
  { events, articles }: Holdings,
  library: Library,
  sources: SourceList,
): Block {
  const [top] = mostImportant(events, 1, library, subject.entity?.id);
  if (top === undefined)
    return paragraph(`${about}: no event here, but ${counted(articles.length, 'article')} on it.`);
  const many = events.length === 1 ? 'one event' : `${events.length} events, the most important`;
  const where = top.place?.city === undefined ? '' : `, ${top.place.city}`;
  const words = `${about}, ${many}: ${rangeWords(top.date, top.endDate)}${where}: ${top.title}.`;
  return paragraph(...sentence(words, [citeEvent(top, sources)]));
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
