import * as Plot from '@observablehq/plot';
import type { TimelineDrawing } from './model.ts';
import { titleMark } from './plot-title.ts';
import { pictureWidth, type Theme } from './theme.ts';
import { timeTicks } from './time-ticks.ts';
import {
  labelSize,
  layoutTimeline,
  lineHeight,
  type PlacedMark,
  type TimelineLayout,
} from './timeline-layout.ts';

/** Pixels between two ticks at least. */
const tickRoom = 40;

/** A line of time from top to bottom, with the label of each mark to its right. */
export function plotTimeline(drawing: TimelineDrawing, theme: Theme): Plot.PlotOptions {
  const layout = layoutTimeline(drawing);
  const { axis, height } = layout;
  const margins = { marginTop: axis.pixels[0], marginLeft: axis.left };
  const ticks = timeTicks(...axis.years, Math.floor((axis.pixels[1] - axis.pixels[0]) / tickRoom));
  const words = new Map(ticks.map((tick) => [tick.year, tick.words]));
  return {
    height,
    ...margins,
    marginRight: 0,
    marginBottom: height - axis.pixels[1],
    x: { type: 'linear', domain: [0, pictureWidth - axis.left], axis: null },
    y: { type: 'linear', domain: [...axis.years], axis: null, reverse: true },
    marks: [
      titleMark(layout.title, margins, theme),
      Plot.axisY(
        ticks.map((tick) => tick.year),
        {
          label: null,
          tickSize: 6,
          fontSize: 12,
          fill: theme.soft,
          stroke: theme.rule,
          tickFormat: (year: number) => words.get(year) ?? '',
        },
      ),
      Plot.ruleX([0], { stroke: theme.rule, strokeWidth: 2 }),
      ...leaders(layout, theme),
      ...dots(layout, theme),
      ...labels(layout, theme),
    ],
  };
}

/** Lines from each time to its label. */
function leaders(layout: TimelineLayout, theme: Theme): readonly Plot.Markish[] {
  const steps = layout.marks.flatMap((each) =>
    !each.leads
      ? []
      : [
          { x: 0, year: each.year, of: each },
          { x: 12, year: yearAt(layout, each.top + lineHeight / 2), of: each },
          { x: 20, year: yearAt(layout, each.top + lineHeight / 2), of: each },
        ],
  );
  return [Plot.line(steps, { x: 'x', y: 'year', z: 'of', stroke: theme.soft, strokeWidth: 1 })];
}

function dots({ marks }: TimelineLayout, theme: Theme): readonly Plot.Markish[] {
  return [
    Plot.dot(marks, {
      x: () => 0,
      y: 'year',
      r: 4.5,
      fill: (each: PlacedMark) => (each.mark.announced ? theme.paper : theme.accent),
      stroke: theme.accent,
      strokeWidth: 1.5,
    }),
  ];
}

/** The date in bold, and the titles of that day under it. */
function labels(layout: TimelineLayout, theme: Theme): readonly Plot.Markish[] {
  const { marks, axis } = layout;
  const common = {
    x: (each: PlacedMark) => each.left - axis.left,
    y: (each: PlacedMark) => yearAt(layout, each.top),
    textAnchor: 'start',
    lineAnchor: 'top',
    fontSize: labelSize,
    lineHeight: lineHeight / labelSize,
  } as const;
  return [
    Plot.text(
      marks.filter(({ leads }) => leads),
      {
        ...common,
        text: (each: PlacedMark) => each.mark.when,
        fontWeight: 'bold',
        fill: theme.accent,
        dy: 2,
      },
    ),
    Plot.text(marks, {
      ...common,
      text: (each: PlacedMark) => each.lines.join('\n'),
      fill: theme.ink,
      // The date stands above it, where it has one.
      y: (each: PlacedMark) => yearAt(layout, each.top + (each.leads ? lineHeight : 0)),
      dy: 2,
    }),
  ];
}

/** The time that stands at a height of the picture, in years. */
function yearAt({ axis }: TimelineLayout, pixel: number): number {
  const [top, bottom] = axis.pixels;
  const [from, until] = axis.years;
  return from + ((pixel - top) / (bottom - top)) * (until - from);
}
