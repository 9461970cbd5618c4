import type { Receipt } from '../answer/model.ts';
import type { Document } from '../document/model.ts';
import type { Article, Entity, Event, KnowledgeData } from '../knowledge/model.ts';

/** What an import did: how many records were added, replaced and removed. All zero when nothing changed. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Where a reader may look: what ships (`''`) and what her own workspace added. Every query carries it.
 * A record of the workspace stands in for the shipped one of the same type and id.
 */
export type Scope = string;

/**
 * Narrows the candidates that the store hands to the pure ranker. Any of the parts may be empty.
 * A candidate holds at least one of the words or entities, or anything where none is asked for. Beyond `limit`,
 * those that hold more and rarer ones stay, then the newest.
 */
export interface CandidateQuery {
  readonly entities: readonly string[];
  /** Words to look for, already folded; the store takes the dozen rarest ones. */
  readonly words: readonly string[];
  /** Inclusive ISO dates. A record of a coarser date or of several days is in when a day of it may be. */
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
}

export type Candidate =
  | { readonly type: 'event'; readonly event: Event }
  | { readonly type: 'article'; readonly article: Article };

/** Reading the article data. All lists are in a stable order: by date, then id; entities by id. */
export interface KnowledgeReader {
  /** Short hash of everything visible in the scope; changes whenever a record does. */
  version(scope: Scope): Promise<string>;
  counts(
    scope: Scope,
  ): Promise<{ articles: number; events: number; entities: number; from: string; until: string }>;
  entities(scope: Scope): Promise<readonly Entity[]>;
  events(scope: Scope, ids: readonly string[]): Promise<readonly Event[]>;
  articles(scope: Scope, ids: readonly string[]): Promise<readonly Article[]>;
  /** Events with day precision whose span of days holds the month and day (`06-15`), in any year. */
  eventsOn(scope: Scope, monthDay: string): Promise<readonly Event[]>;
  /** Month-days (`06-15`) that have at least one event, in order. */
  monthDays(scope: Scope): Promise<readonly string[]>;
  /** Events in which an entity takes part, oldest first, within inclusive ISO dates. */
  eventsOf(scope: Scope, entity: string, from?: string, until?: string): Promise<readonly Event[]>;
  articlesOf(scope: Scope, entity: string): Promise<readonly Article[]>;
  /** Bounded candidates by entity, time and full text. */
  candidates(scope: Scope, query: CandidateQuery): Promise<readonly Candidate[]>;
}

export interface KnowledgeImporter {
  /** Makes the scope hold exactly this data: unchanged records are not touched. One transaction. */
  replaceAll(scope: Scope, data: KnowledgeData): Promise<ImportResult>;
}

export interface KnowledgeStore extends KnowledgeReader, KnowledgeImporter {}

export interface ReceiptStore {
  put(receipt: Receipt): Promise<void>;
  get(id: string): Promise<Receipt | undefined>;
}

/** Where a digest arrives. */
export interface Place {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** What is posted when. Times are local wall-clock times in the zone. */
export interface Schedule {
  readonly id: string;
  readonly place: Place;
  readonly owner: string;
  /** IANA zone name. */
  readonly zone: string;
  /** `HH:MM`, ascending, no doubles, never empty. */
  readonly at: readonly string[];
  /** In order from Monday; never empty. */
  readonly days: readonly Weekday[];
  readonly topics: readonly string[];
  /** Most items a digest shows. */
  readonly size: number;
  readonly state: 'active' | 'paused';
  /** ISO instant; only slots after it are due. */
  readonly activeFrom: string;
}

export interface ScheduleStore {
  add(schedule: Schedule): Promise<void>;
  get(id: string): Promise<Schedule | undefined>;
  /** Schedules of one workspace, or of all, in the order in which they were added. */
  list(filter?: { readonly platform?: string; readonly workspace?: string }): Promise<readonly Schedule[]>;
  setState(id: string, state: Schedule['state'], activeFrom: string): Promise<void>;
  /** Its deliveries stay as history; those still `due` become `skipped`, and it never gets a due one again. */
  remove(id: string): Promise<void>;
}

export type DeliveryState = 'due' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'skipped';

/** One row for each schedule, slot and destination; the pair (schedule, slot) is unique. */
export interface Delivery {
  readonly id: string;
  readonly schedule: string;
  /** Local date and time: `2026-03-08@02:30`. */
  readonly slot: string;
  /** ISO instant at which the slot is due. */
  readonly due: string;
  readonly place: Place;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly messageId?: string;
  readonly error?: string;
  readonly firstAttempt?: string;
  readonly lastAttempt?: string;
  /** ISO instant before which it is not tried (rate limit). */
  readonly notBefore?: string;
  /** The frozen edition; absent until composed. */
  readonly edition?: Document;
}

export interface DeliveryStore {
  /** Adds a row in state `due` (or `skipped` with a reason); false when that schedule and slot has one already. */
  claimSlot(delivery: Delivery): Promise<boolean>;
  /**
   * Takes one row that may be sent now: `due` (and past `notBefore`), or else one whose lease ran out; the oldest first.
   * Marks it `sending`, counts the attempt and gives it to `owner` until `leaseUntil` (ISO instants). Undefined when none.
   * The returned row has the state and the `lastAttempt` that it had before: `sending` means that attempt is in doubt.
   * Only rows of the given platforms are taken: those that this process is connected to.
   */
  take(
    owner: string,
    now: string,
    leaseUntil: string,
    platforms: readonly string[],
  ): Promise<(Delivery & { readonly fence: number }) | undefined>;
  /** Freezes the edition once; a second call changes nothing. Returns the frozen one. Throws when there is no such row. */
  freeze(id: string, edition: Document): Promise<Document>;
  /**
   * Records the outcome if `fence` is still the row's; false when somebody else took it since.
   * `due` gives it back, to be tried again; that of a removed schedule becomes `skipped`.
   */
  settle(id: string, fence: number, outcome: DeliveryOutcome): Promise<boolean>;
  /** Oldest due first; with a limit, the newest `limit` of them. */
  list(filter?: {
    readonly state?: DeliveryState;
    readonly schedule?: string;
    readonly platform?: string;
    readonly workspace?: string;
    readonly limit?: number;
  }): Promise<readonly Delivery[]>;
}

export interface DeliveryOutcome {
  readonly state: Exclude<DeliveryState, 'sending'>;
  readonly messageId?: string;
  readonly error?: string;
  readonly notBefore?: string;
}

/** The console's own channels and messages, and the last-tick mark: small state that must survive a restart. */
export interface ConsoleStore {
  /** Appends a message once for each marker of a channel; returns its id, the old one where the marker is known. */
  append(message: {
    readonly channel: string;
    readonly marker: string;
    readonly at: string;
    readonly body: string;
  }): Promise<number>;
  /** Messages of a channel, oldest first, the newest `limit` of them. */
  recent(
    channel: string,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly at: string; readonly body: string }[]>;
}

/** Remembers ids of inbound events for 24 hours, so that a redelivered one is handled once. */
export interface InboxStore {
  /** True the first time an id is seen. */
  first(id: string, now: string): Promise<boolean>;
}

/** Named instants that survive a restart (`ticker`). */
export interface MarkStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

/** All ports over one database. */
export interface Store extends AsyncDisposable {
  readonly knowledge: KnowledgeStore;
  readonly receipts: ReceiptStore;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly console: ConsoleStore;
  readonly inbox: InboxStore;
  readonly marks: MarkStore;
}
