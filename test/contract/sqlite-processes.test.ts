import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { event } from '../support/memory-knowledge.ts';
import { minutes, place, schedule, slot } from '../support/store/ledger.ts';
import { knowledge } from '../support/store/records.ts';
import { opened, temporaryFolder } from '../support/store/temporary-store.ts';

const newFile = async (): Promise<string> => join(await temporaryFolder(), 'd.db');

describe('two connections on one file', () => {
  test('may create it at the same moment', async () => {
    const file = await newFile();
    const program = 'test/support/store/claiming-process.ts';
    const runs = Array.from({ length: 3 }, () =>
      spawn(process.execPath, [program, file, '0'], { stdio: 'pipe' }),
    );
    const ends = await Promise.all(runs.map((run) => once(run, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0, 0]);
  });

  test('see what the other has written', async () => {
    const file = await newFile();
    const [one, other] = [await opened(file), await opened(file)];
    const before = await other.knowledge.version('');
    expect(await other.knowledge.entities('')).toEqual([]);
    await one.knowledge.replaceAll(
      '',
      knowledge({ events: [event('e', '2001-06-15', 'Founded', 'Founded.')] }),
    );
    expect(await other.knowledge.version('')).not.toBe(before);
    expect(await other.knowledge.eventsOn('', '06-15')).toHaveLength(1);
    await one.schedules.add(schedule('a'));
    await one.marks.set('ticker', minutes(1));
    expect(await other.schedules.get('a')).toEqual(schedule('a'));
    expect(await other.marks.get('ticker')).toBe(minutes(1));
  });

  test('claim each slot once and take each row once between them', async () => {
    const file = await newFile();
    const stores = [await opened(file), await opened(file)];
    const slots = Array.from({ length: 9 }, (_, index) => slot('a', index));
    const claims = await Promise.all(
      stores.flatMap(({ deliveries }) => slots.map((each) => deliveries.claimSlot(each))),
    );
    expect(claims.filter(Boolean)).toHaveLength(slots.length);
    const taken = await Promise.all(
      stores.flatMap(({ deliveries }, who) =>
        slots.map(() => deliveries.take(`p${who}`, minutes(30), minutes(32), [place.platform])),
      ),
    );
    const ids = taken.flatMap((row) => row?.id ?? []);
    expect(ids).toHaveLength(slots.length);
    expect(new Set(ids).size).toBe(slots.length);
  });

  test('freeze one edition between them, and an event is first in one inbox', async () => {
    const file = await newFile();
    const [one, other] = [await opened(file), await opened(file)];
    await one.deliveries.claimSlot(slot('a', 1));
    const edition = (title: string) => ({ kind: 'digest', title, blocks: [], sources: [] }) as const;
    const frozen = await Promise.all([
      one.deliveries.freeze('a-1', edition('one')),
      other.deliveries.freeze('a-1', edition('other')),
    ]);
    expect(frozen[0]).toEqual(frozen[1]);
    const firsts = await Promise.all([one, other].map(({ inbox }) => inbox.first('e1', minutes(0))));
    expect(firsts.filter(Boolean)).toHaveLength(1);
  });

  test('import at the same moment, and the data is whole afterwards', async () => {
    const file = await newFile();
    const stores = [await opened(file), await opened(file)];
    const data = (count: number) =>
      knowledge({
        events: Array.from({ length: count }, (_, index) =>
          event(`e${index}`, '2001-06-15', 'Event', `Told ${count}.`),
        ),
      });
    await Promise.all([
      stores[0]?.knowledge.replaceAll('', data(50)),
      stores[1]?.knowledge.replaceAll('', data(80)),
    ]);
    const events = await stores[0]?.knowledge.eventsOn('', '06-15');
    expect([50, 80]).toContain(events?.length);
    expect(new Set(events?.map(({ summary }) => summary)).size).toBe(1);
  });

  test('one may close while the other goes on', async () => {
    const file = await newFile();
    const [one, other] = [await opened(file), await opened(file)];
    await one.marks.set('ticker', minutes(1));
    await one[Symbol.asyncDispose]();
    await other.marks.set('ticker', minutes(2));
    expect(await other.marks.get('ticker')).toBe(minutes(2));
  });
});

describe('a process that is killed', () => {
  const slots = 400;

  test('loses nothing that was acknowledged, and nothing is given twice', { timeout: 60_000 }, async () => {
    const file = await newFile();
    const told: string[] = [];
    for (let kill = 0; kill < 5; kill++) told.push(...(await runAndKill(file, slots, 60 + 35 * kill)));
    const claimed = told.filter((line) => line.startsWith('claimed '));
    const taken = told.filter((line) => line.startsWith('taken '));
    expect(claimed.length, 'the processes were killed before they did anything').toBeGreaterThan(0);
    expect(new Set(claimed).size, 'a slot was claimed twice').toBe(claimed.length);
    expect(new Set(taken.map((line) => line.split(' ')[1])).size, 'a row was taken twice').toBe(taken.length);

    const database = new DatabaseSync(file);
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
    const rows = await (await opened(file)).deliveries.list();
    expect(new Set(rows.map((row) => row.slot)).size).toBe(rows.length);
    const standing = new Set(rows.map((row) => `claimed ${row.slot}`));
    expect(
      claimed.filter((line) => !standing.has(line)),
      'an acknowledged claim is gone',
    ).toEqual([]);
    const sending = new Set(rows.filter(({ state }) => state === 'sending').map(({ id }) => id));
    expect(
      taken.filter((line) => !sending.has(line.split(' ')[1] ?? '')),
      'a taken row is free',
    ).toEqual([]);
    // At most one claim in each killed process was stored and not yet told.
    expect(rows.length - claimed.length).toBeLessThanOrEqual(5);
  });
});

/** Runs the claiming process, kills it so many milliseconds after it is ready, and gives the lines that it told. */
async function runAndKill(file: string, slots: number, after: number): Promise<readonly string[]> {
  const program = 'test/support/store/claiming-process.ts';
  const child = spawn(process.execPath, [program, file, String(slots)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.startsWith('ready')) resolve();
    });
  });
  const closed = once(child, 'close');
  await Promise.race([ready, closed]);
  await pause(after);
  child.kill('SIGKILL');
  await closed;
  // What comes after the last line break is a line that the process did not finish.
  return text.split('\n').slice(0, -1);
}
