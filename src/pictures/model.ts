import type { NonEmpty } from '../answer/model.ts';

/** What a picture shows, as data: drawn as SVG for pages and as PNG for chats. The title stands in the picture. */
export type Drawing = TimelineDrawing | CountsDrawing | MembershipDrawing | MeetingsDrawing;

interface Named {
  readonly title: string;
  /** Says in words the same as the picture, for those who do not see it. */
  readonly alt: string;
}

/** Events on a line of time, each with its date and title. */
export interface TimelineDrawing extends Named {
  readonly type: 'timeline';
  readonly marks: NonEmpty<TimelineMark>;
}

export interface TimelineMark {
  /** ISO days, both included; a month or a year is all of its days. */
  readonly from: string;
  readonly until: string;
  /** The date in words, with the precision it has. */
  readonly when: string;
  readonly label: string;
  /** Known from an advance notice only: drawn hollow. */
  readonly announced: boolean;
}

/** How many events fell in each month or year. */
export interface CountsDrawing extends Named {
  readonly type: 'counts';
  readonly grain: 'month' | 'year';
  /** Every month or year from the first to the last, those without events too. */
  readonly bars: NonEmpty<CountsBar>;
}

export interface CountsBar {
  /** `2023-05` or `2023`. */
  readonly date: string;
  readonly count: number;
}

/** What each country was to an organisation over the years. */
export interface MembershipDrawing extends Named {
  readonly type: 'membership';
  readonly rows: NonEmpty<MembershipRow>;
  /** ISO day up to which it is drawn. */
  readonly until: string;
}

export interface MembershipRow {
  readonly name: string;
  readonly spans: NonEmpty<MembershipSpan>;
}

export interface MembershipSpan {
  readonly status: MembershipStatus;
  /** With the precision that the record has. */
  readonly from: string;
  readonly to?: string;
}

export type MembershipStatus = 'member' | 'observer' | 'dialogue partner';

/** How often people took part in the same talks. */
export interface MeetingsDrawing extends Named {
  readonly type: 'meetings';
  readonly names: NonEmpty<string>;
  readonly pairs: readonly MeetingsPair[];
}

/** Positions in `names`, the first before the second. */
export interface MeetingsPair {
  readonly one: number;
  readonly other: number;
  readonly count: number;
}
