import { stat } from 'node:fs/promises';
import { readSettings } from '../config.ts';
import { ReaderError } from '../errors.ts';
import { faultLine } from '../knowledge/fault.ts';
import { checkKnowledge } from '../knowledge/load.ts';
import { type Arguments, readFlags } from './arguments.ts';
import type { Edges } from './edges.ts';
import { shippedData } from './open-desk.ts';

/** `check [PATH]`: every fault of the data files with file, field and reason, all of them at once. */
export async function runCheck(args: Arguments, edges: Edges): Promise<number> {
  const { words } = readFlags(args.rest, []);
  const data = readSettings(edges.environment).DATA_DIR ?? shippedData;
  const path = words[0] ?? data;
  if ((await stat(path).catch(() => undefined)) === undefined) {
    throw new ReaderError(`There is no file or folder ${path}; write the path of the data to check.`);
  }
  const { faults, counts } = await checkKnowledge(path, data);
  if (args.json) edges.print(JSON.stringify({ faults, counts }));
  else if (faults.length > 0) edges.print(faults.map(faultLine).join('\n'));
  else
    edges.print(
      `Nothing wrong: ${counts.articles} articles, ${counts.events} events, ${counts.entities} entities.`,
    );
  if (faults.length === 0) return 0;
  edges.complain(
    faults.length === 1
      ? 'One fault in the data: mend it as said.'
      : `${faults.length} faults in the data: mend them as said.`,
  );
  return 2;
}
