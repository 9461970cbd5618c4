import type { TimelineDrawing, TimelineMark } from './model.ts';
import { spread } from './spread.ts';
import { textWidth } from './text-width.ts';
import { pictureWidth } from './theme.ts';
import { wrapText } from './wrap-text.ts';
import { middleOf, yearNumber } from './years.ts';

/** Where the label of a mark stands, in pixels from the top left of the picture. */
export interface PlacedMark {
  readonly mark: TimelineMark;
  /** Position on the axis, in years. */
  readonly year: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Whether it has a date and a line to the axis of its own: what fell on the same day as the one above it has not. */
  readonly leads: boolean;
}

export interface TimelineLayout {
  readonly height: number;
  /** Where the axis stands, and the years and pixels at its ends. */
  readonly axis: {
    readonly left: number;
    readonly years: readonly [number, number];
    readonly pixels: readonly [number, number];
  };
  readonly title: readonly string[];
  readonly marks: readonly PlacedMark[];
}

export const titleSize = 15;
export const labelSize = 13;
export const lineHeight = 17;
/** Left and right of everything. */
export const margin = 12;
const gap = 12;
/** Between labels of one day. */
const smallGap = 4;
const axisLeft = 76;
const labelLeft = axisLeft + 26;

/** Places the labels one below the other, each as near to its time as the others let it. */
export function layoutTimeline({ marks, title }: TimelineDrawing): TimelineLayout {
  const titleLines = wrapText(title, titleSize * 1.08, pictureWidth - 2 * margin);
  const top = titleLines.length * 20 + 24;
  const width = pictureWidth - labelLeft - margin;
  const texts = marks.map((mark) => wrapText(mark.label, labelSize, width, 4));
  const leads = marks.map((mark, index) => mark.when !== marks[index - 1]?.when);
  const sizes = texts.map((lines, index) => {
    const rows = lines.length + (leads[index] ? 1 : 0);
    return rows * lineHeight + (leads[index + 1] === false ? smallGap : gap);
  });
  const length = Math.max(
    160,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const years = endsOf(marks);
  const scale = (year: number): number => top + ((year - years[0]) / (years[1] - years[0])) * length;
  const centres = marks.map((mark) => middleOf(mark.from, mark.until));
  // The first line of a label, and not its middle, points to its time.
  const wishes = sizes.map((size, index) => ({ at: scale(centres[index] ?? 0) - lineHeight / 2, size }));
  const tops = spread(wishes, top - lineHeight / 2, top + length);
  return {
    height: top + length + margin,
    axis: { left: axisLeft, years, pixels: [top, top + length] },
    title: titleLines,
    marks: marks.map((mark, index) => {
      const lines = texts[index] ?? [];
      const widest = Math.max(
        leads[index] ? textWidth(mark.when, labelSize, 'bold') : 0,
        ...lines.map((line) => textWidth(line, labelSize)),
      );
      return {
        mark,
        year: centres[index] ?? 0,
        left: labelLeft,
        top: tops[index] ?? 0,
        width: widest,
        height: (sizes[index] ?? 0) - (leads[index + 1] === false ? smallGap : gap),
        lines,
        leads: leads[index] ?? true,
      };
    }),
  };
}

const day = 1 / 365;

/** First and last time of the axis: those of the marks, with a little room. */
function endsOf(marks: TimelineDrawing['marks']): readonly [number, number] {
  const from = Math.min(...marks.map((mark) => yearNumber(mark.from)));
  const until = Math.max(...marks.map((mark) => yearNumber(mark.until)));
  const room = Math.max(day, (until - from) * 0.02);
  return [from - room, until + room];
}
