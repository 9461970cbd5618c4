import type { Arguments } from './arguments.ts';
import { commandDesk } from './command-desk.ts';
import type { Edges } from './edges.ts';

/**
 * `warm-up`: loads what `start` will load and imports the article data, then ends. The launcher runs it in a process of its own, so
 * that the bot itself finds Node's compile cache filled and the data imported.
 */
export async function runWarmUp(args: Arguments, edges: Edges): Promise<number> {
  await Promise.all([import('./start.ts'), import('../platforms/console/adapter.ts')]);
  await using _desk = await commandDesk(args, edges);
  return 0;
}
