import type { Generated } from 'kysely';

/** The tables of articles that workspaces brought in, and of the feeds that they follow. */
export interface DeskTables {
  desk_article: DeskArticleTable;
  desk_band: DeskBandTable;
  desk_version: DeskVersionTable;
  desk_decision: DeskDecisionTable;
  desk_choice: DeskChoiceTable;
  desk_name: DeskNameTable;
  feed: FeedTable;
  feed_item: FeedItemTable;
}

export interface DeskArticleTable {
  number: Generated<number>;
  scope: string;
  id: string;
  link_key: string | null;
  /** JSON. */
  page: string;
  version: number;
  state: 'unreviewed' | 'accepted' | 'rejected';
  /** The version whose records answer questions. */
  standing: number | null;
  edits: string;
  by_id: string;
  by_name: string;
  at: string;
  changed_at: string;
}

export interface DeskBandTable {
  scope: string;
  band: string;
  article: number;
}

/** A version that was: its words, and what the next one changed. */
export interface DeskVersionTable {
  article: number;
  version: number;
  page: string;
  edits: string;
  difference: string;
  by_id: string;
  by_name: string;
  at: string;
}

export interface DeskDecisionTable {
  number: Generated<number>;
  scope: string;
  article: string;
  what: string;
  words: string;
  by_id: string;
  by_name: string;
  at: string;
}

export interface DeskChoiceTable {
  scope: string;
  unreviewed: number;
  /** Whether articles and answers may be shown to a language model. */
  model: Generated<number>;
}

/** What one article tells of an entity that is the workspace's own. */
export interface DeskNameTable {
  scope: string;
  entity: string;
  article: string;
  /** JSON. */
  told: string;
  at: string;
}

export interface FeedTable {
  number: Generated<number>;
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  url: string;
  title: string;
  state: 'active' | 'paused';
  trouble: string | null;
  by_id: string;
  by_name: string;
  at: string;
  next_poll: string;
  last_poll: string | null;
  etag: string | null;
  modified: string | null;
  failures: number;
}

export interface FeedItemTable {
  feed: number;
  key: string;
}
