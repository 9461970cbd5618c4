/** One entry of a feed. */
export interface FeedItem {
  /** What tells it from others: its guid, else its link, else its title. */
  readonly key: string;
  readonly link?: string;
  readonly title?: string;
  /** An ISO day, or an ISO date and time with offset. */
  readonly published?: string;
  /** Text of the entry where the feed holds it, plain. */
  readonly text?: string;
}

/** A feed as it was read: RSS, Atom, RDF or JSON Feed. */
export interface FeedRead {
  readonly title?: string;
  readonly language?: string;
  readonly items: readonly FeedItem[];
}
