import { defineAction } from '../../src/command.ts';
import { describeTiming } from '../../src/digest/describe.ts';
import { runNow } from '../../src/digest/run-now.ts';
import { find, idOption, manage, onlyOne } from './own-digests.ts';
import { said, topicWords } from './said.ts';

export const run = defineAction({
  ...manage,
  about: 'Posts a digest now; asks first where today has one already',
  options: {
    id: { ...idOption, required: false, rest: false },
    replace: { type: 'boolean', about: 'yes: instead of today’s own; no: beside it' },
  },
  run: async ({ id, replace }, context) =>
    runNow(id === undefined ? await onlyOne(context) : await find(id, context), replace, context),
});

export const pause = defineAction({
  ...manage,
  about: 'Stops a digest for the time being',
  options: { id: idOption },
  run: async ({ id }, context) => {
    const schedule = await find(id, context);
    await context.schedules.setState(schedule.id, 'paused', schedule.activeFrom);
    return said(`Digest ${schedule.id} is paused; nothing more is posted until it is resumed.`, context, [
      { ...schedule, state: 'paused' },
    ]);
  },
});

export const resume = defineAction({
  ...manage,
  about: 'Goes on with a paused digest, from its next time on',
  options: { id: idOption },
  run: async ({ id }, context) => {
    const schedule = await find(id, context);
    if (schedule.state === 'active') return said(`Digest ${schedule.id} is on already.`, context, [schedule]);
    const activeFrom = context.now.toInstant().toString();
    await context.schedules.setState(schedule.id, 'active', activeFrom);
    return said(`Digest ${schedule.id} is on again: ${describeTiming(schedule)}.`, context, [
      { ...schedule, state: 'active', activeFrom },
    ]);
  },
});

export const remove = defineAction({
  ...manage,
  about: 'Ends a digest for good',
  options: { id: idOption },
  run: async ({ id }, context) => {
    const schedule = await find(id, context);
    await context.schedules.remove(schedule.id);
    return said(
      `Digest ${schedule.id} is deleted. It was ${describeTiming(schedule)}${topicWords(schedule)}.`,
      context,
      [],
    );
  },
});
