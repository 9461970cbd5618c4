import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOf } from './code-of.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const never = new Set(['node_modules', '.git', 'var', 'coverage', '.artifacts']);

/** All files below a folder of the project, as paths from its root with `/`; none where the folder is not there. */
export function filesIn(folder: string): readonly string[] {
  const start = join(root, folder);
  const entries = readdirSync(start, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (never.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The modules that Node runs. */
export const modules: readonly string[] = ['src', 'commands']
  .flatMap(filesIn)
  .filter((path) => path.endsWith('.ts'));

const code = new Map<string, string>();

/** A module without its comments and the contents of its strings. */
export function codeIn(path: string): string {
  const known = code.get(path) ?? codeOf(read(path));
  code.set(path, known);
  return known;
}

/** An import of a module: what it names, and whether nothing of it is left when Node runs it. */
export interface Import {
  readonly from: string;
  readonly erased: boolean;
  readonly names: string;
}

const statement = /^(?:import|export)\s(type\s)?([^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The imports of a module in their order; relative ones as paths from the root. */
export function importsOf(path: string): readonly Import[] {
  return [...read(path).matchAll(statement)].map(([, type, names = '', from, lazy]) => {
    const target = from ?? lazy ?? '';
    const place = target.startsWith('.') ? relative(root, resolve(root, dirname(path), target)) : target;
    return { from: place, erased: type !== undefined, names };
  });
}

/** Everything that runs when a module is loaded: itself and all that it imports, directly or not. */
export function reach(
  path: string,
  seen = new Map<string, readonly string[]>(),
  way: readonly string[] = [],
): ReadonlyMap<string, readonly string[]> {
  if (seen.has(path)) return seen;
  const here = [...way, path];
  seen.set(path, here);
  for (const each of importsOf(path)) {
    if (each.erased) continue;
    if (each.from.endsWith('.ts')) reach(each.from, seen, here);
    else seen.set(each.from, [...here, each.from]);
  }
  return seen;
}
