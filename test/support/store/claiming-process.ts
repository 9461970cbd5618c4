// A process of its own for tests: claims and takes slots as fast as it can, tells each one it was given, and is killed meanwhile.
// Arguments: file, number of slots. Writes `claimed N` and `taken ID FENCE`, each after the store has acknowledged it.
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/open-store.ts';

const [, , file = '', count = '0'] = process.argv;
const store = await openStore(`sqlite:${file}`);
const tell = (line: string): number => writeSync(1, `${line}\n`);
const from = Temporal.Instant.from('2026-03-08T07:00:00Z');
tell('ready');
for (let number = 0; number < Number(count); number++) {
  const due = from.add({ minutes: number }).toString();
  const place = { platform: 'slack', workspace: 'w1', channel: 'c1' };
  const slot = { id: `d${number}`, schedule: 's', slot: String(number), due, place, attempts: 0 };
  if (await store.deliveries.claimSlot({ ...slot, state: 'due' })) tell(`claimed ${number}`);
  // The lease outlives the test, so that a row that two processes were given was given twice.
  const row = await store.deliveries.take(`p${process.pid}`, due, '2027-01-01T00:00:00Z', ['slack']);
  if (row !== undefined) tell(`taken ${row.id} ${row.fence}`);
}
tell('done');
await store[Symbol.asyncDispose]();
