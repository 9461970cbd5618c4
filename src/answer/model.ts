/** The statement or exact span that supports a claim, with its source. */
export interface Evidence {
  /** Id of the record: an event, a statement, a quotation, a figure, or an entity. */
  readonly id: string;
  readonly article: string | null;
  /** The title of that article. */
  readonly title?: string;
  /** The statement as the record has it. */
  readonly quote: string;
  /** Date of what happened, with the record's precision (`2017-06-09`, `2004-12`). */
  readonly date: string;
  readonly endDate?: string;
  readonly publisher: string;
  readonly published?: string;
  readonly url: string | null;
}

export type NonEmpty<T> = readonly [T, ...T[]];

/** One sentence of an answer; it cannot exist without evidence. */
export interface Claim {
  readonly text: string;
  readonly certainty: 'stated' | 'implied';
  readonly evidence: NonEmpty<Evidence>;
}

/** What the desk says to a question. */
export type Answer = Answered | Unanswered;

export interface Answered {
  readonly status: 'answered' | 'partial';
  readonly claims: NonEmpty<Claim>;
  /** Parts of the question without evidence: never empty when `partial`. */
  readonly missing: readonly string[];
  readonly confidence: number;
  /** Questions near this one that do have answers. */
  readonly followUps: readonly string[];
}

export interface Unanswered {
  readonly status: 'unanswered';
  /** One sentence: what is not here. */
  readonly reason: string;
  readonly missing: readonly string[];
  /** What is known that is close; may be empty. */
  readonly nearest: readonly Evidence[];
  readonly confidence: number;
}

/** How an answer came about; kept for `/why`, replayable. */
export interface Receipt {
  readonly id: string;
  readonly question: string;
  /** ISO instant at which it was asked. */
  readonly now: string;
  readonly workspace: string;
  readonly dataVersion: string;
  /** How the question was read, one line a fact. */
  readonly reading: readonly string[];
  /** Best candidates first. */
  readonly considered: readonly {
    readonly id: string;
    readonly title: string;
    readonly score: number;
    readonly verdict: string;
  }[];
  readonly status: Answer['status'];
  /** Evidence ids used. */
  readonly used: readonly string[];
}
