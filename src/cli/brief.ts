import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { libraryOf } from '../answer/fetch.ts';
import { plainDocument } from '../document/plain.ts';
import { ReaderError } from '../errors.ts';
import { type Arguments, readFlags } from './arguments.ts';
import { commandDesk } from './command-desk.ts';
import type { Edges } from './edges.ts';
import { operator } from './open-desk.ts';
import { runSlash } from './slash.ts';

/**
 * `brief "topic" [--period FROM/UNTIL] [--length short|full] [--format md|html|pdf] [--out FILE]`: writes the file and says
 * where it is. Without a format, or as `--json`, it says what the slash command says.
 */
export async function runBrief(args: Arguments, edges: Edges): Promise<number> {
  const { flags, words } = readFlags(args.rest, ['topic', 'period', 'length', 'format', 'out']);
  const { out, ...options } = flags;
  const format = options.format ?? formatOf(out);
  if (format === undefined || format === 'message' || args.json) {
    if (out !== undefined) throw new ReaderError('--out needs --format md, html or pdf.');
    return runSlash('brief', args, edges);
  }
  const topic = [options.topic, ...words].filter((part) => part !== undefined && part !== '').join(' ');
  await using desk = await commandDesk(args, edges);
  // Indexing belongs to the start, and not to the time that a command has.
  await libraryOf(desk.store.knowledge, operator.workspace);
  const document = await desk.run({ command: 'brief', options: { ...options, topic, format } }, operator);
  const [file] = document.files ?? [];
  if (file === undefined) {
    edges.complain(plainDocument(document));
    return 2;
  }
  const path = resolve(out ?? file.name);
  await writeFile(path, file.content);
  edges.print(`Wrote ${path} (${Math.ceil(file.content.byteLength / 1024)} KiB).`);
  return 0;
}

/** The format that the name of a file says; undefined where it says none. */
const formatOf = (out: string | undefined): string | undefined =>
  /\.(md|html|pdf)$/i.exec(out ?? '')?.[1]?.toLowerCase();
