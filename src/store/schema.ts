import type { Generated } from 'kysely';
import type { DeskTables } from './desk-schema.ts';

/** The tables as every engine has them. Instants that are compared are fixed-width text, see instants.ts. */
export interface Tables extends DeskTables {
  record: RecordTable;
  mention: MentionTable;
  month_day: MonthDayTable;
  holding: HoldingTable;
  receipt: ReceiptTable;
  feedback: FeedbackTable;
  schedule: ScheduleTable;
  delivery: DeliveryTable;
  console_message: ConsoleMessageTable;
  inbox: InboxTable;
  mark: MarkTable;
  budget: BudgetTable;
  errand: ErrandTable;
  edition: EditionTable;
  secret: SecretTable;
}

/** A briefing as it was exported; `body` is its JSON. */
export interface EditionTable {
  id: string;
  workspace: string;
  at: string;
  body: string;
}

export interface SecretTable {
  name: string;
  value: string;
}

/** What one reader said of one answer. */
export interface FeedbackTable {
  receipt: string;
  workspace: string;
  reader: string;
  verdict: 'helpful' | 'wrong';
  note: string | null;
  at: string;
}

/** One article, event or entity of one scope; `body` is the record as JSON. */
export interface RecordTable {
  key: Generated<number>;
  scope: string;
  kind: RecordKind;
  id: string;
  /** As the record has it, with its own precision; empty for an entity. */
  date: string;
  /** First and last day that the date may mean, for windows of time. */
  first: string;
  last: string;
  body: string;
  /** Of the body and of the way in which it is indexed. */
  hash: string;
}

export type RecordKind = 'article' | 'event' | 'entity';

/** An entity in a record; `part` is 1 when it takes part and 0 when it is only named (a speaker's addressee). */
export interface MentionTable {
  record: number;
  entity: string;
  part: number;
}

/** A month and day (`06-15`) on which an event happened. */
export interface MonthDayTable {
  record: number;
  month_day: string;
}

/** The version of what one scope holds. */
export interface HoldingTable {
  scope: string;
  version: string;
}

export interface ReceiptTable {
  id: string;
  body: string;
}

export interface ScheduleTable {
  number: Generated<number>;
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  owner: string;
  zone: string;
  /** JSON lists. */
  at: string;
  days: string;
  topics: string;
  size: number;
  /** `removed`: kept so that a slot claimed at the same moment is not sent after all. */
  state: 'active' | 'paused' | 'removed';
  active_from: string;
  /** JSON of what differs from the usual. */
  profile: string | null;
  parked: string | null;
}

export interface DeliveryTable {
  number: Generated<number>;
  id: string;
  schedule: string;
  slot: string;
  due: string;
  platform: string;
  workspace: string;
  channel: string;
  state: 'due' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'skipped';
  attempts: number;
  /** Counts the takes: whoever holds an older number has lost the row. */
  fence: Generated<number>;
  owner: string | null;
  lease_until: string | null;
  message_id: string | null;
  error: string | null;
  first_attempt: string | null;
  last_attempt: string | null;
  not_before: string | null;
  edition: string | null;
  /** State and last attempt before the row was last taken, because RETURNING only knows the new ones. */
  state_before: DeliveryTable['state'] | null;
  attempt_before: string | null;
  /** JSON of the records that the edition shows. */
  basis: string | null;
  approved_by: string | null;
}

export interface ConsoleMessageTable {
  id: Generated<number>;
  channel: string;
  marker: string;
  at: string;
  body: string;
}

export interface InboxTable {
  id: string;
  seen: string;
}

export interface MarkTable {
  name: string;
  value: string;
}

/** Milliseconds since 1970: `next` is the next free turn, `since` the beginning of the window that is counted. */
export interface BudgetTable {
  name: string;
  next: number;
  count: number;
  since: number;
}

export interface ErrandTable {
  number: Generated<number>;
  id: string;
  kind: 'correct' | 'tell' | 'ask' | 'dress';
  platform: string;
  workspace: string;
  channel: string;
  target: string;
  schedule: string;
  delivery: string;
  at: string;
  words: string;
  document: string;
  basis: string | null;
  state: 'due' | 'sending' | 'done' | 'failed';
  attempts: number;
  fence: Generated<number>;
  lease_until: string | null;
  not_before: string | null;
  outcome: string | null;
}
