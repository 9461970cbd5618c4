import type { Receipt } from '../../src/answer/model.ts';
import type { BotStatus, Context } from '../../src/command.ts';
import type { Document } from '../../src/document/model.ts';
import type { Origin } from '../../src/invocation.ts';
import { type Pace, slower, stretchAt, usualPace } from '../../src/store/pace.ts';
import type {
  Basis,
  Beginning,
  Begun,
  BudgetStore,
  Delivery,
  DeliveryOutcome,
  DeliveryStore,
  Errand,
  ErrandStore,
  Feedback,
  FeedbackStore,
  KnowledgeReader,
  Reach,
  ReceiptStore,
  Schedule,
  ScheduleStore,
  TakenTurn,
} from '../../src/store/ports.ts';

/** What a test says of its context; the rest is made up. */
export interface ContextParts {
  readonly knowledge: KnowledgeReader;
  /** ISO date and time with zone; default `2026-11-23T09:00[UTC]`. */
  readonly now?: string;
  readonly origin?: Partial<Origin>;
  readonly schedules?: readonly Schedule[];
  readonly deliveries?: readonly Delivery[];
  readonly receipts?: readonly Receipt[];
  readonly status?: Partial<BotStatus>;
}

const someone: Origin = {
  platform: 'console',
  workspace: 'w1',
  channel: 'c1',
  reader: { id: 'r1', name: 'Reader' },
  permissions: new Set(),
};

/** A Context whose stores are lists in memory. */
export function makeContext(parts: ContextParts): Context {
  return {
    now: Temporal.ZonedDateTime.from(parts.now ?? '2026-11-23T09:00[UTC]'),
    origin: { ...someone, ...parts.origin },
    knowledge: parts.knowledge,
    schedules: memorySchedules(parts.schedules),
    deliveries: memoryDeliveries(parts.deliveries),
    errands: memoryErrands(),
    receipts: memoryReceipts(parts.receipts),
    feedback: memoryFeedback(),
    signal: new AbortController().signal,
    status: async () => ({
      version: '0.0.0-test',
      started: Temporal.Instant.from('2026-11-20T09:00:00Z'),
      platforms: [{ name: 'console', state: 'listening' }],
      ...parts.status,
    }),
  };
}

function memoryFeedback(): FeedbackStore {
  const held = new Map<string, Feedback>();
  return {
    put: async (feedback) => {
      held.set(`${feedback.receipt} ${feedback.workspace} ${feedback.reader}`, feedback);
    },
    list: async (filter = {}) =>
      [...held.values()]
        .filter(
          (each) =>
            (filter.workspace === undefined || each.workspace === filter.workspace) &&
            (filter.verdict === undefined || each.verdict === filter.verdict),
        )
        .sort((one, other) => (one.at < other.at ? 1 : -1))
        .slice(0, filter.limit),
  };
}

function memoryReceipts(first: readonly Receipt[] = []): ReceiptStore {
  const held = new Map(first.map((receipt) => [receipt.id, receipt]));
  return {
    put: async (receipt) => {
      held.set(receipt.id, receipt);
    },
    get: async (id) => held.get(id),
  };
}

export function memorySchedules(first: readonly Schedule[] = []): ScheduleStore {
  const held = new Map(first.map((schedule) => [schedule.id, schedule]));
  return {
    add: async (schedule) => {
      if (held.has(schedule.id)) throw new Error(`schedule ${schedule.id} is there already`);
      held.set(schedule.id, schedule);
    },
    get: async (id) => held.get(id),
    list: async (filter = {}) =>
      [...held.values()].filter(
        ({ place }) =>
          (filter.platform === undefined || place.platform === filter.platform) &&
          (filter.workspace === undefined || place.workspace === filter.workspace),
      ),
    setState: async (id, state, activeFrom) => {
      const known = held.get(id);
      if (known === undefined) return;
      const { parked: _, ...rest } = known;
      held.set(id, { ...rest, state, activeFrom });
    },
    park: async (id, reason) => {
      const known = held.get(id);
      if (known?.state !== 'active') return false;
      held.set(id, { ...known, state: 'paused', parked: reason });
      return true;
    },
    remove: async (id) => {
      held.delete(id);
    },
  };
}

type Row = Delivery & { readonly fence: number; readonly leaseUntil?: string };

