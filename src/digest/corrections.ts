import { quiet, SourceList } from '../document/build.ts';
import { fit } from '../document/fit.ts';
import type { Block, Document } from '../document/model.ts';
import type { Event } from '../knowledge/model.ts';
import type { Basis, Delivery, Errand, KnowledgeReader, Schedule, UsedRecord } from '../store/ports.ts';
import { dateWords } from '../text/date-words.ts';
import { anniversaryPicture, isAnniversaryPicture } from './anniversary-picture.ts';
import { composeSlot } from './compose.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { type DayItem, dayItem } from './on-this-day.ts';
import { dayLine } from './present-day.ts';
import { profileOf } from './profile.ts';
import { monthDaysOf } from './select.ts';
import { changesOf, usedRecord } from './used-records.ts';

/** Days after which a message is left as it is: nobody reads it any more, and platforms keep messages no longer than they want. */
const mostDaysBack = 400;

/** What changed of the records in one message. */
interface Stale {
  readonly delivery: Delivery & { readonly basis: Basis; readonly edition: Document };
  readonly changes: readonly string[];
  readonly events: ReadonlyMap<string, Event>;
}

/**
 * Finds the messages that show something of which the data now says something else, and adds an errand for each. A
 * message none of whose records changed in what it shows is not touched. May be repeated: the same state of the data
 * gives the same errands.
 * @returns how many errands are new
 */
export async function findCorrections(parts: DeliverParts): Promise<number> {
  const now = parts.clock();
  const since = now.subtract({ hours: 24 * mostDaysBack });
  let added = 0;
  for (const delivery of await parts.deliveries.standing(since.toString())) {
    const stale = await compare(delivery, parts.knowledge);
    if (stale === undefined) continue;
    const schedule = await parts.schedules.get(delivery.schedule);
    const errand = await errandFor(stale, schedule, now, parts);
    if (errand !== undefined && (await parts.errands.add(errand))) added += 1;
  }
  return added;
}

async function compare(delivery: Delivery, knowledge: KnowledgeReader): Promise<Stale | undefined> {
  const { basis, edition, messageId } = delivery;
  if (basis === undefined || edition === undefined || messageId === undefined) return undefined;
  const { workspace } = delivery.place;
  if (basis.records.length === 0 || (await knowledge.version(workspace)) === basis.dataVersion)
    return undefined;
  const ids = basis.records.map(({ id }) => id);
  const events = new Map((await knowledge.events(workspace, ids)).map((event) => [event.id, event]));
  const changes = basis.records.flatMap((was) => changesOf(was, nowShown(was, events.get(was.id))));
  return changes.length === 0 ? undefined : { delivery: { ...delivery, basis, edition }, changes, events };
}

/** The record as the message would show it now. */
const nowShown = (was: UsedRecord, event: Event | undefined): UsedRecord | undefined =>
  event && usedRecord(event, was.on, 'summary' in was.shown);

async function errandFor(
  { delivery, changes, events }: Stale,
  schedule: Schedule | undefined,
  now: Temporal.Instant,
  parts: DeliverParts,
): Promise<Errand | undefined> {
  const version = await parts.knowledge.version(delivery.place.workspace);
  const zone = schedule?.zone ?? 'UTC';
  const today = dateWords(now.toZonedDateTimeISO(zone).toPlainDate().toString());
  const words = `Corrected on ${today}: ${changes.join('; ')}.`;
  const isBriefing = schedule !== undefined && profileOf(schedule).kind === 'briefing';
  const fresh = isBriefing ? await briefedAnew(delivery, schedule, parts) : undefined;
  const document = withRemark(fresh ?? redraw(delivery, schedule, events), words);
  const records = delivery.basis.records.flatMap((was) => nowShown(was, events.get(was.id)) ?? []);
  return {
    // One for each state of the data: a second change of the same record is a second correction.
    id: parts.idOf('correct', delivery.id, version),
    kind: 'correct',
    place: delivery.place,
    target: delivery.messageId ?? '',
    schedule: delivery.schedule,
    delivery: delivery.id,
    at: now.toString(),
    words,
    document,
    basis: { dataVersion: version, asOf: now.toString(), records },
    state: 'due',
    attempts: 0,
  };
}

async function briefedAnew(
  delivery: Delivery,
  schedule: Schedule,
  parts: DeliverParts,
): Promise<Document | undefined> {
  const made = await composeSlot(
    {
      schedule,
      date: Temporal.PlainDate.from(delivery.slot.slice(0, 10)),
      due: Temporal.Instant.from(delivery.due),
      id: delivery.id,
    },
    parts.knowledge,
    parts,
  );
  return made.state === 'issue' ? made.issue.document : undefined;
}

/** The message with the same records as before, as the data has them now; what no longer belongs there is left out. */
function redraw(
  { edition, basis }: Stale['delivery'],
  schedule: Schedule | undefined,
  events: ReadonlyMap<string, Event>,
): Document {
  const sources = new SourceList();
  const queue = [...basis.records];
  const left: DayItem[] = [];
  const blocks = edition.blocks.flatMap((block): readonly Block[] => {
    // It stands after the lists, and shows what is left of them.
    if (isAnniversaryPicture(block)) return anniversaryPicture(left, edition.title ?? '', schedule);
    if (block.type !== 'list') return [block];
    const kept = queue
      .splice(0, block.items.length)
      .flatMap((was) => itemOf(was, events.get(was.id), schedule) ?? []);
    left.push(...kept.map(({ item }) => item));
    const items = kept.map(({ item, isFull }) => dayLine(item, sources, isFull));
    return items.length === 0 ? [] : [{ ...block, items }];
  });
  return { ...edition, blocks, sources: sources.all };
}

function itemOf(
  was: UsedRecord,
  event: Event | undefined,
  schedule: Schedule | undefined,
): { readonly item: DayItem; readonly isFull: boolean } | undefined {
  if (event === undefined) return undefined;
  const on = Temporal.PlainDate.from(was.on);
  const leap = schedule === undefined ? 'leap years only' : profileOf(schedule).leap;
  const item = monthDaysOf(on, leap)
    .map((monthDay) => dayItem(event, monthDay, on))
    .find((each) => each !== undefined);
  return item && { item, isFull: 'summary' in was.shown };
}

/** The remark stands above the small print and the buttons; an earlier one stays above it. */
function withRemark(document: Document, words: string): Document {
  const end = document.blocks.findLastIndex((block) => block.type === 'list') + 1;
  const blocks = document.blocks.toSpliced(end === 0 ? document.blocks.length : end, 0, quiet(words));
  return fit({ ...document, blocks });
}
