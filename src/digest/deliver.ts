import type { Document } from '../document/model.ts';
import type { FindOutcome, PlatformAdapter, PostOutcome } from '../platforms/platform.ts';
import type { DeliveryOutcome, Schedule } from '../store/ports.ts';
import { dressErrand, reviewErrand } from './ask-for-review.ts';
import { basisOf, composeSlot } from './compose.ts';
import { callLimit, type DeliverParts, type Held, mayCall } from './deliver-parts.ts';
import { doubtStep, lookAt, lookPause, repeatPause, troublePause } from './doubt.ts';
import { park, parkAll } from './park.ts';
import { profileOf } from './profile.ts';
import { whyTooLate } from './too-late.ts';
import { closeToken, countRefusal, shutUntil, takeAnotherTurn, takeTurn } from './turns.ts';

/** Takes one delivery that may be sent now and sees it through; false when there is none. */
export async function deliverOne(parts: DeliverParts): Promise<boolean> {
  const now = parts.clock();
  const since = parts.elapsed();
  const lease = now.add({ milliseconds: Math.round(parts.rules.lease * 1000) });
  const names = [...parts.platforms.keys()];
  const row = await parts.deliveries.take(parts.owner, now.toString(), lease.toString(), names);
  if (row === undefined) return false;
  parts.reached?.('taken');
  const held = { row, since };
  const outcome = await outcomeOf(held, parts);
  if (outcome !== undefined) await settle(held, outcome, parts);
  return true;
}

async function settle({ row }: Held, outcome: DeliveryOutcome, parts: DeliverParts): Promise<void> {
  const fields = { delivery: row.id, schedule: row.schedule, slot: row.slot, ...outcome };
  const isOurs = await parts.deliveries.settle(row.id, row.fence, outcome);
  parts.reached?.('settled');
  if (!isOurs) parts.log.warn(fields, 'another process had taken over this delivery');
  else if (outcome.state === 'due' || outcome.state === 'sending') parts.log.info(fields, 'delivery waits');
  else parts.log.info(fields, `delivery ${outcome.state}`);
}

/** What became of it. Undefined where the row is left to its lease. */
async function outcomeOf(held: Held, parts: DeliverParts): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const adapter = parts.platforms.get(row.place.platform);
  if (adapter === undefined) return undefined;
  const schedule = await parts.schedules.get(row.schedule);
  if (row.state === 'sending') return inDoubt(held, adapter, schedule, parts);
  if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
  // A digest that somebody paused is not posted; one posted by hand is, whatever its schedule does.
  if (schedule.parked !== undefined)
    return { state: 'failed', error: schedule.parked, attempts: row.attempts - 1 };
  if (schedule.state === 'paused' && row.slot.length === 16)
    return { state: 'skipped', error: 'its digest is paused' };
  const tooLate = await whyTooLate(row, schedule, parts);
  if (tooLate !== undefined) return { state: 'skipped', error: tooLate, attempts: row.attempts - 1 };
  return composed(held, adapter, schedule, parts);
}

/** Composes the edition once; whatever happens later, the same bytes are sent. */
async function composed(
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const edition = row.edition ?? (await freeze(held, schedule, parts));
  if (edition === undefined) {
    return { state: 'skipped', error: 'there was nothing to show, and nothing is posted then', attempts: 0 };
  }
  parts.reached?.('frozen');
  const { review, grace } = profileOf(schedule, parts.rules.graceHours);
  if (review !== '' && row.approvedBy === undefined) {
    const until = Temporal.Instant.from(row.due).add({ seconds: Math.round(grace * 3600) });
    if (Temporal.Instant.compare(parts.clock(), until) >= 0) {
      return { state: 'skipped', error: 'no editor approved it in time', attempts: 0 };
    }
    await parts.errands.add(reviewErrand(row, schedule, review, edition, parts));
    return {
      state: 'due',
      error: `waits for approval in ${review}`,
      notBefore: until.toString(),
      attempts: 0,
    };
  }
  return call(held, adapter, edition, schedule, parts);
}

/** Seconds after its time from which an edition says that it is late. */
const lateAfter = 600;

async function freeze({ row }: Held, schedule: Schedule, parts: DeliverParts): Promise<Document | undefined> {
  const due = Temporal.Instant.from(row.due);
  const now = parts.clock();
  const isLate = now.since(due).total('seconds') > lateAfter && profileOf(schedule).review === '';
  const slot = {
    schedule,
    date: Temporal.PlainDate.from(row.slot.slice(0, 10)),
    due,
    id: row.id,
    ...(isLate ? { remarks: [`Late: this was due at ${row.slot.slice(11, 16)}.`] } : {}),
  };
  const made = await composeSlot(slot, parts.knowledge);
  if (made.state === 'nothing') return undefined;
  return parts.deliveries.freeze(row.id, made.issue.document, basisOf(made, now));
}

