import type { Kysely, RawBuilder, Selectable, Transaction } from 'kysely';
import type { DeliveryTable, Tables } from './schema.ts';

/** What one database engine brings; everything else is written once, over the query builder. */
export interface Engine {
  /**
   * A transaction of it may write from its first statement on: it never fails because another process wrote meanwhile.
   * What it has read may have changed by the time it writes, unless it is `alone` with it.
   */
  readonly db: Kysely<Tables>;
  readonly search: FullText;
  /** One atomic statement that takes a delivery, see DeliveryStore.take. Instants are columns. */
  readonly takeDelivery: (take: Take) => Promise<Selectable<DeliveryTable> | undefined>;
  /** Waits until no other transaction is alone with the name, in any process, and keeps others out until this one ends. */
  readonly alone: (transaction: Transaction<Tables>, name: string) => Promise<void>;
  /** Waits until nobody is alone with the name, and lets nobody be until this transaction ends; any number may do so at once. */
  readonly beside: (transaction: Transaction<Tables>, name: string) => Promise<void>;
  /** The clock that all processes on this database share. */
  readonly now: () => Promise<Temporal.Instant>;
  /** Leaves everything on disk and closes. */
  readonly close: () => Promise<void>;
}

export interface Take {
  readonly owner: string;
  readonly now: string;
  readonly leaseUntil: string;
  readonly platforms: readonly string[];
}

/** The engine's own full-text index over records. An entry goes when its record goes. */
export interface FullText {
  /** Adds the words of new records, already folded and set apart by spaces. */
  readonly add: (
    transaction: Transaction<Tables>,
    entries: readonly { readonly record: number; readonly words: string }[],
  ) => Promise<void>;
  /** A SELECT of the keys (`record`) of records that hold one of the folded words, in any scope. */
  readonly holding: (...words: readonly string[]) => RawBuilder<{ record: number }>;
}
