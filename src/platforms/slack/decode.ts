import type { Commands } from '../../command.ts';
import { readLine } from '../../command-line.ts';
import { ReaderError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { decodeInvocation } from '../../invocation-codec.ts';
import { clean } from './escape.ts';
import { commandOfSlash, slashName } from './slash-name.ts';

/**
 * A slash command with the words typed after it.
 * @throws ReaderError where the words cannot be placed, or the workspace's manifest has a command that we have not
 */
export function decodeSlash(commands: Commands, prefix: string, slash: string, text: string): Invocation {
  const command = commandOfSlash(commands, slash, prefix);
  if (command === undefined) {
    throw new ReaderError(
      `This version has no ${slash}; type ${slashName('help', prefix)} to see what there is.`,
    );
  }
  return readLine(command, clean(readable(text)));
}

/** The invocation that a button holds; undefined when it is none of ours. */
export const decodeButton = (value: unknown): Invocation | undefined =>
  typeof value === 'string' ? decodeInvocation(value) : undefined;

/**
 * A mention or a direct message as a question; without words it asks for help.
 * @param me user id of the bot, whose mention is left out
 * @throws ReaderError where the words cannot be placed
 */
export function decodeQuestion(commands: Commands, text: string, me: string): Invocation {
  const words = clean(readable(text.replaceAll(new RegExp(`<@${me}(\\|[^>]*)?>`, 'g'), ' '))).trim();
  const ask = commands.find((command) => command.name === 'ask');
  if (words === '' || ask === undefined) return { command: 'help', options: {} };
  return readLine(ask, words);
}

/**
 * Slack's markup as the words a reader sees: `<#C1|goa>` is `#goa`, `<https://a.b|a>` is `a`, `&lt;` is `<`.
 * Source: docs.slack.dev/messaging/formatting-message-text (retrieving messages)
 */
export function readable(text: string): string {
  return text
    .replace(/<([@#!]?)([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, target: string, label?: string) =>
      wordsOf(sign, target, label),
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function wordsOf(sign: string, target: string, label: string | undefined): string {
  if (sign === '') return label || target;
  if (sign === '!') return label || ' ';
  return `${sign}${(label || target).replace(/^[@#]/, '')}`;
}
