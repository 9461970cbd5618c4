import * as Plot from '@observablehq/plot';
import type { MembershipDrawing, MembershipStatus } from './model.ts';
import { titleLines, titleMark, titleRoom } from './plot-title.ts';
import { textWidth } from './text-width.ts';
import { pictureWidth, type Theme } from './theme.ts';
import { margin } from './timeline-layout.ts';
import { wrapText } from './wrap-text.ts';
import { firstDay, lastDay, yearNumber } from './years.ts';

const rowHeight = 20;
const nameSize = 12;
const yearSize = 11;
const widestName = 150;

const words: Readonly<Record<MembershipStatus, string>> = {
  member: 'member',
  observer: 'observer',
  'dialogue partner': 'dialogue partner',
};

interface Bar {
  readonly name: string;
  readonly status: MembershipStatus;
  readonly from: number;
  readonly until: number;
  /** The year in which it began. */
  readonly year: string;
}

/** A row for each country, with a bar for each time in which it was something to the organisation. */
export function plotMembership(drawing: MembershipDrawing, theme: Theme): Plot.PlotOptions {
  const lines = titleLines(drawing.title);
  const names = drawing.rows.map((row) => wrapText(row.name, nameSize, widestName, 1)[0] ?? row.name);
  const widest = Math.max(...names.map((name) => textWidth(name, nameSize)));
  const margins = { marginTop: titleRoom(lines) + 26, marginLeft: Math.ceil(widest) + margin + 8 };
  const bars = barsOf(drawing, names);
  const from = Math.floor(Math.min(...bars.map((bar) => bar.from)));
  const until = yearNumber(drawing.until);
  const height = rowHeight * names.length;
  return {
    height: margins.marginTop + height + 30,
    ...margins,
    marginRight: 16,
    marginBottom: 30,
    x: { type: 'linear', domain: [from, until], axis: null },
    y: { type: 'band', domain: names, axis: null, padding: 0.2 },
    marks: [
      titleMark(lines, margins, theme),
      legend(margins, theme),
      Plot.gridX({ ticks: yearTicks(from, until), stroke: theme.rule, strokeOpacity: 1 }),
      Plot.barX(bars, {
        y: 'name',
        x1: 'from',
        x2: 'until',
        fill: (bar: Bar) => colourOf(bar.status, theme),
      }),
      years(bars, (pictureWidth - margins.marginLeft - 16) / (until - from)),
      Plot.axisY({ label: null, tickSize: 0, fontSize: nameSize, fill: theme.ink }),
      Plot.axisX(yearTicks(from, until), {
        label: null,
        tickSize: 0,
        fontSize: 12,
        fill: theme.soft,
        tickFormat: (year: number) => `${year}`,
      }),
    ],
  };
}

const barsOf = ({ rows, until }: MembershipDrawing, names: readonly string[]): readonly Bar[] =>
  rows.flatMap((row, index) =>
    row.spans.map((span) => ({
      name: names[index] ?? row.name,
      status: span.status,
      from: yearNumber(firstDay(span.from)),
      until: yearNumber(span.to === undefined ? until : lastDay(span.to)),
      year: span.from.slice(0, 4),
    })),
  );

function colourOf(status: MembershipStatus, theme: Theme): string {
  switch (status) {
    case 'member':
      return theme.member;
    case 'observer':
      return theme.observer;
    case 'dialogue partner':
      return theme.partner;
  }
}

/** The year in which each began, inside its bar where there is room. */
function years(bars: readonly Bar[], pixelsAYear: number): Plot.Markish {
  const room = textWidth('2000', yearSize) + 6;
  return Plot.text(
    bars.filter((bar) => (bar.until - bar.from) * pixelsAYear >= room),
    {
      x: 'from',
      y: 'name',
      text: 'year',
      textAnchor: 'start',
      dx: 4,
      fontSize: yearSize,
      fill: (bar: Bar) => (bar.status === 'member' ? '#ffffff' : '#1e1c19'),
    },
  );
}

/** What the colours mean, in one line under the title. */
function legend(
  margins: { readonly marginTop: number; readonly marginLeft: number },
  theme: Theme,
): Plot.Markish[] {
  const dy = -14;
  let left = margin;
  return (['member', 'observer', 'dialogue partner'] as const).flatMap((status) => {
    const dx = left - margins.marginLeft;
    left += 18 + textWidth(words[status], nameSize) + 14;
    return [
      Plot.dot([status], {
        frameAnchor: 'top-left',
        dx: dx + 6,
        dy,
        symbol: 'square',
        r: 6,
        fill: colourOf(status, theme),
      }),
      Plot.text([words[status]], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        lineAnchor: 'middle',
        dx: dx + 18,
        dy,
        fontSize: nameSize,
        fill: theme.ink,
      }),
    ];
  });
}

function yearTicks(from: number, until: number): number[] {
  const step = [1, 2, 5, 10, 20].find((each) => (until - from) / each <= 6) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((until - first) / step) + 1 }, (_, index) => first + index * step);
}
