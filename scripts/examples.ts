import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryOf } from '../src/answer/fetch.ts';
import { formats } from '../src/briefing/model.ts';
import { openDesk, operator } from '../src/cli/open-desk.ts';
import type { Dispatch } from '../src/command.ts';
import { readSettings } from '../src/config.ts';
import { plainDocument } from '../src/document/plain.ts';

/**
 * Makes the briefings of `docs/examples/` in all formats, with the shipped data and always on the same day, so that only a
 * change of data or of program changes them: `npm run examples`.
 */
const examples = [
  { name: 'goa-meeting', topic: 'Goa meeting' },
  { name: 'india-and-the-sco', topic: 'India and the SCO' },
  { name: 'little-data', topic: 'Laos' },
] as const;
const day = Temporal.Instant.from('2026-11-23T09:00:00Z');
const folder = join(import.meta.dirname, '..', 'docs', 'examples');

async function make({ name, topic }: (typeof examples)[number], run: Dispatch): Promise<void> {
  for (const format of formats) {
    const document = await run({ command: 'brief', options: { topic, format } }, operator);
    const [file] = document.files ?? [];
    const picture = document.blocks.find((block) => block.type === 'picture');
    const write = (ending: string, content: string | Uint8Array): Promise<void> =>
      writeFile(join(folder, `${name}.${ending}`), content);
    if (format === 'message') await write('txt', `${plainDocument(document)}\n`);
    else if (file !== undefined) await write(format, file.content);
    if (picture !== undefined) await write('png', picture.png);
  }
}

const temporary = await mkdtemp(join(tmpdir(), 'dateline-examples-'));
try {
  await mkdir(folder, { recursive: true });
  await using desk = await openDesk({
    settings: readSettings({}),
    databaseUrl: join(temporary, 'examples.db'),
    clock: () => day,
    status: async () => ({ version: '', started: day, platforms: [] }),
    log: { error: (fields, message) => console.error(message, fields) },
  });
  // Indexing is not part of the time that a command has.
  await libraryOf(desk.store.knowledge, operator.workspace);
  for (const example of examples) await make(example, desk.run);
} finally {
  await rm(temporary, { recursive: true, force: true });
}
