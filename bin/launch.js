// What comes before src/main.ts. For the command line it just goes on to it; for the bot it keeps memory low. Node's TypeScript compiler stays
// in memory (17 MB) once it was used, so what it makes is kept in Node's compile cache, filled by a process of its own where it is empty.
// That process also imports changed article data, which would leave the bot's heap swollen.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const self = join(root, 'bin', 'dateline.js');

/** Fills the compile cache where that is asked for or needed, then runs src/main.ts. */
export async function launch(/** @type {readonly string[]} */ lean) {
  const cache = module.enableCompileCache().directory;
  if (process.argv[2] === 'prepare') {
    // npm runs it after an installation, so that the first start is as quick as the next ones, and so is the first batch.
    if (cache !== undefined) await warmUp(cache, lean);
    return warmUpBatches();
  }
  if (process.argv[2] === 'start' && cache !== undefined) await warmUp(cache, lean);
  await import(join(root, 'src', 'main.ts'));
}

/** Fills the cache and imports the data in a process of its own; whatever goes wrong there, the start itself will tell. */
async function warmUp(/** @type {string} */ folder, /** @type {readonly string[]} */ lean) {
  const done = join(folder, `dateline-${stamp()}`);
  if (existsSync(done)) return;
  const child = spawn(process.execPath, [...lean, self, 'warm-up'], { stdio: 'ignore', timeout: 60_000 });
  const end = () => child.kill();
  process.once('exit', end);
  const [status] = await once(child, 'close').catch(() => [1]);
  process.off('exit', end);
  if (status === 0) writeFileSync(done, '');
}

/** Batches run with Node's own flags, and what is compiled under other flags is cached apart. */
function warmUpBatches() {
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
