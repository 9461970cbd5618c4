import type { Command, Commands } from '../../command.ts';

/**
 * Names that Slack keeps for itself; an app manifest that holds one is refused whole.
 * Source: slack.com/help/articles/201259356 (built-in slash commands).
 */
const builtIn: ReadonlySet<string> = new Set(
  (
    'active apps archive away call collapse dm dnd expand feed feedback help huddle invite join keys kick leave ' +
    'me msg mute open part prefs remind remove rename search shortcuts shrug star status topic trigger unarchive who'
  ).split(' '),
);

/** Put before a command whose bare name is Slack's own, where the operator has set no prefix. */
const spare = 'dateline-';

/** `/sco-ask`: what a reader types for a command. Without a prefix, `/who` becomes `/dateline-who`. */
export const slashName = (command: string, prefix: string): string =>
  `/${prefix === '' && builtIn.has(command) ? spare : prefix}${command}`;

/** The command that a slash name means. */
export const commandOfSlash = (commands: Commands, slash: string, prefix: string): Command | undefined =>
  commands.find((command) => !command.hidden && slashName(command.name, prefix) === slash.toLowerCase());