/** The delivery ledger without a database; leases and fences as in the real one. */
export function memoryDeliveries(
  first: readonly Delivery[] = [],
  budgets: BudgetStore = memoryBudgets(),
): DeliveryStore {
  const rows = new Map<string, Row>(first.map((row) => [row.id, { ...row, fence: 0 }]));
  const free = (row: Row, now: string): boolean =>
    (row.state === 'due' && (row.notBefore ?? '') <= now) ||
    (row.state === 'sending' && (row.leaseUntil ?? '') <= now);
  return {
    claimSlot: async (delivery) => claim(rows, delivery),
    claimSlots: async (deliveries) =>
      deliveries.filter((delivery) => claim(rows, delivery)).map(({ id }) => id),
    take: async (_owner, now, leaseUntil) => {
      const row = [...rows.values()].find((each) => free(each, now));
      if (row === undefined) return undefined;
      const fence = row.fence + 1;
      const attempts = row.attempts + 1;
      const lastAttempt = row.state === 'due' ? now : (row.lastAttempt ?? now);
      const firstAttempt = row.firstAttempt ?? now;
      rows.set(row.id, { ...row, state: 'sending', attempts, fence, leaseUntil, firstAttempt, lastAttempt });
      return { ...row, attempts, fence };
    },
    freeze: async (id, edition, basis) => freeze(rows, id, edition, basis),
    begin: (id, fence, beginning) => begin(rows, budgets, id, fence, beginning),
    soonest: async () =>
      [...rows.values()]
        .flatMap((row) => {
          if (row.state === 'due') return [row.notBefore ?? row.due];
          return row.state === 'sending' && row.leaseUntil !== undefined ? [row.leaseUntil] : [];
        })
        .toSorted()[0],
    hold: async (reach, until) => {
      for (const row of rows.values()) {
        const isIn = row.state === 'due' && isWithin(row, reach) && (row.notBefore ?? '') < until;
        if (isIn) rows.set(row.id, { ...row, notBefore: until });
      }
    },
    get: async (id) => rows.get(id) ?? [...rows.values()].find((row) => row.id.startsWith(id)),
    approve: async (id, by) => change(rows, id, ({ notBefore: _, ...row }) => ({ ...row, approvedBy: by })),
    skip: async (id, reason) => change(rows, id, (row) => ({ ...row, state: 'skipped', error: reason })),
    revise: async (id, edition, basis) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, edition, basis });
    },
    standing: async (since) =>
      [...rows.values()].filter((row) => row.state === 'sent' && row.basis !== undefined && row.due >= since),
    settle: async (id, fence, outcome) => {
      const { late } = outcome;
      if (late !== undefined) await budgets.close(late.place, late.until);
      return settle(rows, id, fence, outcome);
    },
    list: async (filter = {}) =>
      [...rows.values()]
        .filter(
          (row) =>
            (filter.state === undefined || row.state === filter.state) &&
            (filter.schedule === undefined || row.schedule === filter.schedule),
        )
        .slice(0, filter.limit),
  };
}

function claim(rows: Map<string, Row>, delivery: Delivery): boolean {
  const known = [...rows.values()].find(
    (row) => row.schedule === delivery.schedule && row.slot === delivery.slot,
  );
  const wasMissed = known?.state === 'skipped' && known.error?.startsWith('missed') === true;
  if (known !== undefined && !(wasMissed && delivery.state === 'due')) return false;
  rows.set(delivery.id, { ...delivery, fence: 0 });
  return true;
}

const isWithin = ({ place }: Row, reach: Reach): boolean =>
  place.platform === reach.platform &&
  (reach.workspace === undefined || place.workspace === reach.workspace) &&
  (reach.channel === undefined || place.channel === reach.channel);

function change(rows: Map<string, Row>, id: string, to: (row: Row) => Row): boolean {
  const row = rows.get(id);
  if (row?.state !== 'due' || row.approvedBy !== undefined) return false;
  rows.set(id, to(row));
  return true;
}

function freeze(rows: Map<string, Row>, id: string, edition: Document, basis?: Basis): Document {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`no delivery ${id}`);
  const frozen = row.edition ?? edition;
  rows.set(id, { ...row, edition: frozen, ...(row.edition === undefined && basis ? { basis } : {}) });
  return frozen;
}

