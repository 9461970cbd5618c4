import type { Extras } from '../ingest/model.ts';
import type { Article, Entity, Event } from '../knowledge/model.ts';
import type { NameTold } from '../knowledge/own-names.ts';
import type { Scope } from './ports.ts';

/** `unreviewed` answers nothing unless the workspace chooses so. */
export const reviewStates = ['unreviewed', 'accepted', 'rejected'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Who did something: a reader, or a feed. */
export interface Doer {
  readonly id: string;
  readonly name: string;
}

/** What an editor changed of what was read or found. */
export interface Edits {
  readonly headline?: string;
  readonly publisher?: string;
  /** ISO day. */
  readonly published?: string;
  /** Keys of found things that are left out: `e1` the first event, `q2` the second quotation. */
  readonly dropped?: readonly string[];
  /** Changes to found things, each under the place where it stands; see found-things.ts. */
  readonly events?: Readonly<Record<string, EventEdit>>;
  readonly quotations?: Readonly<Record<string, QuotationEdit>>;
  readonly names?: Readonly<Record<string, NameEdit>>;
}

/** Only what an editor changed is there; null: it is not known. */
export interface EventEdit {
  readonly title?: string;
  /** With the precision that was written: `2023-05-04`, `2023-05`, `2023`. */
  readonly date?: string | null;
  readonly place?: string | null;
  readonly kind?: Event['kind'];
  readonly participants?: readonly string[];
  readonly modality?: 'asserted' | 'claimed' | 'planned' | 'possible';
}

export interface QuotationEdit {
  readonly speaker?: string;
}

export interface NameEdit {
  readonly name?: string;
  readonly kind?: Entity['kind'];
  readonly aliases?: readonly string[];
  /** Id of the entity that it is. */
  readonly same?: string;
}

/** What an edit does: what is in it takes the place of what was; codes are added to those left out, or taken back. */
export interface EditChange extends Edits {
  readonly restored?: readonly string[];
}

/** What an article says of itself. */
export interface DeskPage {
  readonly headline: string;
  readonly text: string;
  /** ISO day of publication; `moment`: with time and zone, where the page tells it. */
  readonly published: string;
  readonly moment?: string;
  readonly publisher?: string;
  readonly byline?: string;
  readonly link?: string;
  readonly language?: string;
  /** What a language model proposed for this version; only an accepted article answers with it. */
  readonly extras?: Extras;
}

/** An article that a workspace brought in. */
export interface DeskArticle extends DeskPage {
  readonly id: string;
  /** 1, 2, …: each update of the same article is a new one. */
  readonly version: number;
  readonly state: ReviewState;
  /** Whether its records answer questions now, and of which version they are. */
  readonly standing?: number;
  readonly edits: Edits;
  readonly by: Doer;
  /** ISO instants. */
  readonly at: string;
  readonly changedAt: string;
}

/** The records that answer questions, made of an article. */
export interface DeskRecords {
  readonly article: Article;
  readonly events: readonly Event[];
  /** Names that the data has not, of an accepted article. */
  readonly names: readonly NameTold[];
}

export type MakeRecords = (article: DeskArticle) => DeskRecords;

/** What an update changed, by sentences. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The headline that it had before, where that changed. */
  readonly headline?: string;
}

/** An article on its way in. */
export interface Incoming {
  readonly page: DeskPage;
  /** The id that it gets; a number is put behind one that is taken, unless `own`. */
  readonly id: string;
  /** The caller's own name for it: the same id is the same article. */
  readonly own: boolean;
  /** What its address is compared by. */
  readonly linkKey?: string;
  /** What articles of nearly the same words share; see sketch.ts. */
  readonly bands: readonly number[];
  readonly isNear: (text: string) => boolean;
  readonly differenceFrom: (earlier: DeskPage) => Difference;
  readonly records: MakeRecords;
}

export interface Placed {
  /** `duplicate`: nearly the same words stand here already, of another publisher; nothing was stored. */
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'duplicate';
  readonly article: DeskArticle;
  readonly difference?: Difference;
}

/** One thing that somebody did to an article, for the log. */
export interface Decision {
  readonly article: string;
  readonly by: Doer;
  /** ISO instant. */
  readonly at: string;
  readonly what:
    | 'added'
    | 'updated'
    | 'accepted'
    | 'rejected'
    | 'edited'
    | 'proposed'
    | 'unreviewed answers'
    | 'model';
  /** Details in words; may be empty. */
  readonly words: string;
}

