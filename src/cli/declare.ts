import { commands } from '../../commands/index.ts';
import { readSettings } from '../config.ts';
import { ReaderError } from '../errors.ts';
import { declareConsole } from '../platforms/console/declare.ts';
import { declareDiscord } from '../platforms/discord/declare.ts';
import { slackManifest } from '../platforms/slack/manifest.ts';
import { type Arguments, readFlags } from './arguments.ts';
import type { Edges } from './edges.ts';

/** `commands --platform discord`: what is registered there. */
export async function runCommands(args: Arguments, edges: Edges): Promise<number> {
  const { flags } = readFlags(args.rest, ['platform']);
  const declared = declare(flags.platform ?? 'discord', edges);
  edges.print(JSON.stringify(declared, undefined, 2));
  return 0;
}

function declare(platform: string, edges: Edges): unknown {
  switch (platform) {
    case 'discord':
      return declareDiscord(commands);
    case 'slack':
      return manifest(edges);
    case 'console':
      return declareConsole(commands);
  }
  throw new ReaderError('Say --platform discord, --platform slack or --platform console.');
}

/** `manifest slack [--url https://…]`: the app manifest to paste into Slack. */
export async function runManifest(args: Arguments, edges: Edges): Promise<number> {
  const { flags, words } = readFlags(args.rest, ['url']);
  if (words[0] !== 'slack') throw new ReaderError('There is a manifest for Slack only: manifest slack.');
  edges.print(JSON.stringify(manifest(edges, flags.url), undefined, 2));
  return 0;
}

/** Socket Mode unless the settings or an address say that Slack calls us. */
function manifest(edges: Edges, url?: string): unknown {
  const settings = readSettings(edges.environment);
  const isSigned = settings.SLACK_SIGNING_SECRET !== undefined && settings.SLACK_APP_TOKEN === undefined;
  return slackManifest(commands, {
    socketMode: url === undefined && !isSigned,
    ...(url === undefined ? {} : { url }),
    ...(settings.SLACK_COMMAND_PREFIX === undefined ? {} : { prefix: settings.SLACK_COMMAND_PREFIX }),
  });
}
