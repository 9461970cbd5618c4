import type { EditionLink } from '../briefing/edition-link.ts';
import type { Document } from '../document/model.ts';
import type { PlatformAdapter } from '../platforms/platform.ts';
import type {
  BudgetStore,
  Delivery,
  DeliveryStore,
  EditionStore,
  ErrandStore,
  KnowledgeReader,
  ScheduleStore,
} from '../store/ports.ts';
import type { Gate } from './gate.ts';

/** The waiting times of deliveries: settings, so that tests can shorten them. All in seconds but the last. */
export interface DeliverRules {
  /** How long a delivery is one process's own. */
  readonly lease: number;
  /** How long after the end of a call that was not answered a platform may still carry it out. */
  readonly settle: number;
  /** How long after its first attempt a post may be repeated where that is harmless for a while. */
  readonly nonce: number;
  readonly graceHours: number;
}

export const usualRules: DeliverRules = { lease: 90, settle: 120, nonce: 60, graceHours: 6 };

/** What delivering needs from outside; it asks nobody else for the time. */
export interface DeliverParts {
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly knowledge: KnowledgeReader;
  readonly budgets: BudgetStore;
  readonly errands: ErrandStore;
  /** The platforms that this process is connected to, by name. */
  readonly platforms: ReadonlyMap<string, PlatformAdapter>;
  /** Names this process in the ledger. */
  readonly owner: string;
  readonly rules: DeliverRules;
  /** The time that all processes share. */
  readonly clock: () => Temporal.Instant;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed: () => number;
  /** Waits, or ends at once when the signal fires; never rejects. */
  readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds in which each platform answers at the quickest, and of how many answers. */
  readonly quickest: Map<string, { readonly least: number; readonly answers: number }>;
  /** Keeps few rows of each platform waiting for their turns. */
  readonly gate: Gate;
  /** An id of at most 25 of `[a-z0-9]` that is the same wherever it is made of the same parts. */
  readonly idOf: (...parts: readonly string[]) => string;
  /** Draws and sets what a frozen document holds as data; adapters do so again by themselves. It never rejects. */
  readonly ink?: (document: Document) => Promise<Document>;
  readonly editions?: EditionStore;
  readonly editionLink?: EditionLink;
  /** Told where a delivery is, so that a test can end the process there. */
  readonly reached?: (point: DeliveryPoint) => void;
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}

/** The moments of a delivery between which a process may die. */
export const deliveryPoints = [
  'claimed',
  'taken',
  'composed',
  'begun',
  'called',
  'looked',
  'settled',
] as const;
export type DeliveryPoint = (typeof deliveryPoints)[number];

/** A row that this process holds. */
export interface Held {
  readonly row: Delivery & { readonly fence: number };
  /** When it was taken, by `elapsed`. */
  readonly since: number;
  /** Lets the next one in once this one waits for no turn any more; may be called again without harm. */
  readonly leave: () => void;
}

/** Share of a lease that a call may last, and that has to be left when it begins. */
const share = 0.3;
const longestCall = 15_000;

/** Milliseconds that one call may take: it always ends before its lease does. */
export const callLimit = (rules: DeliverRules): number =>
  Math.min(longestCall, Math.floor(rules.lease * 1000 * share));

/** Milliseconds within which one more call has to begin, so that it ends before its lease does. */
export const timeToCall = (held: Held, parts: DeliverParts): number =>
  parts.rules.lease * 1000 * (1 - share) - (parts.elapsed() - held.since);

/** Whether enough of the lease is left for one more call. */
export const mayCall = (held: Held, parts: DeliverParts): boolean => timeToCall(held, parts) >= 0;
