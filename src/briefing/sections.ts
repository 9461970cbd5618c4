import type { Library } from '../answer/library.ts';
import type { NonEmpty } from '../answer/model.ts';
import { paragraph, type SourceList } from '../document/build.ts';
import type { Block } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { citeEvent, citeUnits, eventItem, sentence } from '../lookup/cited.ts';
import { mostImportant } from '../lookup/important.ts';
import { type Period, periodWords } from '../lookup/period.ts';
import { figureItem } from '../lookup/said.ts';
import { listSection, saidSections } from '../lookup/sections.ts';
import { sentenceCase } from '../lookup/sentence-case.ts';
import type { Holdings } from '../lookup/shelf.ts';
import type { Subject } from '../lookup/subject.ts';
import { rangeWords } from '../text/date-words.ts';
import { type Involved, involvedItem } from './people.ts';

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
export const chatSizes: NonEmpty<BriefingSizes> = [
  sizes(9, 6, 4, 4),
  sizes(8, 5, 3, 3),
  sizes(7, 4, 2, 3),
  sizes(6, 3, 2, 2),
  sizes(5, 3, 2, 1),
  sizes(5, 2, 1, 1),
  sizes(4, 2, 1, 1),
];

/** The same for a message that goes with a file and a picture of its events. */
export const coverSizes: NonEmpty<BriefingSizes> = [
  sizes(5, 3, 1, 1),
  sizes(4, 2, 1, 1),
  sizes(4, 1, 1, 0),
  sizes(3, 1, 1, 0),
  sizes(3, 1, 0, 0),
  sizes(2, 0, 0, 0),
];

/** What happened, who, what was said, and figures; a section without items is left out. */
export function briefingSections(
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
export function inOneLine(
  about: string,
  subject: Subject,
  { events, articles }: Holdings,
  period: Period,
  library: Library,
  sources: SourceList,
): Block {
  const [top] = mostImportant(events, 1, library, subject.entity?.id);
  if (top === undefined)
    return paragraph(
      `${sentenceCase(about)}: no event here, but ${counted(articles.length, 'article')} on it.`,
    );
  const many = events.length === 1 ? 'one event' : `${events.length} events${spanWords(events, period)}`;
  const most = events.length === 1 ? `, ${onWords(top)}` : `. The most important, ${onWords(top)}`;
  const words = `${sentenceCase(about)}: ${many}${most}: ${top.title}.`;
  return paragraph(...sentence(words, [citeEvent(top, sources)]));
}

/** ` from 20 April to 5 May 2023`; nothing where the period is said already, or a date is not known to the day. */
function spanWords(events: readonly Event[], period: Period): string {
  const [from, until] = [events[0]?.date ?? '', events.at(-1)?.date ?? ''];
  if (period.from !== undefined || period.until !== undefined || from === until) return '';
  return from.length < 10 || until.length < 10
    ? ` from ${from.slice(0, 4)} to ${until.slice(0, 4)}`
    : ` ${periodWords({ from, until })}`;
}

/** `on 4 July 2023 in New Delhi`, `in December 2004`; the place where the title does not have it. */
function onWords({ date, endDate, place, title }: Event): string {
  const city = place?.city === undefined || title.includes(place.city) ? '' : ` in ${place.city}`;
  return `${date.length === 10 ? 'on' : 'in'} ${rangeWords(date, endDate)}${city}`;
}

const counted = (count: number, what: string): string => (count === 1 ? `one ${what}` : `${count} ${what}s`);
