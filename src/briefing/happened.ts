import type { SourceList } from '../document/build.ts';
import { eventItem } from '../lookup/cited.ts';
import { mostImportant } from '../lookup/important.ts';
import { countsDrawing } from '../pictures/counts-drawing.ts';
import { timelineDrawing } from '../pictures/timeline-drawing.ts';
import type { FileSizes, Material } from './material.ts';
import type { Piece } from './model.ts';
import { drawn, listOf } from './pieces.ts';

/** The events that stand under what happened, in order of time. */
export const shownEvents = ({ subject, holdings, library }: Material, { events }: FileSizes) =>
  mostImportant(holdings.events, events, library, subject.entity?.id);

/** The most important events in order of time, with a line of time of those and how many fell in each month or year. */
export function happened(material: Material, sizes: FileSizes, sources: SourceList): readonly Piece[] {
  const { about, holdings } = material;
  const chosen = shownEvents(material, sizes);
  const items = chosen.map((event) => eventItem(event, sources, sizes.summaries));
  return [
    ...drawn(timelineDrawing(chosen, about)),
    ...listOf(items, holdings.events.length - chosen.length),
    ...drawn(countsDrawing(holdings.events, about)),
  ];
}
