import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Milliseconds after a signal within which everything has to be closed; the promise is ten seconds, and machines are busy. */
const patience = 8_000;

const stop = new AbortController();
const isBot = process.argv[2] === 'start';
let isOpen = false;
// Before anything else is loaded. Whatever is no bot has nothing to close and ends at once.
for (const signal of isBot ? (['SIGTERM', 'SIGINT'] as const) : []) {
  process.on(signal, () => {
    if (!isOpen) process.exit(0);
    stop.abort();
    setTimeout(() => {
      process.stderr.write(
        'Not everything closed in time; what is unfinished is taken up at the next start.\n',
      );
      process.exit(0);
    }, patience).unref();
  });
}
if (existsSync('.env')) process.loadEnvFile('.env');
// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

const { runCli } = await import('./cli.ts');
isOpen = true;
const status = await runCli(process.argv.slice(2), {
  environment: process.env,
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  clock: () => Temporal.Now.instant(),
  stop: stop.signal,
  onLeftOver: (listen) => void process.on('unhandledRejection', listen),
});
// Whoever was asked to stop and could not finish its start has done what it was asked for.
process.exitCode = stop.signal.aborted ? 0 : status;
// What a library still waits for, such as an answer that nobody wants any more, does not hold the bot.
if (isBot) process.exit();
