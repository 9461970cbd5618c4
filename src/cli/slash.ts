import { readArguments } from '../command-line.ts';
import { encodeJson } from '../document/codec.ts';
import type { Document } from '../document/model.ts';
import { plainDocument } from '../document/plain.ts';
import type { Arguments } from './arguments.ts';
import { commandDesk } from './command-desk.ts';
import type { Edges } from './edges.ts';
import { operator } from './open-desk.ts';

/** Any slash command, with its options as `--name value`. */
export async function runSlash(name: string, args: Arguments, edges: Edges): Promise<number> {
  await using desk = await commandDesk(args, edges);
  const command = desk.desk.commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const document = await desk.run(readArguments(command, args.rest), operator);
  edges.print(args.json ? documentJson(document) : plainDocument(document));
  return 0;
}

/** The message model as JSON, with its text beside it. */
const documentJson = (document: Document): string => encodeJson({ text: plainDocument(document), document });
