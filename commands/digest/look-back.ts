import { defineAction } from '../../src/command.ts';
import { calendarOf } from '../../src/digest/calendar.ts';
import { calendarCard, editionCard, historyCard } from '../../src/digest/cards.ts';
import { ReaderError } from '../../src/errors.ts';
import { shorten } from '../../src/options.ts';
import { inked } from './inked.ts';
import { find, idOption, onlyOne } from './own-digests.ts';

export const calendar = defineAction({
  private: true,
  about: 'The next 14 times of a digest: local time, UTC, how much there is, clock changes',
  options: { id: { ...idOption, required: false } },
  run: async ({ id }, context) => {
    const schedule = id === undefined ? await onlyOne(context) : await find(id, context);
    const lines = await calendarOf(schedule, context.now.toInstant(), 14, context.knowledge);
    return calendarCard(schedule, lines);
  },
});

export const history = defineAction({
  private: true,
  about: 'What became of a digest’s last times, with corrections',
  options: { id: { ...idOption, required: false } },
  run: async ({ id }, context) => {
    const schedule = id === undefined ? await onlyOne(context) : await find(id, context);
    const [rows, errands] = await Promise.all([
      context.deliveries.list({ schedule: schedule.id, limit: 10 }),
      context.errands.list({ schedule: schedule.id, kind: 'correct' }),
    ]);
    return historyCard(schedule, rows, errands);
  },
});

export const show = defineAction({
  private: true,
  about: 'One edition: what it showed, the data it rests on, and what became of it',
  options: {
    id: {
      type: 'text',
      about: 'the edition’s id, as it stands in its small print',
      required: true,
      rest: true,
    },
  },
  run: async ({ id }, context) => {
    const row = await context.deliveries.get(id.trim().toLowerCase());
    const isOurs =
      row?.place.platform === context.origin.platform && row.place.workspace === context.origin.workspace;
    if (row === undefined || !isOurs) {
      throw new ReaderError(
        `There is no edition “${shorten(id, 20)}” here; /digest history names the last ones.`,
      );
    }
    return inked(editionCard(row, await context.errands.list({ delivery: row.id })), context);
  },
});
