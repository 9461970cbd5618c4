import type { Library } from '../answer/library.ts';
import { quiet, SourceList, text } from '../document/build.ts';
import type { Block, Document } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { button, buttons } from '../lookup/buttons.ts';
import { nameFor } from '../lookup/find-entity.ts';
import { firstFitting } from '../lookup/first-fitting.ts';
import { mostImportant } from '../lookup/important.ts';
import { nothing } from '../lookup/nothing.ts';
import { asOf, listSection, readAs } from '../lookup/sections.ts';
import { meetingsDrawing } from '../pictures/meetings-drawing.ts';
import type { Drawing } from '../pictures/model.ts';
import { pictureOf, timelineDrawing } from '../pictures/timeline-drawing.ts';
import { periodOption } from './compose-file.ts';
import { type BriefingRequest, type Material, materialOf } from './material.ts';
import { type BriefingSizes, briefingSections, chatSizes, coverSizes, inOneLine } from './sections.ts';
import { unknowns } from './unknowns.ts';

/** A message, and the picture that it carries once it is drawn. */
export interface ComposedMessage {
  readonly document: Document;
  /** Drawn in place of the picture block that `document` holds for it. */
  readonly drawing?: Drawing;
}

/** What goes with a message, and what it may lead to. */
export interface Enclosures {
  /** Whether the desk can make PDF: no button leads to what it cannot do. */
  readonly printable: boolean;
  /** Whether a picture is to be drawn, where there is something to draw. */
  readonly pictured: boolean;
  /** Name of the file that holds the whole of it. */
  readonly file?: string;
}

/**
 * A briefing as one chat message: in one line, what happened, who, what was said, in figures, and what the desk does not
 * know. Empty sections are left out and named at the end. With a file it is shorter.
 */
export function composeMessage(
  request: BriefingRequest,
  library: Library,
  enclosed: Enclosures,
): ComposedMessage {
  const material = materialOf(request, library);
  const { holdings } = material;
  if (holdings.events.length === 0 && holdings.articles.length === 0)
    return { document: nothingToBrief(material) };
  const made = new Map<Document, Drawing | undefined>();
  const document = firstFitting(enclosed.file === undefined ? chatSizes : coverSizes, (shown) => {
    const drawing = enclosed.pictured ? drawingFor(material, shown) : undefined;
    const message = compose(material, shown, drawing, enclosed);
    made.set(message, drawing);
    return message;
  });
  const drawing = made.get(document);
  return drawing === undefined ? { document } : { document, drawing };
}

/** The message alone, without pictures. */
export const composeBriefing = (request: BriefingRequest, library: Library): Document =>
  composeMessage(request, library, { pictured: false, printable: false }).document;

/**
 * Who met whom, where a person or two countries are the subject and there are enough talks to draw; else the events shown on
 * a line of time, from three on; else nothing.
 */
function drawingFor(
  { holdings, library, subject, about, named }: Material,
  shown: BriefingSizes,
): Drawing | undefined {
  const isOfPeople =
    named.some(({ kind }) => kind === 'person') || named.filter(({ kind }) => kind === 'country').length > 1;
  const meetings = isOfPeople ? meetingsDrawing(holdings.events, about, library) : undefined;
  const events = mostImportant(holdings.events, shown.events, library, subject.entity?.id);
  return meetings ?? timelineDrawing(events, about);
}

function compose(
  material: Material,
  shown: BriefingSizes,
  drawing: Drawing | undefined,
  { file, printable }: Enclosures,
): Document {
  const { about, subject, holdings, people, period, today, library } = material;
  const sources = new SourceList();
  return {
    kind: 'answer',
    title: `Brief: ${about}`,
    blocks: [
      inOneLine(about, subject, holdings, period, library, sources),
      ...readAs(subject),
      ...placeFor(drawing),
      ...briefingSections(subject, holdings, people, shown, library, sources),
      ...listSection(
        'What the desk does not know',
        unknowns(holdings, people.length, period, library).map((line) => ({ spans: [text(line)] })),
      ),
      ...(file === undefined ? [] : [quiet(`In full, with the same numbers: ${file}`)]),
      asOf(today),
      ...buttons(...nextSteps(material, printable)),
    ],
    sources: sources.all,
  };
}

/** An empty picture that holds the place and the words of the one to come. */
const placeFor = (drawing: Drawing | undefined): readonly Block[] =>
  drawing === undefined ? [] : [pictureOf(drawing)];

function nextSteps(
  { subject, period, people, library }: Material,
  printable: boolean,
): readonly ReturnType<typeof button>[] {
  const typed = periodOption(period);
  const options = {
    subject: subject.typed,
    ...(period.from === undefined ? {} : { from: period.from }),
    ...(period.until === undefined ? {} : { to: period.until }),
  };
  const whole = { topic: subject.typed, ...(typed === undefined ? {} : { period: typed }), length: 'full' };
  const names = people
    .slice(0, 1)
    .map(({ person }) => button(`Who: ${person.name}`, 'who', { name: nameFor(person, library) }));
  return [
    button('Timeline', 'timeline', options),
    button('Full briefing', 'brief', { ...whole, format: 'html' }),
    ...(printable ? [button('PDF', 'brief', { ...whole, format: 'pdf' })] : []),
    button('About', 'about', { subject: subject.typed }),
    ...names,
  ];
}

/** Nothing in the period: what came last before it and first after it. */
function nothingToBrief({ about, subject, period, library }: Material): Document {
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
