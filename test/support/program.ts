import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compileCache = join(tmpdir(), 'dateline-test-compile-cache');
const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'src', 'main.ts');
const launcher = join(root, 'bin', 'dateline.js');

/** What a finished run of the program left. */
export interface Finished {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Settings and standard input of a run; nothing of the test's own environment but PATH reaches the program. */
export interface RunParts {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Through the launcher that `npm start` runs, which replaces itself by the bot. */
  readonly launched?: boolean;
}

/** Runs the program under plain node until it ends by itself. */
export async function runProgram(args: readonly string[], parts: RunParts = {}): Promise<Finished> {
  const program = startProgram(args, parts);
  program.child.stdin?.end(parts.input ?? '');
  return program.finished;
}

/** A running program. Disposing ends it for good. */
export interface Program extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves with the first output that matches; rejects when the program ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Finished>;
}

export function startProgram(args: readonly string[], parts: RunParts = {}): Program {
  const child = spawn(process.execPath, [parts.launched ? launcher : main, ...args], {
    cwd: tmpdir(),
    // Compiled once for all runs: half of a short run's time.
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compileCache, ...parts.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const heard = { out: '', err: '' };
  const waiting = new Set<() => void>();
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      heard[name] += text;
      for (const look of waiting) look();
    });
  }
  const finished = once(child, 'close').then(([status]) => ({ status: status as number | null, ...heard }));
  const said = (pattern: RegExp): Promise<RegExpExecArray> => {
    const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
    const look = (): void => {
      const match = pattern.exec(`${heard.out}\n${heard.err}`);
      if (match) resolve(match);
    };
    waiting.add(look);
    look();
    void finished.then((end) =>
      reject(new Error(`ended (${end.status}) before ${pattern}: ${end.out}${end.err}`)),
    );
    return promise;
  };
  const stop = (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<Finished> => {
    child.kill(signal);
    return finished;
  };
  return {
    child,
    finished,
    said,
    stop,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) await stop('SIGKILL');
    },
  };
}

/** A folder for one test's database, removed afterwards. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dateline-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
