import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { type Fault, faultLine } from './fault.ts';
import type { KnowledgeData } from './model.ts';
import { type DataFile, type FileKind, type Parsed, parseKnowledge } from './parse.ts';

/** How many records a data directory or file holds. */
export interface Counts {
  readonly articles: number;
  readonly events: number;
  readonly entities: number;
}

/** What is wrong with the data, all of it at once, and how much there is (zeros while anything is wrong). */
export interface Check {
  readonly faults: readonly Fault[];
  readonly counts: Counts;
}

const folders: Readonly<Record<string, FileKind>> = {
  articles: 'article',
  chronology: 'chronology',
  entities: 'entities',
};
const nothing: Counts = { articles: 0, events: 0, entities: 0 };

/**
 * Reads a data directory (`articles/`, `chronology/`, `entities/`) and checks it.
 * Throws ConfigError with one line for each fault, all of them together.
 */
export async function loadKnowledge(directory: string): Promise<KnowledgeData> {
  const parsed = await readAll(directory);
  if (!parsed.ok) throw new ConfigError(parsed.faults.map(faultLine));
  return parsed.data;
}

/**
 * Checks a data directory, or one data file. A file is read together with the directory that it lies in
 * (`data/chronology/2001.json` with `data/`), or else with `against`, and only its own faults are told.
 */
export async function checkKnowledge(path: string, against?: string): Promise<Check> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return checkFile(path, against);
  const parsed = await readAll(path);
  return parsed.ok
    ? { faults: [], counts: countsOf(parsed.data) }
    : { faults: parsed.faults, counts: nothing };
}

async function checkFile(path: string, against: string | undefined): Promise<Check> {
  const text = await readFile(path, 'utf8');
  const folder = dirname(resolve(path));
  const known = Object.hasOwn(folders, basename(folder)) ? folders[basename(folder)] : undefined;
  const kind = known ?? kindOf(text);
  const home = known === undefined ? against : dirname(folder);
  const around = home === undefined ? { files: [], faults: [] } : await readFiles(home);
  const own: DataFile = { file: path, kind, text };
  const others = around.files.filter(({ file }) => resolve(file) !== resolve(path));
  // Its own records come last, so that a double is told of this file and not of the one that was there before.
  const parsed = parseKnowledge([...others, own]);
  const faults = parsed.ok ? [] : parsed.faults.filter(({ file }) => file === path);
  const alone = parseKnowledge([own]);
  return { faults, counts: alone.ok ? countsOf(alone.data) : nothing };
}

/** A file outside the data's folders says by its content what it is. */
function kindOf(text: string): FileKind {
  if (/"events"\s*:/.test(text) && !/"statements"\s*:/.test(text)) return 'chronology';
  return /"statements"\s*:/.test(text) ? 'article' : 'entities';
}

async function readAll(directory: string): Promise<Parsed> {
  const { files, faults } = await readFiles(directory);
  const parsed = parseKnowledge(files);
  if (faults.length === 0) return parsed;
  return { ok: false, faults: [...faults, ...(parsed.ok ? [] : parsed.faults)] };
}

interface Read {
  readonly files: readonly DataFile[];
  readonly faults: readonly Fault[];
}

async function readFiles(directory: string): Promise<Read> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    const reason = 'there is no such folder, write the path of the one that holds the data';
    return { files: [], faults: [{ file: directory, field: '', reason }] };
  }
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const isKnown = (name: string): boolean => Object.hasOwn(folders, name);
  const known = names.filter(isKnown);
  const strange = names.filter((name) => !isKnown(name) && name !== 'schema' && !name.startsWith('.'));
  const faults = strange.map((name) => ({
    file: join(directory, name),
    field: '',
    reason: `no such folder is read, write one of: ${Object.keys(folders).join(', ')}`,
  }));
  if (known.length === 0) {
    const reason = `holds no data, write into it one of: ${Object.keys(folders).join(', ')}`;
    return { files: [], faults: [...faults, { file: directory, field: '', reason }] };
  }
  const files = await Promise.all(known.sort().map((name) => readFolder(directory, name)));
  return { files: files.flat(), faults };
}

async function readFolder(directory: string, name: string): Promise<DataFile[]> {
  const kind = folders[name];
  if (kind === undefined) return [];
  const names = (await readdir(join(directory, name))).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (each) => {
      const file = join(directory, name, each);
      return { file, kind, text: await readFile(file, 'utf8') };
    }),
  );
}

function countsOf(data: KnowledgeData): Counts {
  return { articles: data.articles.length, events: data.events.length, entities: data.entities.length };
}
