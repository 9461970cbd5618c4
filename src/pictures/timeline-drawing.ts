import type { NonEmpty } from '../answer/model.ts';
import type { PictureBlock } from '../document/model.ts';
import { byImportance } from '../knowledge/importance.ts';
import type { Event } from '../knowledge/model.ts';
import { rangeWords } from '../text/date-words.ts';
import { daysOf } from '../text/time-expressions.ts';
import type { Drawing, TimelineDrawing, TimelineMark } from './model.ts';
import type { Pictures } from './port.ts';

/** Labels that one picture holds and a phone still shows. */
const mostMarks = 10;
/** Fewer events than this are told faster in words. */
const fewestMarks = 3;

/** The most important of the events on a line of time; undefined for fewer than are worth it, as a rule three. */
export function timelineDrawing(
  events: readonly Event[],
  title: string,
  fewest = fewestMarks,
): TimelineDrawing | undefined {
  const chosen = new Set(byImportance(events).slice(0, mostMarks));
  const marks = events.filter((event) => chosen.has(event)).map(markOf);
  if (!isFull(marks, fewest)) return undefined;
  const left = events.length - marks.length;
  const rest = left === 0 ? '' : ` ${left} more are not drawn.`;
  return {
    type: 'timeline',
    title,
    marks,
    alt: `Timeline. ${title}. ${marks.map(markWords).join('; ')}.${rest}`,
  };
}

/** The block that a message on these events may carry; undefined where there is nothing to draw or nothing to draw with. */
export async function timelinePicture(
  events: readonly Event[],
  title: string,
  pictures: Pictures | undefined,
): Promise<PictureBlock | undefined> {
  const drawing = timelineDrawing(events, title);
  return drawing === undefined ? undefined : await pictures?.png(drawing);
}

const markOf = (event: Event): TimelineMark => ({
  ...daysOf(event.date, event.endDate),
  when: rangeWords(event.date, event.endDate),
  label: event.title,
  announced: event.status === 'announced',
});

const markWords = (mark: TimelineMark): string =>
  `${mark.when}${mark.announced ? ' (announced)' : ''}: ${mark.label}`;

const isFull = (marks: readonly TimelineMark[], fewest: number): marks is NonEmpty<TimelineMark> =>
  marks.length >= fewest;

/** A block that holds a drawing as data, to be drawn when it is sent. */
export const pictureOf = (drawing: Drawing): PictureBlock => ({
  type: 'picture',
  png: new Uint8Array(),
  name: `${drawing.type}.png`,
  alt: drawing.alt,
  drawing,
});
