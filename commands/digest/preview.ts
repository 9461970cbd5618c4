import { type Context, defineAction } from '../../src/command.ts';
import { whyBlocks } from '../../src/digest/cards.ts';
import { composeSlot, partsOf } from '../../src/digest/compose.ts';
import { readDay } from '../../src/digest/read-day.ts';
import { selectDay } from '../../src/digest/select.ts';
import { nextSlot } from '../../src/digest/slots.ts';
import { notice } from '../../src/document/build.ts';
import type { Document } from '../../src/document/model.ts';
import type { Schedule } from '../../src/store/ports.ts';
import { inked } from './inked.ts';
import { find, idOption, onlyOne } from './own-digests.ts';

export const preview = defineAction({
  private: true,
  about: 'Shows what a digest would post, without posting it',
  options: {
    id: { ...idOption, required: false, rest: false },
    date: { type: 'text', about: 'a day such as 15 June; its next one when left out' },
  },
  run: async ({ id, date }, context) => {
    const schedule = id === undefined ? await onlyOne(context) : await find(id, context);
    const { due, day } = previewSlot(schedule, date, context);
    const slot = { schedule, date: day, due };
    const made = await composeSlot(slot, context.knowledge, context);
    if (made.state === 'nothing') return notice(`Nothing would be posted: ${made.why}.`, 'nothing');
    const { document, records } = made.issue;
    const shown = {
      ...document,
      private: true,
      blocks: [...document.blocks, ...(await whyIn(slot, records.length, made.dataVersion, context))],
    };
    return inked(shown, context);
  },
});

/** Why each candidate is in or out; a briefing has none. */
async function whyIn(
  slot: Parameters<typeof partsOf>[0],
  shown: number,
  dataVersion: string,
  { knowledge }: Context,
): Promise<Document['blocks']> {
  if (slot.schedule.profile?.kind === 'briefing') return [];
  const { days, entities } = await partsOf(slot, knowledge, dataVersion);
  const sorted = days.map((day) => selectDay(day.events, day.monthDay, day.on, slot.schedule, entities));
  const all = sorted.reduce((sum, { items }) => sum + items.length, 0);
  return whyBlocks(
    shown,
    Math.max(0, all - shown),
    sorted.flatMap(({ out }) => out),
  );
}

/** The day and instant that a preview is of: the next slot, or the next time that the day comes round. */
function previewSlot(
  schedule: Schedule,
  date: string | undefined,
  { now }: Context,
): { readonly due: Temporal.Instant; readonly day: Temporal.PlainDate } {
  const next = nextSlot(schedule, now.toInstant());
  const due = next?.instant ?? now.toInstant();
  const today = now.withTimeZone(schedule.zone).toPlainDate();
  if (date === undefined) return { due, day: next?.date ?? today };
  return { due, day: comingDay(readDay(date, today), today) };
}

/** The first date from today on with that month and day; 29 February waits for its leap year. */
function comingDay(monthDay: string, today: Temporal.PlainDate): Temporal.PlainDate {
  for (let year = today.year; ; year++) {
    const day = Temporal.PlainMonthDay.from(monthDay).toPlainDate({ year });
    const isThere = day.toString().endsWith(monthDay);
    if (isThere && Temporal.PlainDate.compare(day, today) >= 0) return day;
  }
}
