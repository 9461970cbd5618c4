import { defineAction } from '../../src/command.ts';
import { notice } from '../../src/document/build.ts';
import { own } from './own-digests.ts';
import { actionsFor, listLine } from './said.ts';

export const list = defineAction({
  private: true,
  about: 'The digests of this server or workspace',
  options: {},
  run: async (_, context) => {
    const schedules = await own(context);
    if (schedules.length === 0) {
      return notice(
        'There is no digest here yet; /digest create time:09:00 makes one for the channel.',
        'nothing',
      );
    }
    return {
      ...notice(''),
      title: 'Channel digests',
      blocks: [
        { type: 'list', items: schedules.map((schedule) => listLine(schedule, context)) },
        actionsFor(schedules.slice(0, 2)),
      ],
    };
  },
});
