import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { claimInProcess } from '../support/store/run-claiming.ts';
import { temporaryFolder } from '../support/store/temporary-store.ts';
import { processesContract } from './processes.contract.ts';

const newFile = async (): Promise<string> => join(await temporaryFolder(), 'd.db');

processesContract('SQLite', newFile);

describe('SQLite', () => {
  test('keeps its file sound when the processes on it are killed', { timeout: 60_000 }, async () => {
    const file = await newFile();
    await Promise.all([60, 120].map((killAfter) => claimInProcess(file, { slots: 400, killAfter })));
    const database = new DatabaseSync(file);
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  });
});
