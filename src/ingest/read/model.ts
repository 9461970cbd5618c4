/** An article as a page or a file gives it, before anything is found in it. */
export interface PageRead {
  /** Clean text, paragraphs set apart by an empty line. */
  readonly text: string;
  readonly headline?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** When it was published: an ISO day, or an ISO date and time with its offset where the page tells that. */
  readonly published?: string;
  /** Its canonical address. */
  readonly link?: string;
  /** Language tag, such as `en-IN`. */
  readonly language?: string;
  /** The name that the caller gave it, in a file of many. */
  readonly id?: string;
}

/** What kind of thing is read. */
export const pageKinds = ['html', 'text', 'markdown', 'pdf', 'json', 'json lines'] as const;
export type PageKind = (typeof pageKinds)[number];

/** What is known of some bytes before they are read. */
export interface PageAbout {
  readonly kind: PageKind;
  /** Where it was fetched. */
  readonly url?: string;
  /** Character set that the server or the caller names. */
  readonly charset?: string;
  /** The day of the reader: a dateline without a year is of its last such day. ISO. */
  readonly today: string;
}
