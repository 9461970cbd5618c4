import * as Plot from '@observablehq/plot';
import { monthNames } from '../text/date-words.ts';
import type { CountsBar, CountsDrawing } from './model.ts';
import { titleLines, titleMark, titleRoom } from './plot-title.ts';
import type { Theme } from './theme.ts';

/** Bars that carry their number; beyond, the axis says it. */
const mostNumbered = 18;
/** Dates that fit beside one another under the axis. */
const mostDates = 6;

/** Bars of how many events each month or year has. */
export function plotCounts({ title, bars }: CountsDrawing, theme: Theme): Plot.PlotOptions {
  const lines = titleLines(title);
  const margins = { marginTop: titleRoom(lines) + 18, marginLeft: 38 };
  const numbered = bars.length <= mostNumbered;
  const step = Math.ceil(bars.length / mostDates);
  const dates = bars.map((bar) => bar.date).filter((_, index) => index % step === 0);
  const most = Math.max(...bars.map((bar) => bar.count));
  return {
    height: margins.marginTop + 150 + 30,
    ...margins,
    marginRight: 20,
    marginBottom: 30,
    x: { type: 'band', domain: bars.map((bar) => bar.date), axis: null, padding: 0.15 },
    y: { type: 'linear', domain: [0, most], nice: true, axis: null },
    marks: [
      titleMark(lines, margins, theme),
      ...(numbered ? [] : [Plot.gridY({ ticks: countTicks(most), stroke: theme.rule, strokeOpacity: 1 })]),
      ...(numbered
        ? []
        : [
            Plot.axisY({ ticks: countTicks(most), label: null, tickSize: 0, fontSize: 12, fill: theme.soft }),
          ]),
      Plot.barY(bars, { x: 'date', y: 'count', fill: theme.accent }),
      ...(numbered ? [numbers(bars, theme)] : []),
      Plot.ruleY([0], { stroke: theme.soft }),
      Plot.axisX(dates, {
        label: null,
        tickSize: 4,
        fontSize: 12,
        fill: theme.soft,
        stroke: theme.soft,
        tickFormat: shortDate,
      }),
    ],
  };
}

const numbers = (bars: readonly CountsBar[], theme: Theme): Plot.Markish =>
  Plot.text(
    bars.filter((bar) => bar.count > 0),
    { x: 'date', y: 'count', text: 'count', dy: -9, fontSize: 12, fill: theme.ink },
  );

/** Whole numbers only: half an event is none. */
const countTicks = (most: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((each) => most / each <= 5) ?? 5000;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
};

/** `May 23` and `2023`. */
const shortDate = (date: string): string =>
  date.length === 4
    ? date
    : `${(monthNames[Number(date.slice(5)) - 1] ?? '').slice(0, 3)} ${date.slice(0, 4)}`;
