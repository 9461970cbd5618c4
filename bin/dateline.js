#!/usr/bin/env node
// The only plain JavaScript of the program: it has to run on any Node to say which one is needed, and before the first
// TypeScript file is read. Node turns TypeScript into JavaScript with a compiler that stays in memory (17 MB) once it was
// used, so what it made is kept in Node's compile cache, and filled by a process of its own where it is empty. That process
// also imports the article data if it has changed, which would leave the bot's own memory swollen for good.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 26;
if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(`Dateline needs Node ${needed}; start it with npm start, which brings it.\n`);
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'src', 'main.ts');
const cache = module.enableCompileCache().directory;
if (process.argv[2] === 'start' && cache !== undefined) warmUp(join(cache, `dateline-${stamp()}`));
await import(main);

/** Fills the cache and imports the data in a process of its own; whatever goes wrong there, the start itself will tell. */
function warmUp(/** @type {string} */ done) {
  if (existsSync(done)) return;
  const child = spawnSync(process.execPath, [...process.execArgv, main, 'warm-up'], {
    stdio: 'ignore',
    timeout: 60_000,
  });
  if (child.status === 0) writeFileSync(done, '');
}

/** Changes whenever a file of the program does. */
function stamp() {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['src', 'commands', 'data']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const { size, mtimeMs } = statSync(join(root, folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
