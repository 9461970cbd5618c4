import { type Arguments, readGlobals } from './cli/arguments.ts';
import type { Edges } from './cli/edges.ts';
import type { Commands } from './command.ts';
import { ConfigError, ReaderError } from './errors.ts';

type Run = (args: Arguments, edges: Edges) => Promise<number>;

/** The operator's commands; each is loaded when it is used. */
const operators: Readonly<Record<string, () => Promise<Run>>> = {
  start: async () => (await import('./cli/start.ts')).runStart,
  ask: async () => (await import('./cli/ask.ts')).runAsk,
  onthisday: async () => (await import('./cli/onthisday.ts')).runOnThisDay,
  render: async () => (await import('./cli/render.ts')).runRender,
  commands: async () => (await import('./cli/declare.ts')).runCommands,
  manifest: async () => (await import('./cli/declare.ts')).runManifest,
  check: async () => (await import('./cli/check.ts')).runCheck,
  schedule: async () => (await import('./cli/schedule.ts')).runSchedule,
  'warm-up': async () => (await import('./cli/warm-up.ts')).runWarmUp,
  deliveries: async () => (await import('./cli/deliveries.ts')).runDeliveries,
};

/**
 * Runs one command line and says its exit status: 0 done; 2 a mistake of the user's or operator's, said on standard error with
 * what to do; 1 a fault of ours.
 */
export async function runCli(argv: readonly string[], edges: Edges): Promise<number> {
  try {
    const [name = '', ...rest] = argv;
    const run = await find(name);
    return await run(readGlobals(rest), edges);
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
  const { commands } = await import('../commands/index.ts');
  if (commands.some((command) => command.name === name && !command.hidden)) {
    const { runSlash } = await import('./cli/slash.ts');
    return (args, edges) => runSlash(name, args, edges);
  }
  throw new ReaderError(usage(name, commands));
}

function usage(name: string, commands: Commands): string {
  const slash = commands.filter((command) => !command.hidden).map((command) => command.name);
  const all = [...new Set([...Object.keys(operators), ...slash])].join(', ');
  return name === '' ? `Say what to do: ${all}.` : `There is no command “${name}”; there is ${all}.`;
}