/** One call to the platform, in its turn and well within the lease. */
async function call(
  held: Held,
  adapter: PlatformAdapter,
  edition: Document,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const again = row.state === 'sending';
  const turn = await takeTurn(row, adapter.manners, true, parts);
  if ('later' in turn) {
    const state = again ? 'sending' : 'due';
    return { state, error: turn.reason, notBefore: turn.later.toString(), attempts: row.attempts - 1 };
  }
  if (!(await inTurn(held, turn.wait, adapter, parts))) return undefined;
  const shut = shutUntil(row.place, adapter.manners, parts);
  if (shut !== undefined) {
    const state = again ? 'sending' : 'due';
    const error = 'the platform asks us to slow down';
    return { state, error, notBefore: shut.toString(), attempts: row.attempts - 1 };
  }
  if (!mayCall(held, parts)) {
    parts.log.warn({ delivery: row.id }, 'too little is left of the lease for a call; it is given back');
    const state = again ? 'sending' : 'due';
    const error = 'the process was too slow';
    return { state, error, notBefore: parts.clock().toString(), attempts: row.attempts - 1 };
  }
  parts.reached?.('begun');
  const mention = schedule === undefined ? '' : profileOf(schedule).mention;
  const within = callLimit(parts.rules);
  const options = mention === '' ? { within } : { within, mention };
  const answered = new AbortController();
  const outcome = await Promise.race([
    adapter.post(row.place, edition, row.id, options),
    parts.pause(within + 500, answered.signal).then(() => overdue),
  ]).finally(() => answered.abort());
  parts.reached?.('called');
  return read(outcome, held, adapter, schedule, parts);
}

/** Milliseconds after which a turn is stale: calls that a busy machine held up would go out in a heap, above the limit. */
const staleAfter = 40;
const mostTurns = 3;

/** Waits for the turn, and takes another one where it was missed. False where the row is another process's by now. */
async function inTurn(
  { row, since }: Held,
  wait: number,
  { manners }: PlatformAdapter,
  parts: DeliverParts,
): Promise<boolean> {
  let next = wait;
  for (let tries = 1; ; tries++) {
    // Written down before the turn comes and not in it: a database that is busy would make a heap of even turns.
    const taken = parts.elapsed();
    const at = parts.clock().add({ milliseconds: Math.ceil(next) });
    if (!(await parts.deliveries.begin(row.id, row.fence, at.toString()))) return false;
    const rest = next - (parts.elapsed() - taken);
    if (rest > 0) await parts.pause(rest);
    const late = parts.elapsed() - taken - next;
    if (manners === undefined || late < staleAfter || tries === mostTurns) return true;
    next = await takeAnotherTurn(row, manners, parts);
    // Who cannot wait for it goes now: the lease must not run out meanwhile.
    if (parts.elapsed() - since + next > parts.rules.lease * 300) return true;
  }
}

/** An adapter that does not keep to its time is not waited for: the lease must not run out meanwhile. */
const overdue: PostOutcome = { state: 'doubt', reason: 'the platform did not answer in time' };

/** After a crash or a lost answer: repeats, waits or looks, as the rules for doubt say. */
async function inDoubt(
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  // Nothing was ever sent: the process ended before the edition was put together.
  if (row.edition === undefined) {
    if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
    return composed({ ...held, row: { ...row, state: 'due' } }, adapter, schedule, parts);
  }
  const { edition } = row;
  const step = doubtStep(row, adapter.manners?.again ?? 'doubles', parts.clock(), parts.rules);
  switch (step.step) {
    case 'repeat':
      return call(held, adapter, edition, schedule, parts);
    case 'wait': {
      const error = row.error ?? 'the process ended before it knew whether this arrived';
      return { state: 'sending', error, notBefore: step.until.toString(), attempts: row.attempts - 1 };
    }
    case 'look':
      return look(held, adapter, edition, schedule, parts);
  }
}

async function look(
  held: Held,
  adapter: PlatformAdapter,
  edition: Document,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  const turn = await takeTurn(row, adapter.manners, false, parts);
  if ('later' in turn) {
    return {
      state: 'sending',
      error: turn.reason,
      notBefore: turn.later.toString(),
      attempts: row.attempts - 1,
    };
  }
  if (turn.wait > 0) await parts.pause(turn.wait);
  const since = Temporal.Instant.from(row.firstAttempt ?? row.due);
  const found = await adapter.find(row.place, row.id, since);
  parts.reached?.('looked');
  switch (found.state) {
    case 'found':
      return { state: 'sent', messageId: found.messageId, attempts: row.attempts - 1 };
    case 'unknown':
      return unsearched(found, row, parts);
    case 'absent':
      // It is known not to have arrived: no doubt is left, only a platform that does not take it.
      if (isOver(row, schedule, parts)) {
        return { state: 'failed', error: 'the platform did not take it in time', attempts: row.attempts - 1 };
      }
      // The row of a deleted digest is only looked for: what has not arrived is not sent any more.
      if (schedule === undefined) return { state: 'skipped', error: 'its digest was deleted' };
      return call(held, adapter, edition, schedule, parts);
  }
}

