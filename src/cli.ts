import { type Arguments, readGlobals } from './cli/arguments.ts';
import type { Edges } from './cli/edges.ts';
import type { Commands } from './command.ts';
import { ConfigError, ReaderError } from './errors.ts';

type Run = (args: Arguments, edges: Edges) => Promise<number>;

/** The operator's commands; each is loaded when it is used. */
const operators: Readonly<Record<string, () => Promise<Run>>> = {
  start: async () => (await import('./cli/start.ts')).runStart,
  ask: async () => (await import('./cli/ask.ts')).runAsk,
  brief: async () => (await import('./cli/brief.ts')).runBrief,
  onthisday: async () => (await import('./cli/onthisday.ts')).runOnThisDay,
  extract: async () => (await import('./cli/extract.ts')).runExtract,
  render: async () => (await import('./cli/render.ts')).runRender,
  commands: async () => (await import('./cli/declare.ts')).runCommands,
  manifest: async () => (await import('./cli/declare.ts')).runManifest,
  ingest: async () => (await import('./cli/ingest.ts')).runIngest,
  check: async () => (await import('./cli/check.ts')).runCheck,
  schedule: async () => (await import('./cli/schedule.ts')).runSchedule,
  reviews: async () => (await import('./cli/reviews.ts')).runReviews,
  'warm-up': async () => (await import('./cli/warm-up.ts')).runWarmUp,
  deliveries: async () => (await import('./cli/deliveries.ts')).runDeliveries,
};

/** Not for people: the launcher runs it. */
const launcherOnly: ReadonlySet<string> = new Set(['warm-up']);

/**
 * Runs one command line and says its exit status: 0 done; 2 a mistake of the user's or operator's, said on standard error with
 * what to do; 1 a fault of ours.
 */
export async function runCli(argv: readonly string[], edges: Edges): Promise<number> {
  try {
    if (argv.some((word) => word === '--help' || word === '-h')) return await printHelp(edges);
    if (argv[0] === '--version') return await printVersion(edges);
    const args = readGlobals(argv);
    const [name = '', ...rest] = args.rest;
    const run = await find(name);
    return await run({ ...args, rest }, edges);
  } catch (fault) {
    if (fault instanceof ReaderError || fault instanceof ConfigError) {
      edges.complain(fault.message);
      return 2;
    }
    edges.complain(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
    return 1;
  }
}

async function find(name: string): Promise<Run> {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator !== undefined) return operator();
  const commands = await shownCommands();
  if (commands.some((command) => command.name === name)) {
    const { runSlash } = await import('./cli/slash.ts');
    return (args, edges) => runSlash(name, args, edges);
  }
  const names = [...new Set([...operatorNames(), ...commands.map((command) => command.name)])].join(', ');
  throw new ReaderError(
    name === '' ? `Say what to do: ${names}.` : `There is no command “${name}”; there is ${names}.`,
  );
}

async function shownCommands(): Promise<Commands> {
  const { commands } = await import('../commands/index.ts');
  return commands.filter((command) => !command.hidden);
}

const operatorNames = (): readonly string[] =>
  Object.keys(operators).filter((name) => !launcherOnly.has(name));

async function printHelp(edges: Edges): Promise<number> {
  const commands = await shownCommands();
  const own = operatorNames().filter((name) => !commands.some((command) => command.name === name));
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`);
  edges.print(
    [
      'npm run -s dateline -- COMMAND …  (docs/command-line.md says more)',
      '',
      `For operators: ${own.join(', ')}`,
      '',
      'Slash commands, options as --name value:',
      ...lines,
      '',
      'Everywhere: --json, --now ISO, --db URL. For JSON Lines: --batch with ask, ingest, onthisday, schedule add.',
    ].join('\n'),
  );
  return 0;
}

async function printVersion(edges: Edges): Promise<number> {
  const { version } = await import('./cli/version.ts');
  edges.print(version);
  return 0;
}
