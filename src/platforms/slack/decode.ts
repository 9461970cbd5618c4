import type { Commands } from '../../command.ts';
import { readLine } from '../../command-line.ts';
import { ReaderError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { decodeInvocation } from '../../invocation-codec.ts';
import { clean, cleanLine } from '../clean-text.ts';
import { createNaming } from './name-commands.ts';
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
  try {
    return readLine(command, clean(readable(text)));
  } catch (fault) {
    if (!(fault instanceof ReaderError)) throw fault;
    throw new ReaderError(createNaming(commands, prefix)(fault.message));
  }
}

/** The invocation that a button holds; undefined when it is none of ours. */
export const decodeButton = (value: unknown): Invocation | undefined =>
  typeof value === 'string' ? decodeInvocation(value) : undefined;

/** Longest question that is read, in UTF-16 code units; a message of Slack may hold twenty times as much. */
export const longestQuestion = 2_000;

/**
 * A mention or a direct message as a question, as it stands: a colon in it never makes an option. Without words it asks
 * for help.
 * @param me user id of the bot, whose mention is left out
 * @throws ReaderError for a question that is too long
 */
export function decodeQuestion(commands: Commands, text: string, me: string): Invocation {
  const words = cleanLine(readable(text.replaceAll(new RegExp(`<@${me}(\\|[^>]*)?>`, 'g'), ' ')));
  const ask = commands.find((command) => command.name === 'ask');
  const rest = Object.entries(ask?.action?.options ?? {}).find(([, spec]) => spec.rest)?.[0];
  if (words === '' || ask === undefined || rest === undefined) return { command: 'help', options: {} };
  if (words.length > longestQuestion) {
    throw new ReaderError(
      `That is longer than ${longestQuestion.toLocaleString('en-GB')} characters; ask it in fewer words.`,
    );
  }
  return { command: ask.name, options: { [rest]: words } };
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
