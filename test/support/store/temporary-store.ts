import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/ports.ts';

/** A folder that is gone when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed when the test ends. */
export async function opened(url: string): Promise<Store> {
  const store = await openStore(url);
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
}

/** A store in a new file. */
export const fileStore = async (): Promise<Store> =>
  opened(`sqlite:${join(await temporaryFolder(), 'd.db')}`);

/** A store in memory. */
export const memoryStore = (): Promise<Store> => opened(':memory:');
