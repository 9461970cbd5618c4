import * as Plot from '@observablehq/plot';
import type { MeetingsDrawing, MeetingsPair } from './model.ts';
import { titleLines, titleMark, titleRoom } from './plot-title.ts';
import { pictureWidth, type Theme } from './theme.ts';
import { margin } from './timeline-layout.ts';
import { wrapText } from './wrap-text.ts';

const cell = 30;
const nameSize = 12;

/**
 * Half a table of pairs. Each name stands once, on the diagonal: to the left of it is its row, under it its column, so no
 * name has to be turned on its side.
 */
export function plotMeetings({ title, names, pairs }: MeetingsDrawing, theme: Theme): Plot.PlotOptions {
  const lines = titleLines(title);
  const margins = { marginTop: titleRoom(lines) + 22, marginLeft: margin };
  const side = cell * names.length;
  const most = Math.max(...pairs.map((pair) => pair.count));
  const room = pictureWidth - margin;
  return {
    height: margins.marginTop + side + margin,
    ...margins,
    marginRight: margin,
    marginBottom: margin,
    x: { type: 'linear', domain: [0, (room - margin) / cell], axis: null },
    y: { type: 'linear', domain: [0, names.length], reverse: true, axis: null },
    marks: [
      titleMark(lines, margins, theme),
      hint(theme),
      Plot.rect(empty(names.length), { ...box, fill: theme.rule, fillOpacity: 0.35 }),
      Plot.rect(pairs, {
        ...box,
        fill: theme.accent,
        fillOpacity: (pair: MeetingsPair) => 0.18 + 0.27 * (pair.count / most),
      }),
      Plot.text(pairs, {
        x: (pair: MeetingsPair) => pair.one + 0.5,
        y: (pair: MeetingsPair) => pair.other + 0.5,
        text: 'count',
        fontSize: 13,
        fontWeight: 'bold',
        fill: theme.ink,
      }),
      Plot.text(names, {
        x: (_: string, index: number) => index + 0.15,
        y: (_: string, index: number) => index + 0.5,
        text: (name: string, index: number) =>
          wrapText(name, nameSize, room - index * cell - 8, 1)[0] ?? name,
        textAnchor: 'start',
        fontSize: nameSize,
        fill: theme.ink,
      }),
    ],
  };
}

const box = {
  x1: (pair: MeetingsPair) => pair.one,
  x2: (pair: MeetingsPair) => pair.one + 1,
  y1: (pair: MeetingsPair) => pair.other,
  y2: (pair: MeetingsPair) => pair.other + 1,
  inset: 1,
  rx: 3,
} as const;

/** All cells of the half table. */
const empty = (count: number): readonly MeetingsPair[] =>
  Array.from({ length: count }, (_, other) =>
    Array.from({ length: other }, (_, one) => ({ one, other, count: 0 })),
  ).flat();

const hint = (theme: Theme): Plot.Markish =>
  Plot.text(['Talks of at most four named people in which both took part'], {
    frameAnchor: 'top-left',
    textAnchor: 'start',
    lineAnchor: 'middle',
    dx: 0,
    dy: -14,
    fontSize: 12,
    fill: theme.soft,
  });
