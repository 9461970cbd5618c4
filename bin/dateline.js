#!/usr/bin/env node
// Plain JavaScript, as launch.js beside it: it has to run on any Node to say which one is needed. Its first lines import nothing, since
// until they have run a signal to stop ends the process by that signal: replacing the process comes before anything listens (a signal that
// was heard, but not yet acted upon, would be lost with it), and listening before anything else is loaded.
const needed = 26;
// Memory is kept low (about 115 MB instead of 230) for the bot, which runs for months. The young generation is kept small, functions are
// compiled for size and not by the last, largest compiler (answers take as long without it); the allocator keeps one arena instead of one
// a thread.
const lean = ['--optimize-for-size', '--max-semi-space-size=2', '--no-opt'];

if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(`Dateline needs Node ${needed}; start it with npm start, which brings it.\n`);
  process.exit(2);
}
if (process.argv[2] === 'start') {
  if (process.execArgv.length === 0) becomeLean();
  // As long as src/main.ts does not listen too there is nothing to close: the bot is asked to stop and has stopped.
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(0);
    });
  }
}
const { launch } = await import('./launch.js');
await launch(lean);

/** Starts this file again, lean, in the same process; where a process cannot be replaced (Windows), goes on as it is. */
function becomeLean() {
  if (process.platform === 'win32' || process.execve === undefined) return;
  const args = [process.execPath, ...lean, '--disable-warning=ExperimentalWarning', ...process.argv.slice(1)];
  process.execve(process.execPath, args, { ...process.env, MALLOC_ARENA_MAX: '1' });
}
