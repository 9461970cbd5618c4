#!/usr/bin/env node
// The only plain JavaScript of the program: it has to run on any Node to say which one is needed, and before the first
// TypeScript file is read. For the command line it just goes on to src/main.ts. For the bot, which runs for months, it keeps memory low
// (about 115 MB instead of 230):
// - Node's TypeScript compiler stays in memory (17 MB) once it was used, so what it makes is kept in Node's compile cache, filled by
//   a process of its own where it is empty. That process also imports changed article data, which would leave the bot's heap swollen.
// - The young generation is kept small, functions are compiled for size and not by the last, largest compiler (answers take as
//   long without it); the allocator keeps one arena instead of one a thread.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 26;
const lean = ['--optimize-for-size', '--max-semi-space-size=2', '--no-opt'];

if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(`Dateline needs Node ${needed}; start it with npm start, which brings it.\n`);
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'src', 'main.ts');
const cache = module.enableCompileCache().directory;
if (process.argv[2] === 'prepare') {
  // npm runs it after an installation, so that the first start is as quick as the next ones, and so is the first batch.
  if (cache !== undefined) await warmUp(cache);
  warmUpBatches();
  process.exit(0);
}
if (process.argv[2] === 'start') {
  // Until src/main.ts listens there is nothing to close: the bot is asked to stop and has stopped.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(0));
  if (process.execArgv.length === 0) await becomeTheBot();
}
await import(main);

/** Starts this file again, lean, in the same process; where a process cannot be replaced (Windows), goes on as it is. */
async function becomeTheBot() {
  if (cache !== undefined) await warmUp(cache);
  if (process.platform === 'win32' || process.execve === undefined) return;
  const args = [process.execPath, ...lean, '--disable-warning=ExperimentalWarning', ...process.argv.slice(1)];
  process.execve(process.execPath, args, { ...process.env, MALLOC_ARENA_MAX: '1' });
}

/** Fills the cache and imports the data in a process of its own; whatever goes wrong there, the start itself will tell. */
async function warmUp(/** @type {string} */ folder) {
  const done = join(folder, `dateline-${stamp()}`);
  if (existsSync(done)) return;
  const self = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [...lean, self, 'warm-up'], { stdio: 'ignore', timeout: 60_000 });
  const end = () => child.kill();
  process.once('exit', end);
  const [status] = await once(child, 'close').catch(() => [1]);
  process.off('exit', end);
  if (status === 0) writeFileSync(done, '');
}

/** Batches run with Node's own flags, and what is compiled under other flags is cached apart. */
function warmUpBatches() {
  const self = fileURLToPath(import.meta.url);
  const input = `${JSON.stringify({ id: 'warm-up', text: readFileSync(join(root, 'README.md'), 'utf8') })}\n`;
  spawnSync(process.execPath, [self, 'extract', '--batch'], { input, stdio: 'pipe', timeout: 60_000 });
}

/** Changes whenever a file of the program or of its data does, or the settings that say where the data goes. */
function stamp() {
  const { DATABASE_URL = '', DATA_DIR = '' } = process.env;
  const settings = existsSync('.env') ? statSync('.env').mtimeMs : 0;
  const hash = createHash('sha256').update(
    [process.version, process.cwd(), DATABASE_URL, DATA_DIR, settings].join('\n'),
  );
  for (const folder of ['src', 'commands', 'data']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const { size, mtimeMs } = statSync(join(root, folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
