import type { Block, PictureBlock } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import { pictureOf, timelineDrawing } from '../pictures/timeline-drawing.ts';
import type { Schedule } from '../store/ports.ts';
import { type DayItem, isRound } from './on-this-day.ts';
import { profileOf } from './profile.ts';

/** One event makes no line of time. */
const fewest = 2;

/**
 * The picture that a digest carries: a line of time of the lines it shows, where one of them is a round anniversary and the
 * schedule wants pictures. It is frozen as what it shows, and drawn whenever it is sent.
 */
export function anniversaryPicture(
  items: readonly DayItem[],
  title: string,
  schedule: Schedule | undefined,
): readonly [] | readonly [PictureBlock] {
  const isWanted = schedule === undefined || profileOf(schedule).picture;
  if (!isWanted || !items.some(({ years }) => isRound(years))) return [];
  const events = [...new Set(items.map(({ event }) => event))].toSorted(byDate);
  const drawing = timelineDrawing(events, title, fewest);
  return drawing === undefined ? [] : [pictureOf(drawing)];
}

const byDate = (left: Event, right: Event): number =>
  left.date < right.date ? -1 : left.date > right.date ? 1 : 0;

/** Whether a block is a picture that stands for the lines of a digest, and changes with them. */
export const isAnniversaryPicture = (block: Block): boolean =>
  block.type === 'picture' && block.drawing?.type === 'timeline';
