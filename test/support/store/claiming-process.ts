// A process of its own for tests: claims, takes and settles slots as fast as it can, tells each step once the store has
// acknowledged it, and may be killed meanwhile. Arguments: DATABASE_URL, number of slots, the present.
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/open-store.ts';

const [, , url = '', count = '0', now = ''] = process.argv;
await using store = await openStore(url);
const { deliveries } = store;
const tell = (line: string): number => writeSync(1, `${line}\n`);
const lease = Temporal.Instant.from(now).add({ minutes: 90 }).toString();
const place = { platform: 'slack', workspace: 'w1', channel: 'c1' };

/** Takes a row and settles it; false when there is none. */
async function send(): Promise<boolean> {
  const row = await deliveries.take(`p${process.pid}`, now, lease, ['slack']);
  if (row === undefined) return false;
  tell(`taken ${row.id} ${row.fence}`);
  if (await deliveries.settle(row.id, row.fence, { state: 'sent' })) tell(`sent ${row.id}`);
  return true;
}

tell('ready');
for (let number = 0; number < Number(count); number++) {
  const slot = { id: `d${number}`, schedule: 's', slot: String(number), due: now, place, attempts: 0 };
  if (await deliveries.claimSlot({ ...slot, state: 'due' })) tell(`claimed ${number}`);
  await send();
}
while (await send());
tell('done');
