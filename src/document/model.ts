import type { FileFormat } from '../briefing/model.ts';
import type { Invocation } from '../invocation.ts';
import type { Drawing } from '../pictures/model.ts';

/** A run of text. Text is data, never markup: only a platform's renderer escapes it. */
export type Span = TextSpan | LinkSpan | TimeSpan | CiteSpan;

export interface TextSpan {
  readonly type: 'text';
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
}

/** A link to an absolute http(s) URL. A renderer shows only the text if the URL is anything else. */
export interface LinkSpan {
  readonly type: 'link';
  readonly text: string;
  readonly url: string;
}

/** An instant; `text` is what it reads as where a platform cannot draw it in the reader's own zone. */
export interface TimeSpan {
  readonly type: 'time';
  readonly instant: Temporal.Instant;
  readonly text: string;
}

/** A citation: the 1-based position of a source in `Document.sources`, drawn as `[n]`. */
export interface CiteSpan {
  readonly type: 'cite';
  readonly source: number;
}

/** The closed union of what a message can hold. A new kind must break the build of every renderer. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | QuoteBlock
  | TableBlock
  | PictureBlock
  | DividerBlock
  | ActionsBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly text: string;
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly spans: readonly Span[];
  /** `quiet` is small print: as-of lines, footers. */
  readonly tone?: 'quiet';
}

/** One line, and optionally a second, quieter one that unfolds it. */
export interface ListItem {
  readonly spans: readonly Span[];
  readonly detail?: readonly Span[];
}

/** Items are only ever dropped whole: `hidden` says how many, `more` is the invocation that shows them. */
export interface ListBlock {
  readonly type: 'list';
  readonly ordered?: boolean;
  readonly items: readonly ListItem[];
  readonly hidden?: number;
  /** The invocation that shows the rest; a renderer adds the option `start` (0-based index of the first hidden item). */
  readonly more?: Invocation;
}

/** Words of a source, verbatim: the only place and way in which direct speech is set off. */
export interface QuoteBlock {
  readonly type: 'quote';
  readonly text: string;
  readonly attribution: readonly Span[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly (readonly Span[])[])[];
}

/** A PNG; `alt` says in words the same as the picture. */
export interface PictureBlock {
  readonly type: 'picture';
  /** Empty where `drawing` is still to be drawn. */
  readonly png: Uint8Array;
  /** What is to be drawn just before it is sent: so a document is kept without the weight of its pictures. */
  readonly drawing?: Drawing;
  readonly name: string;
  readonly alt: string;
}

export interface DividerBlock {
  readonly type: 'divider';
}

/** Buttons. At most five are drawn in one row; `fit` drops the last ones. */
export interface ActionsBlock {
  readonly type: 'actions';
  readonly actions: readonly Action[];
}

/** A button: pressing it is the same as typing the invocation. */
export interface Action {
  readonly label: string;
  readonly invocation: Invocation;
  readonly style?: 'primary' | 'danger';
}

/** What a numbered citation stands for: `[n] date · statement · publisher, published (link)`. */
export interface Source {
  /** Date of the event or article, already worded with its own precision: `9 June 2017`, `December 2004`. */
  readonly date: string;
  readonly statement: string;
  readonly publisher: string;
  /** Publication date in words, where the source has one. */
  readonly published?: string;
  readonly url?: string;
}

/** Decides the accent colour only. */
export type DocumentKind = 'answer' | 'digest' | 'nothing' | 'notice' | 'error';

/** The platform-neutral message. */
export interface Document {
  readonly kind: DocumentKind;
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly sources: readonly Source[];
  /** Shown to the reader alone (settings, refusals). */
  readonly private?: boolean;
  /** Files that go with the message. */
  readonly files?: readonly AttachedFile[];
}

export interface AttachedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Empty where `briefing` is still to be set. */
  readonly content: Uint8Array;
  /** A kept briefing that is made into the file just before it is sent. */
  readonly briefing?: { readonly edition: string; readonly format: FileFormat };
}
