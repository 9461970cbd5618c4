import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** The adapter in a process of its own, run by plain Node. */
export interface Child extends AsyncDisposable {
  /** Says a word and waits for the line that begins with another. */
  ask(word: string, answer: string, most?: number): Promise<string>;
  /** Everything on standard error. */
  complaints(): string;
  /** Ends it by its own doing and gives the exit status. */
  end(): Promise<number | null>;
  /** Undefined while it lives. */
  status(): number | null | undefined;
}

export async function startChild(apiUrl: string): Promise<Child> {
  const script = fileURLToPath(new URL('./survivor.ts', import.meta.url));
  const child = spawn(process.execPath, [script, apiUrl], { stdio: ['pipe', 'pipe', 'pipe'] });
  let lines: string[] = [];
  let complaints = '';
  let status: number | null | undefined;
  child.stdout.on('data', (chunk: Buffer) => lines.push(...String(chunk).split('\n')));
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += String(chunk);
  });
  child.on('exit', (code) => {
    status = code;
  });
  const lineOf = (answer: string, most?: number): Promise<string> =>
    until(
      `“${answer}” from the child (${complaints})`,
      () => lines.find((line) => line.startsWith(answer)),
      most,
    );
  await lineOf('connected', 15_000);
  return {
    async ask(word, answer, most = 15_000) {
      lines = [];
      child.stdin.write(`${word}\n`);
      return lineOf(answer, most);
    },
    complaints: () => complaints,
    async end() {
      if (status !== undefined) return status;
      child.stdin.end('end\n');
      await once(child, 'exit');
      return status ?? null;
    },
    status: () => status,
    async [Symbol.asyncDispose]() {
      if (status !== undefined) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
