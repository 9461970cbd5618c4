import { type Context, defineCommand } from '../src/command.ts';
import { notice } from '../src/document/build.ts';
import type { Document } from '../src/document/model.ts';
import { ReaderError } from '../src/errors.ts';
import type { Delivery } from '../src/store/ports.ts';

/** What the buttons under notices and questions of the desk do: nobody types it. */
export default defineCommand({
  name: 'edition',
  about: 'Approves an edition, or resumes a digest that the desk paused',
  examples: [],
  hidden: true,
  private: true,
  options: {
    do: { type: 'text', about: 'what to do', required: true, choices: ['approve', 'refuse', 'resume'] },
    id: { type: 'text', about: 'of the edition or the digest', required: true },
  },
  run: async (options, context) => {
    switch (options.do) {
      case 'approve':
        return approve(await waiting(options.id, context), context);
      case 'refuse':
        return refuse(await waiting(options.id, context), context);
    }
    return resume(options.id, context);
  },
});

/** The edition, where the reader may decide on it. */
async function waiting(id: string, context: Context): Promise<Delivery> {
  const { origin, deliveries } = context;
  const row = await deliveries.get(id);
  if (row?.place.platform !== origin.platform || row.place.workspace !== origin.workspace) {
    throw new ReaderError('That edition is not one of this place; look at /digest history.');
  }
  if (!origin.permissions.has('manage-digests')) {
    throw new ReaderError('Only those who manage digests here can decide on an edition; ask one of them.');
  }
  return row;
}

async function approve(row: Delivery, { deliveries, origin }: Context): Promise<Document> {
  if (await deliveries.approve(row.id, origin.reader.id)) return notice('Approved; it goes out in a moment.');
  return notice(
    row.approvedBy === undefined ? `It is ${row.state} already.` : 'Somebody has approved it already.',
  );
}

async function refuse(row: Delivery, { deliveries, origin }: Context): Promise<Document> {
  const isSkipped = await deliveries.skip(row.id, `not approved by ${origin.reader.name}`);
  return notice(isSkipped ? 'It is not posted.' : `It is ${row.state} already.`);
}

/** Its owner may, wherever she reads the notice; so may whoever manages digests where it is posted. */
async function resume(id: string, { schedules, origin, now }: Context): Promise<Document> {
  const schedule = await schedules.get(id);
  const isHere = schedule?.place.workspace === origin.workspace && origin.permissions.has('manage-digests');
  const isOwner = schedule?.owner === origin.reader.id;
  if (schedule?.place.platform !== origin.platform || !(isHere || isOwner)) {
    throw new ReaderError('That digest is gone, or not yours to resume; look at /digest list.');
  }
  if (schedule.state === 'active') return notice(`Digest ${id} is on already.`);
  await schedules.setState(id, 'active', now.toInstant().toString());
  return notice(`Digest ${id} is on again, from its next time on.`);
}
