import type { Commands } from '../command.ts';
import { readLine } from '../command-line.ts';
import { readSettings, type Settings } from '../config.ts';
import type { Document } from '../document/model.ts';
import { ReaderError } from '../errors.ts';
import { renderConsolePayloads } from '../platforms/console/render.ts';
import { renderDiscord } from '../platforms/discord/render.ts';
import { createNaming, nameCommands } from '../platforms/slack/name-commands.ts';
import { renderSlack } from '../platforms/slack/render.ts';
import { type Arguments, readFlags } from './arguments.ts';
import { commandDesk } from './command-desk.ts';
import type { Edges } from './edges.ts';
import { operator } from './open-desk.ts';

type Render = (document: Document) => readonly unknown[];

/** Each platform's pure renderer by the platform's name, as it is set here: Slack names commands with their prefix. */
const renderers: Readonly<Record<string, (commands: Commands, settings: Settings) => Render>> = {
  console: () => renderConsolePayloads,
  discord: () => renderDiscord,
  slack: (commands, { SLACK_COMMAND_PREFIX: prefix = '' }) => {
    const naming = createNaming(commands, prefix);
    return (document) => renderSlack(nameCommands(document, naming));
  },
};

/** `render --platform slack "/onthisday date:06-15"`: the payloads exactly as they would be sent. */
export async function runRender(args: Arguments, edges: Edges): Promise<number> {
  const { flags, words } = readFlags(args.rest, ['platform']);
  const renderer = renderers[flags.platform ?? ''];
  if (renderer === undefined) {
    throw new ReaderError(`Say --platform ${Object.keys(renderers).join(', --platform ')}.`);
  }
  const settings = readSettings(edges.environment);
  await using desk = await commandDesk(args, edges, settings);
  const [, name = '', line = ''] = /^\/?(\S*)\s*([\s\S]*)$/.exec(words.join(' ').trim()) ?? [];
  const command = desk.desk.commands.find((each) => each.name === name);
  if (command === undefined) {
    throw new ReaderError(
      `There is no command /${name}; try render --platform slack "/onthisday date:06-15".`,
    );
  }
  // As a platform would get it: a reader's mistake is a message too.
  const render = renderer(desk.desk.commands, settings);
  const payloads = render(await desk.desk.dispatch(readLine(command, line), operator));
  edges.print(JSON.stringify(payloads, bytesAsBase64, 2));
  return 0;
}

const bytesAsBase64 = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? value.toBase64() : value;