export interface DeskVersion {
  readonly version: number;
  readonly headline: string;
  readonly text: string;
  readonly at: string;
  readonly by: Doer;
  readonly difference: Difference;
}

/** How one act is recorded. */
export interface Act {
  readonly by: Doer;
  /** ISO instant. */
  readonly at: string;
}

/** The articles that a workspace brought in. Everything is of one scope, and no other sees it. */
export interface DeskStore {
  /**
   * Puts articles in, in their order and in one transaction: a known one with other words becomes a new version.
   * @param answers whether they answer questions although nobody has reviewed them
   */
  place(scope: Scope, incoming: readonly Incoming[], act: Act, answers: boolean): Promise<readonly Placed[]>;
  get(scope: Scope, id: string): Promise<DeskArticle | undefined>;
  /** Newest first. */
  list(
    scope: Scope,
    filter?: { readonly state?: ReviewState; readonly limit?: number; readonly before?: number },
  ): Promise<readonly (DeskArticle & { readonly number: number })[]>;
  count(scope: Scope): Promise<Readonly<Record<ReviewState, number>>>;
  /** Whether an article with that address is here. */
  knows(scope: Scope, linkKey: string): Promise<boolean>;
  /**
   * Accepts, rejects or edits; undefined when it is not there. A rejected update whose earlier version was accepted
   * gives way to that one again.
   */
  decide(
    scope: Scope,
    id: string,
    choice: Choice,
    act: Act,
    records: MakeRecords,
  ): Promise<DeskArticle | undefined>;
  /** Versions before the present one, newest first. */
  versions(scope: Scope, id: string): Promise<readonly DeskVersion[]>;
  /** Newest first. */
  decisions(
    scope: Scope,
    filter: { readonly article?: string; readonly limit: number },
  ): Promise<readonly Decision[]>;
  /** Whether unreviewed articles answer questions in this workspace. */
  answersUnreviewed(scope: Scope): Promise<boolean>;
  /** Changes that, and what the articles that nobody has reviewed do. */
  setAnswersUnreviewed(scope: Scope, answers: boolean, act: Act, records: MakeRecords): Promise<void>;
  /** Whether articles and answers of this workspace may be shown to a language model; not until somebody says so. */
  usesModel(scope: Scope): Promise<boolean>;
  setUsesModel(scope: Scope, uses: boolean, act: Act): Promise<void>;
}

export type Choice =
  | { readonly type: 'accept' }
  | { readonly type: 'reject' }
  | { readonly type: 'edit'; readonly edits: EditChange; readonly words: string }
  /** What a model proposed and what became of it. */
  | { readonly type: 'propose'; readonly extras: Extras; readonly words: string };

/** A feed that a workspace follows. */
export interface Feed {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  /** Where it was added; its notices go there. */
  readonly channel: string;
  readonly url: string;
  readonly title: string;
  readonly state: 'active' | 'paused';
  /** Why the desk itself paused it. */
  readonly trouble?: string;
  readonly by: Doer;
  /** ISO instants. */
  readonly at: string;
  readonly nextPoll: string;
  readonly lastPoll?: string;
  /** Of the last answer, for conditional requests. */
  readonly etag?: string;
  readonly modified?: string;
  /** Polls that failed since the last good one. */
  readonly failures: number;
}

/** What a poll changes. */
export interface PollOutcome {
  readonly nextPoll: string;
  readonly lastPoll: string;
  readonly failures: number;
  readonly etag?: string;
  readonly modified?: string;
  readonly title?: string;
  /** Pauses it, with the reason. */
  readonly trouble?: string;
}

export interface FeedStore {
  /** False when the workspace follows that address already. */
  add(feed: Feed): Promise<boolean>;
  list(filter?: { readonly platform?: string; readonly workspace?: string }): Promise<readonly Feed[]>;
  setState(id: string, state: Feed['state'], nextPoll: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Takes one active feed whose poll is due until `leaseUntil`, the one due longest; no other process gets it. */
  take(now: string, leaseUntil: string): Promise<Feed | undefined>;
  settle(id: string, outcome: PollOutcome): Promise<void>;
  /** Those of the keys that were not seen in this feed before. */
  unseen(id: string, keys: readonly string[]): Promise<readonly string[]>;
  /** Keeps the keys as seen. */
  see(id: string, keys: readonly string[]): Promise<void>;
}
