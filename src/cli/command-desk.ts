import { readSettings, type Settings } from '../config.ts';
import type { Arguments } from './arguments.ts';
import type { Edges } from './edges.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { version } from './version.ts';

/** The present of a command: `--now` where it was given, else the clock. */
export const presentOf = (args: Arguments, edges: Edges): Temporal.Instant => args.now ?? edges.clock();

/** Opens the desk for one command: no platform, no limit, faults on standard error. */
export function commandDesk(
  args: Arguments,
  edges: Edges,
  settings: Settings = readSettings(edges.environment),
): Promise<OpenDesk> {
  const started = edges.clock();
  return openDesk({
    settings,
    databaseUrl: args.db ?? settings.DATABASE_URL,
    clock: () => presentOf(args, edges),
    status: async () => ({ version, started, platforms: [{ name: 'command line', state: 'open' }] }),
    log: { error: (fields, message) => edges.complain(`${message} ${describe(fields)}`) },
  });
}

const describe = (fields: object): string =>
  Object.values(fields)
    .map((value) => (value instanceof Error ? (value.stack ?? value.message) : String(value)))
    .join(' ');
