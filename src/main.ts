import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runCli } from './cli.ts';

/** Milliseconds after a signal within which everything has to be closed. */
const patience = 9_500;

if (existsSync('.env')) process.loadEnvFile('.env');

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stop.abort();
    setTimeout(() => {
      process.stderr.write(
        'Not everything closed in time; what is unfinished is taken up at the next start.\n',
      );
      process.exit(0);
    }, patience).unref();
  });
}
// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  clock: () => Temporal.Now.instant(),
  stop: stop.signal,
});
