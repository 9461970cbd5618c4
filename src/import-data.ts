import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKnowledge } from './knowledge/load.ts';
import type { ImportResult, KnowledgeImporter, MarkStore } from './store/ports.ts';

/** The scope of the data that ships: every reader sees it. */
const shipped = '';
const mark = 'shipped-data';

/**
 * Brings the article data into the store. Files that are the same, to the byte, as those imported last were checked
 * then; nothing is done for them.
 * @returns what changed; undefined when the files are the same
 * @throws ConfigError with every fault of the data; the store keeps what it has
 */
export async function importData(
  directory: string,
  store: { readonly knowledge: KnowledgeImporter; readonly marks: MarkStore },
): Promise<ImportResult | undefined> {
  const print = await fingerprint([directory, join(import.meta.dirname, 'knowledge')]);
  if ((await store.marks.get(mark)) === print) return undefined;
  const result = await store.knowledge.replaceAll(shipped, await loadKnowledge(directory));
  await store.marks.set(mark, print);
  return result;
}

/** A hash over names and contents of all files: of the data, and of the code that reads it. */
async function fingerprint(directories: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const directory of directories) {
    const isThere = await stat(directory).catch(() => undefined);
    if (!isThere?.isDirectory()) continue;
    for (const name of (await readdir(directory, { recursive: true })).sort()) {
      if (!/\.(json|ts)$/.test(name)) continue;
      hash.update(`${name}\n`).update(await readFile(join(directory, name)));
    }
  }
  return hash.digest('hex');
}
