import type { Receipt } from '../answer/model.ts';
import type { Briefing, Format, Length } from '../briefing/model.ts';
import type { Document } from '../document/model.ts';
import type { Article, Entity, Event, KnowledgeData } from '../knowledge/model.ts';
import type { DeskStore, FeedStore } from './desk-ports.ts';

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
  /** `false` leaves out the articles that the workspace has of its own; its events stay. */
  readonly ownArticles?: false;
}

/** Narrows the articles that a workspace has of its own to those that may tell what is asked. */
export interface ArticleQuery {
  /** Words to look for, already folded, in whatever inflection; the store takes the dozen rarest ones. */
  readonly words: readonly string[];
  readonly entities: readonly string[];
  /** Last day of publication. */
  readonly until: string;
  readonly limit: number;
}

/** The articles that hold most and the rarest of what is asked, best first. */
export interface ArticlesFound {
  readonly articles: readonly Article[];
  /** Articles of the workspace that were published by then. */
  readonly total: number;
  /** How many of them hold each word that was asked for, in whatever inflection. */
  readonly frequencies: ReadonlyMap<string, number>;
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
  /** Articles that the scope has of its own, by full text: all of them are looked through, whatever their age. */
  ownArticles(scope: Scope, query: ArticleQuery): Promise<ArticlesFound>;
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

/** What a reader said of an answer, for an editor to look into. */
export interface Feedback {
  readonly receipt: string;
  readonly workspace: string;
  readonly reader: string;
  readonly verdict: 'helpful' | 'wrong';
  /** What is wrong, in the reader's words. */
  readonly note?: string;
  /** ISO instant. */
  readonly at: string;
}

export interface FeedbackStore {
  /** Keeps a reader's last word on an answer; an earlier one of hers gives way. */
  put(feedback: Feedback): Promise<void>;
  /** Newest first. */
  list(filter?: {
    readonly workspace?: string;
    readonly verdict?: Feedback['verdict'];
    readonly limit?: number;
  }): Promise<readonly Feedback[]>;
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
  /** What differs from the usual; see `profileOf`. */
  readonly profile?: Partial<Profile>;
  /** Why the desk itself paused it: a channel that is gone, a right that was taken. */
  readonly parked?: string;
}

/** What a digest is of. */
export const digestKinds = ['on this day', 'week ahead', 'briefing'] as const;
/** What is posted on a day that has nothing. */
export const emptyPolicies = ['note', 'nothing', 'nearest'] as const;
/** Where what happened on 29 February goes in a year that has none. */
export const leapPolicies = ['leap years only', '28 February', '1 March'] as const;
export const importanceLevels = ['any', 'notable', 'major'] as const;
export const digestStyles = ['compact', 'full'] as const;

/** Everything about a digest that most people leave as it is. */
export interface Profile {
  readonly kind: (typeof digestKinds)[number];
  readonly style: (typeof digestStyles)[number];
  /** Whether pictures are drawn where there is something to draw. */
  readonly picture: boolean;
  /** Of a briefing: the period as it was typed, empty for the last 90 days; how long it is; the file that goes with it. */
  readonly period: string;
  readonly length: Length;
  readonly format: Format;
  /** Topics and countries that are left out, and countries of which one has to take part. */
  readonly without: readonly string[];
  readonly countries: readonly string[];
  readonly withoutCountries: readonly string[];
  readonly least: (typeof importanceLevels)[number];
  /** Month-days (`12-25`) or ISO dates on which nothing is posted. */
  readonly quiet: readonly string[];
  readonly empty: (typeof emptyPolicies)[number];
  readonly leap: (typeof leapPolicies)[number];
  /** Hours for which a missed slot is made up for. */
  readonly grace: number;
  readonly thread: boolean;
  readonly pin: boolean;
  /** A role or user group of the platform that is mentioned; empty for none. */
  readonly mention: string;
  /** Channel in which an editor approves each edition first; empty for none. */
  readonly review: string;
}

export interface ScheduleStore {
  add(schedule: Schedule): Promise<void>;
  get(id: string): Promise<Schedule | undefined>;
  /** Schedules of one workspace, or of all, in the order in which they were added. */
  list(filter?: { readonly platform?: string; readonly workspace?: string }): Promise<readonly Schedule[]>;
  setState(id: string, state: Schedule['state'], activeFrom: string): Promise<void>;
  /** Pauses an active one for a reason that the desk found; false when it was not active. */
  park(id: string, reason: string): Promise<boolean>;
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
  /** What the edition rests on, as it was shown, and the version of the data; absent until composed. */
  readonly basis?: Basis;
  /** Who approved it, where its schedule asks for that. */
  readonly approvedBy?: string;
}

/** What an edition was made of. */
export interface Basis {
  readonly dataVersion: string;
  /** ISO instant at which it was composed. */
  readonly asOf: string;
  readonly records: readonly UsedRecord[];
}

/** A record that stands in an edition: the words that were shown of it, by field. */
export interface UsedRecord {
  readonly id: string;
  /** The local date (ISO) under which it is shown. */
  readonly on: string;
  readonly shown: Readonly<Record<string, string>>;
}

/** Rows of the ledger by where they go: of a platform, of a workspace of it, of one channel. */
export interface Reach {
  readonly platform: string;
  readonly workspace?: string;
  readonly channel?: string;
}

export interface DeliveryStore {
  /** Adds a row in state `due` (or `skipped` with a reason); false when that schedule and slot has one already. */
  claimSlot(delivery: Delivery): Promise<boolean>;
  /**
   * The same for many in one transaction; the ids of those that are new. A row that was skipped as `missed` becomes due
   * where its slot is claimed as due: it was never missed, a clock was wrong.
   */
  claimSlots(deliveries: readonly Delivery[]): Promise<readonly string[]>;
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
  freeze(id: string, edition: Document, basis?: Basis): Promise<Document>;
  /** Takes the turns and puts the time of the last one as the last attempt, in one transaction, just before a call. */
  begin(id: string, fence: number, beginning: Beginning): Promise<Begun>;
  /** The earliest instant at which some row may be taken that waits for its time or for a lease to end; undefined for none. */
  soonest(platforms: readonly string[]): Promise<string | undefined>;
  /** Rows in reach that are due are not tried before `until`; those that wait longer already go on waiting. */
  hold(reach: Reach, until: string, reason: string): Promise<void>;
  /** The row whose id is this or, where that is clear, begins with it. */
  get(id: string): Promise<Delivery | undefined>;
  /** Lets a due row go out that waits for an editor; false when it is not due any more or was approved before. */
  approve(id: string, by: string): Promise<boolean>;
  /** A row that is due is not sent; false when it is not due any more. */
  skip(id: string, reason: string): Promise<boolean>;
  /** What stands in the channel after a correction. */
  revise(id: string, edition: Document, basis: Basis): Promise<void>;
  /** Messages sent since an instant whose basis is known, oldest first. */
  standing(since: string): Promise<readonly Delivery[]>;
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
  /** `sending`: still in doubt, to be looked after at `notBefore`. */
  readonly state: DeliveryState;
  readonly messageId?: string;
  readonly error?: string;
  readonly notBefore?: string;
  /** Attempts made, where taking the row was none: it was only looked for. */
  readonly attempts?: number;
  /** The place of a call that a busy machine made later than in its turn, and until when it is in use therefore. */
  readonly late?: { readonly place: string; readonly until: number };
}

/** What a call begins with. */
export interface Beginning {
  /** Asked once it can be written: the database may have kept us waiting. */
  readonly clock: () => Temporal.Instant;
  /** In the order in which they are waited for. */
  readonly turns: readonly Turn[];
  /** Frozen with it, where nothing is frozen yet. */
  readonly edition?: { readonly document: Document; readonly basis: Basis };
}

/** Instants are milliseconds since 1970. */
export type Begun =
  /** `at`, `place`: of the last turn. `edition`: what is to be sent, as it was frozen. */
  | { readonly state: 'begun'; readonly at: number; readonly place: string; readonly edition: Document }
  /** A turn under this name comes no sooner: nothing is called yet. */
  | { readonly state: 'later'; readonly at: number; readonly name: string }
  /** Somebody else took the row. */
  | { readonly state: 'lost' };

/** A turn that is wanted under a name. Times are in milliseconds, instants since 1970. */
export interface Turn {
  readonly name: string;
  /** Turns are so far apart, on the whole. */
  readonly everyMs: number;
  /** So many calls may be close together: each takes one of so many places, which is free again after `places * everyMs`. */
  readonly places: number;
  /** What refusals may stretch `everyMs` to, see BudgetStore.close; no further than `everyMs` unless told. */
  readonly slowestMs?: number;
  /** How soon it has to come. */
  readonly within: number;
  /** It was taken before: only the next one is kept away from the call. */
  readonly isInHand?: boolean;
  /** Taken where it comes later too: whoever wants it waits for it with the turn in hand. */
  readonly keep?: boolean;
}

/** `place` names what is used until the turn is over. */
export interface TakenTurn {
  readonly at: number;
  readonly place: string;
  readonly isTaken: boolean;
}

/** Turns at calling a platform and counts of what it refused, shared by all processes. */
export interface BudgetStore {
  /** When the next turn is free, and whether it was taken: only where it comes soon enough. */
  take(turn: Turn, clock: () => Temporal.Instant): Promise<TakenTurn>;
  /**
   * No turn under a name is free before `until`. `refused`: a call was one too many at that instant, so turns come further
   * apart from then on, by `most` times at the most; without more of these they come closer again.
   */
  close(name: string, until: number, refused?: { readonly at: number; readonly most: number }): Promise<void>;
  /** Until when it is closed, or was: a turn that was taken before is none. */
  closedUntil(name: string): Promise<number>;
  /** Counts one under a name; how many there have been in the window that began with the first of them, and when it began. */
  strike(
    name: string,
    windowMs: number,
    now: number,
  ): Promise<{ readonly count: number; readonly since: number }>;
}

/** `correct`: a message is edited. `tell`: its owner is written to. `ask`: an editor is asked. `dress`: pin, thread. */
export type ErrandKind = 'correct' | 'tell' | 'ask' | 'dress';

/** Something small that has to be done on a platform once, beside deliveries; survives a restart. */
export interface Errand {
  /** At most 25 of `[a-z0-9]`: also the marker of what it posts. */
  readonly id: string;
  readonly kind: ErrandKind;
  readonly place: Place;
  /** The message that is edited or dressed; the person who is written to. */
  readonly target: string;
  readonly schedule: string;
  /** The delivery that it belongs to; empty for none. */
  readonly delivery: string;
  /** ISO instant at which it came up. */
  readonly at: string;
  /** What it is about, in words: what changed, what is wrong. */
  readonly words: string;
  readonly document: Document;
  readonly basis?: Basis;
  readonly state: 'due' | 'sending' | 'done' | 'failed';
  readonly attempts: number;
  /** What was done in the end, or why not. */
  readonly outcome?: string;
}

export interface TakenErrand extends Errand {
  readonly fence: number;
  /** Whoever held it before never said what became of it. */
  readonly wasHeld: boolean;
}

export interface ErrandStore {
  /** False when there is one with that id already. */
  add(errand: Errand): Promise<boolean>;
  /** Takes one that may be done now, the oldest first, until `leaseUntil`; its attempt is counted. */
  take(now: string, leaseUntil: string, platforms: readonly string[]): Promise<TakenErrand | undefined>;
  settle(
    id: string,
    fence: number,
    outcome: { readonly state: Errand['state']; readonly outcome: string; readonly notBefore?: string },
  ): Promise<boolean>;
  /** Oldest first; with a limit, the newest of them. */
  list(filter?: {
    readonly kind?: ErrandKind;
    readonly delivery?: string;
    readonly schedule?: string;
    readonly limit?: number;
  }): Promise<readonly Errand[]>;
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
  /** Puts another body in the place of a message's; false when there is no such message. */
  replace(id: number, body: string): Promise<boolean>;
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

/** A briefing as it was exported, and whose it is. */
export interface KeptEdition {
  readonly id: string;
  /** The only workspace to which it is shown again; a link opens it for whoever holds the link. */
  readonly workspace: string;
  /** ISO instant at which it was made. */
  readonly at: string;
  readonly briefing: Briefing;
}

export interface EditionStore {
  /** The first one under an id stays. */
  put(edition: KeptEdition): Promise<void>;
  get(id: string): Promise<KeptEdition | undefined>;
  /** What links to editions are signed with: the candidate of whoever asked first, for all processes. */
  secret(candidate: string): Promise<string>;
}

/** All ports over one database. */
export interface Store extends AsyncDisposable {
  readonly knowledge: KnowledgeStore;
  readonly receipts: ReceiptStore;
  readonly feedback: FeedbackStore;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly console: ConsoleStore;
  readonly inbox: InboxStore;
  readonly marks: MarkStore;
  readonly budgets: BudgetStore;
  readonly errands: ErrandStore;
  readonly editions: EditionStore;
  readonly desk: DeskStore;
  readonly feeds: FeedStore;
  /** The database's own time: the clocks of several machines differ. */
  readonly clock: () => Promise<Temporal.Instant>;
}
