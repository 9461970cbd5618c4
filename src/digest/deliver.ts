import type { Document } from '../document/model.ts';
import type { PlatformAdapter, PostOutcome } from '../platforms/platform.ts';
import type {
  Delivery,
  DeliveryOutcome,
  DeliveryStore,
  KnowledgeReader,
  Schedule,
  ScheduleStore,
} from '../store/ports.ts';
import { composeEdition } from './edition.ts';

/** What delivering needs; the time comes in with each call. */
export interface DeliverParts {
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly knowledge: KnowledgeReader;
  /** The platforms that this process is connected to, by name. */
  readonly platforms: ReadonlyMap<string, PlatformAdapter>;
  /** Names this process in the ledger. */
  readonly owner: string;
  /** How long a delivery is this process's own, in seconds. */
  readonly leaseSeconds: number;
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}

type Taken = Delivery & { readonly fence: number };

/** Attempts after which a delivery that stays in doubt is left as `uncertain` for a person to look at. */
const mostAttempts = 6;

/** Takes one delivery that may be sent now and sees it through; false when there is none. */
export async function deliverOne(parts: DeliverParts, now: Temporal.Instant): Promise<boolean> {
  const lease = now.add({ seconds: parts.leaseSeconds });
  const names = [...parts.platforms.keys()];
  const row = await parts.deliveries.take(parts.owner, now.toString(), lease.toString(), names);
  if (row === undefined) return false;
  const outcome = await outcomeOf(row, parts);
  if (outcome !== undefined) await settle(row, outcome, parts);
  return true;
}

async function settle(row: Taken, outcome: DeliveryOutcome, parts: DeliverParts): Promise<void> {
  const fields = { delivery: row.id, schedule: row.schedule, slot: row.slot, ...outcome };
  if (await parts.deliveries.settle(row.id, row.fence, outcome)) {
    parts.log.info(fields, `delivery ${outcome.state}`);
  } else {
    parts.log.warn(fields, 'another process had taken over this delivery');
  }
}

/** What became of it; undefined while nobody knows, so that it is looked for once the lease has run out. */
async function outcomeOf(row: Taken, parts: DeliverParts): Promise<DeliveryOutcome | undefined> {
  const adapter = parts.platforms.get(row.place.platform);
  const schedule = await parts.schedules.get(row.schedule);
  if (adapter === undefined) return undefined;
  if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
  if (row.state === 'sending') {
    const known = await lookForIt(row, adapter);
    if (known !== undefined) return known;
  }
  const edition = row.edition ?? (await freeze(row, schedule, parts));
  const outcome = await adapter.post(row.place, edition, row.id);
  return read(outcome, row, schedule, parts);
}

/** After a crash or a lost response: whether the message stands there already. Undefined: it does not, send it. */
async function lookForIt(row: Taken, adapter: PlatformAdapter): Promise<DeliveryOutcome | undefined> {
  const since = Temporal.Instant.from(row.firstAttempt ?? row.due);
  const found = await adapter.find(row.place, row.id, since);
  switch (found.state) {
    case 'found':
      return { state: 'sent', messageId: found.messageId };
    case 'unknown':
      return { state: 'uncertain', error: `it may have arrived, and cannot be looked for: ${found.reason}` };
    case 'absent':
      return row.attempts > mostAttempts
        ? { state: 'uncertain', error: `given up after ${mostAttempts} attempts` }
        : undefined;
  }
}

/** Composes the edition once; whatever happens later, the same bytes are sent. */
async function freeze(row: Taken, schedule: Schedule, parts: DeliverParts): Promise<Document> {
  const { knowledge } = parts;
  const { workspace } = row.place;
  const date = Temporal.PlainDate.from(row.slot.slice(0, 10));
  const edition = composeEdition({
    schedule,
    date,
    due: Temporal.Instant.from(row.due),
    events: await knowledge.eventsOn(workspace, date.toString().slice(5)),
    entities: schedule.topics.length === 0 ? [] : await knowledge.entities(workspace),
    dataVersion: await knowledge.version(workspace),
  });
  return parts.deliveries.freeze(row.id, edition);
}

async function read(
  outcome: PostOutcome,
  row: Taken,
  schedule: Schedule,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', messageId: outcome.messageId };
    case 'later':
      return { state: 'due', error: outcome.reason, notBefore: outcome.at.toString() };
    case 'refused':
      if (outcome.gone) await park(row, schedule, outcome.reason, parts);
      return { state: 'failed', error: outcome.reason };
    case 'doubt':
      parts.log.warn({ delivery: row.id, reason: outcome.reason }, 'nobody knows whether this arrived');
      return undefined;
  }
}

/** A channel that no later attempt can reach: its digest stops until somebody resumes it. */
async function park(row: Taken, schedule: Schedule, reason: string, parts: DeliverParts): Promise<void> {
  await parts.schedules.setState(schedule.id, 'paused', schedule.activeFrom);
  parts.log.error({ schedule: schedule.id, place: row.place, reason }, 'digest paused: its channel is gone');
}