async function begin(
  rows: Map<string, Row>,
  budgets: BudgetStore,
  id: string,
  fence: number,
  { clock, turns, edition }: Beginning,
): Promise<Begun> {
  const row = rows.get(id);
  if (row?.fence !== fence) return { state: 'lost' };
  if (edition !== undefined) freeze(rows, id, edition.document, edition.basis);
  let last: Pick<TakenTurn, 'at' | 'place'> = { at: clock().epochMilliseconds, place: '' };
  for (const turn of turns) {
    if (turn.isInHand === true) continue;
    const taken = await budgets.take(turn, clock);
    if (!taken.isTaken) return { state: 'later', at: taken.at, name: turn.name };
    last = taken;
  }
  const frozen = rows.get(id) ?? row;
  rows.set(id, { ...frozen, lastAttempt: clock().toString() });
  if (frozen.edition === undefined) throw new Error(`no edition of ${id}`);
  return { state: 'begun', at: last.at, place: last.place, edition: frozen.edition };
}

function settle(rows: Map<string, Row>, id: string, fence: number, outcome: DeliveryOutcome): boolean {
  const row = rows.get(id);
  if (row === undefined || row.fence !== fence) return false;
  const { notBefore: _, error: __, leaseUntil: ___, ...rest } = row;
  const { late: ____, ...kept } = outcome;
  const lease = outcome.state === 'sending' ? { leaseUntil: outcome.notBefore ?? row.leaseUntil ?? '' } : {};
  rows.set(id, { ...rest, ...kept, ...lease });
  return true;
}

export function memoryErrands(): ErrandStore {
  const rows = new Map<string, Errand & { fence: number; until: string }>();
  return {
    add: async (errand) => {
      if (rows.has(errand.id)) return false;
      rows.set(errand.id, { ...errand, fence: 0, until: '' });
      return true;
    },
    take: async (now, leaseUntil) => {
      const row = [...rows.values()].find(
        ({ state, until }) => (state === 'due' || state === 'sending') && until <= now,
      );
      if (row === undefined) return undefined;
      const taken = { ...row, state: 'sending', attempts: row.attempts + 1, fence: row.fence + 1 } as const;
      rows.set(row.id, { ...taken, until: leaseUntil });
      return { ...taken, wasHeld: row.state === 'sending' };
    },
    settle: async (id, fence, { state, outcome, notBefore }) => {
      const row = rows.get(id);
      if (row?.fence !== fence) return false;
      rows.set(id, { ...row, state, outcome, until: notBefore ?? '' });
      return true;
    },
    list: async (filter = {}) =>
      [...rows.values()].filter(
        (row) =>
          (filter.kind === undefined || row.kind === filter.kind) &&
          (filter.delivery === undefined || row.delivery === filter.delivery) &&
          (filter.schedule === undefined || row.schedule === filter.schedule),
      ),
  };
}

export function memoryBudgets(): BudgetStore {
  const next = new Map<string, number>();
  const closed = new Map<string, number>();
  const counts = new Map<string, { count: number; since: number }>();
  const paces = new Map<string, Pace>();
  return {
    take: async ({ name, everyMs: usual, slowestMs = 0, places, within, keep }, clock) => {
      const now = clock().epochMilliseconds;
      const everyMs = Math.max(
        usual,
        Math.min(slowestMs, usual * stretchAt(paces.get(name) ?? usualPace, now)),
      );
      const all = Array.from({ length: Math.max(1, places) }, (_, index) => `${name} ${index}`);
      const freeAt = (place: string): number => Math.max(next.get(place) ?? 0, closed.get(place) ?? 0);
      const place = all.reduce((one, other) => (freeAt(other) < freeAt(one) ? other : one));
      const at = Math.max(closed.get(name) ?? 0, freeAt(place), now);
      const isTaken = at <= now + within;
      if (isTaken || keep) next.set(place, at + Math.max(1, places) * everyMs);
      return { at, place, isTaken };
    },
    close: async (name, until, refused) => {
      closed.set(name, Math.max(closed.get(name) ?? 0, until));
      if (refused === undefined) return;
      paces.set(name, slower(paces.get(name) ?? usualPace, refused.at, until, refused.most));
    },
    closedUntil: async (name) => closed.get(name) ?? 0,
    strike: async (name, windowMs, now) => {
      const known = counts.get(name);
      const counted =
        known !== undefined && known.since > now - windowMs
          ? { count: known.count + 1, since: known.since }
          : { count: 1, since: now };
      counts.set(name, counted);
      return counted;
    },
  };
}