/** Whether it is too late to post what is known not to have arrived: its grace bounds the calls, since they get ever rarer. */
function isOver(row: Held['row'], schedule: Schedule | undefined, parts: DeliverParts): boolean {
  const grace = schedule === undefined ? 0 : profileOf(schedule, parts.rules.graceHours).grace;
  const late = parts.clock().since(Temporal.Instant.from(row.due)).total('hours');
  return late > Math.max(grace, 1);
}

/** Hours after which a channel that cannot be searched is given up. */
const longestSearch = 24;

/** A search that failed counts as no attempt: while the platform is down, nothing is given up. */
function unsearched(
  found: Extract<FindOutcome, { state: 'unknown' }>,
  row: Held['row'],
  parts: DeliverParts,
): DeliveryOutcome {
  const now = parts.clock();
  const attempts = row.attempts - 1;
  const hours = now.since(lookAt(row, parts.rules)).total('hours');
  if (found.later === undefined || hours > longestSearch) {
    const error = `it may have arrived, and cannot be looked for: ${found.reason}`;
    return { state: 'uncertain', error, attempts };
  }
  const pause = now.add({ milliseconds: Math.round(lookPause(row, now, parts.rules) * 1000) });
  return { state: 'sending', error: found.reason, notBefore: later(found.later, pause).toString(), attempts };
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

/** What the platform's answer means for the row, and for everybody else who posts there. */
async function read(
  outcome: PostOutcome,
  held: Held,
  adapter: PlatformAdapter,
  schedule: Schedule | undefined,
  parts: DeliverParts,
): Promise<DeliveryOutcome | undefined> {
  const { row } = held;
  switch (outcome.state) {
    case 'sent': {
      const dress = schedule && dressErrand(row, schedule, outcome.messageId, parts);
      if (dress !== undefined) await parts.errands.add(dress);
      return { state: 'sent', messageId: outcome.messageId };
    }
    case 'later':
      return limited(outcome, held, adapter, parts);
    case 'refused':
      if (outcome.counted && adapter.manners) await countRefusal(row.place, adapter.manners, parts);
      if (outcome.token) await parkAll(row, adapter.manners?.tokenOf ?? 'workspace', outcome.reason, parts);
      else if (outcome.gone && schedule !== undefined) await park(row, schedule, outcome.reason, parts);
      return { state: 'failed', error: outcome.reason };
    case 'doubt':
      return doubted(outcome.reason, held, adapter, parts);
  }
}

/** Not sent, and told when it may be: so may nobody else in reach before. */
async function limited(
  outcome: Extract<PostOutcome, { state: 'later' }>,
  { row }: Held,
  adapter: PlatformAdapter,
  parts: DeliverParts,
): Promise<DeliveryOutcome> {
  const { platform, workspace, channel } = row.place;
  const { manners } = adapter;
  const counted = outcome.counted && manners ? await countRefusal(row.place, manners, parts) : undefined;
  const at = counted === undefined ? outcome.at : later(counted, outcome.at);
  const reach = outcome.reach ?? 'channel';
  if (reach !== 'channel' && manners !== undefined) await closeToken(row.place, manners, at, parts);
  const within = {
    channel: { platform, workspace, channel },
    workspace: { platform, workspace },
    platform: { platform },
  };
  await parts.deliveries.hold(within[reach], at.toString(), outcome.reason);
  // A repeated call that was limited says nothing of the first: that stays in doubt.
  const state = row.state === 'sending' ? 'sending' : 'due';
  return { state, error: outcome.reason, notBefore: at.toString() };
}

function doubted(
  reason: string,
  { row }: Held,
  adapter: PlatformAdapter,
  parts: DeliverParts,
): DeliveryOutcome {
  parts.log.warn({ delivery: row.id, reason }, 'nobody knows whether this arrived');
  const now = parts.clock();
  const began = { ...row, lastAttempt: now.toString() };
  const again = adapter.manners?.again ?? 'doubles';
  const step = doubtStep(began, again, now, parts.rules);
  const at =
    step.step === 'wait'
      ? lookAt(began, parts.rules).add({ seconds: troublePause(row, now) })
      : now.add({ milliseconds: repeatPause(row, now) });
  return { state: 'sending', error: reason, notBefore: at.toString() };
}
