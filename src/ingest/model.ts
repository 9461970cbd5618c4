/** A piece of the text: offsets are UTF-16 code units, and `text.slice(start, end)` is `text`. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `stated`: the words say it; `implied`: worked out from the publication date, the tense or the words around. */
export type Certainty = 'stated' | 'implied';

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A date, a time of day, a duration or a repetition, as a TIMEX3 value (ISO-TimeML): `2023-05-04`, `P1D`, `PRESENT_REF`. */
export interface TimeFound extends Span {
  readonly type: TimeType;
  readonly value: string;
  readonly certainty: Certainty;
}

export type MentionKind = 'person' | 'organisation' | 'country' | 'place' | 'other';

/** A name in the text. */
export interface MentionFound extends Span {
  readonly kind: MentionKind;
  /** Id of the known entity, where there is exactly one that it can be. */
  readonly entity: string | null;
  readonly certainty: Certainty;
  /** Found by a language model, and only checked by us. */
  readonly proposed?: true;
  /** The fullest form under which the text names it: `Sergey Lavrov` for `Lavrov`. */
  readonly name: string;
  /** Office or title said next to the name: `Russian Foreign Minister`. */
  readonly title?: string;
}

export interface Speaker extends Span {
  readonly entity: string | null;
  /** Who is meant where the words are a pronoun or an office: `she`, `the minister`. */
  readonly name?: string;
}

/** Words or substance that somebody is reported to have said. */
export interface QuotationFound extends Span {
  /** Whether the words stand between quotation marks. */
  readonly direct: boolean;
  readonly speaker: Speaker | null;
  readonly cue: Span | null;
  readonly addressee?: Speaker;
  readonly certainty: Certainty;
  readonly proposed?: true;
}

/** A number with its unit and what it measures. */
export interface FigureFound extends Span {
  readonly value: number;
  readonly unit: string;
  readonly measure: string;
  readonly proposed?: true;
}

export type ParticipantRole = 'agent' | 'partner' | 'target' | 'host' | 'speaker' | 'member' | 'subject';

export interface EventParticipant {
  readonly name: string;
  readonly role: ParticipantRole;
  readonly entity: string | null;
  readonly office?: string;
}

/** Something that happens or is said to happen. */
export interface EventFound {
  readonly kind: string;
  readonly title: string;
  /** `day`: 2023-05-04, `month`: 2023-05, `year`: 2001. Left out where the text does not tell. */
  readonly on?: { readonly start: string; readonly precision: 'day' | 'month' | 'year' };
  readonly participants: readonly EventParticipant[];
  readonly place?: string;
  readonly polarity: 'positive' | 'negative';
  /** `claimed`: said by one side; `planned`: still to come when the article was written. */
  readonly modality: 'asserted' | 'claimed' | 'planned' | 'possible';
  /** Who claims it. */
  readonly attribution?: string;
  readonly evidence: { readonly start: number; readonly end: number };
  readonly proposed?: true;
}

/** What ingestion reads out of one article. */
export interface Extraction {
  readonly headline: string | null;
  readonly dateline: { readonly place: string | null };
  /** ISO day that relative dates were resolved against. */
  readonly published: string;
  readonly mentions: readonly MentionFound[];
  readonly dates: readonly TimeFound[];
  readonly quotations: readonly QuotationFound[];
  readonly figures: readonly FigureFound[];
  readonly events: readonly EventFound[];
}

/** What a language model has found beside that, each of it checked against the text; all are `proposed`. */
export type Extras = Pick<Extraction, 'mentions' | 'quotations' | 'figures' | 'events'>;

/** An article as it comes in. */
export interface ArticleText {
  readonly text: string;
  readonly headline?: string;
  /** The day of publication. */
  readonly published: Temporal.PlainDate;
}
