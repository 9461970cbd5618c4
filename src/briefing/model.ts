import type { Block, Source } from '../document/model.ts';
import type { Drawing } from '../pictures/model.ts';

/** A briefing as a file holds it: the same in every format, with one numbering of sources. */
export interface Briefing {
  readonly title: string;
  /** What it is on: `India and the SCO in 2023`. */
  readonly about: string;
  readonly edition: Edition;
  readonly sections: readonly BriefingSection[];
  /** Headings of sections for which the data holds nothing. */
  readonly leftOut: readonly string[];
  readonly sources: readonly Source[];
}

/** Which briefing it is: the same subject, period, length, day and data have the same id. */
export interface Edition {
  readonly id: string;
  readonly dataVersion: string;
  /** ISO day on which it was made; offices, terms and anniversaries are those of that day. */
  readonly asOf: string;
  /** What to type to make it again. */
  readonly command: string;
  /** What shows this very one again, where it is not `/brief edition ID`. */
  readonly again?: string;
  /** Its page, for whoever holds the link. */
  readonly link?: string;
}

export interface BriefingSection {
  readonly heading: string;
  readonly pieces: readonly Piece[];
}

/** A block of text or table, or a picture that is drawn only once a format is known. */
export type Piece =
  | Exclude<Block, { readonly type: 'picture' | 'actions' | 'heading' | 'divider' }>
  | DrawingPiece;

export interface DrawingPiece {
  readonly type: 'drawing';
  readonly drawing: Drawing;
}

export const lengths = ['short', 'full'] as const;
/** `short` is about one page; `full` holds everything that the rules choose. */
export type Length = (typeof lengths)[number];

export const formats = ['message', 'md', 'html', 'pdf'] as const;
export type Format = (typeof formats)[number];
/** A format that comes as a file. */
export type FileFormat = Exclude<Format, 'message'>;

export const isLength = (value: string | undefined): value is Length =>
  lengths.some((each) => each === value);
export const isFormat = (value: string | undefined): value is Format =>
  formats.some((each) => each === value);
