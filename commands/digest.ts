import { defineGroup } from '../src/command.ts';
import { create } from './digest/create.ts';
import { list } from './digest/list.ts';
import { calendar, history, show } from './digest/look-back.ts';
import { preview } from './digest/preview.ts';
import { pause, remove, resume, run } from './digest/switch.ts';

export default defineGroup({
  name: 'digest',
  about: 'Scheduled “on this day” digests for a channel',
  examples: ['digest create time:09:00 zone:Asia/Kolkata days:mon-fri', 'digest list', 'digest preview'],
  subcommands: { create, list, preview, calendar, history, show, run, pause, resume, delete: remove },
});
