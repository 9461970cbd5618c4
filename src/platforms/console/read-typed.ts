import type { Command, Commands } from '../../command.ts';
import { readLine } from '../../command-line.ts';
import { ReaderError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { shorten } from '../../options.ts';

/** Longest question that is read, in UTF-16 code units. */
const longestQuestion = 2_000;
/** Longest command: an article may be pasted behind one. */
export const longestLine = 40_000;

/**
 * What somebody typed into the composer as an invocation: `/command …`, or a question for `/ask`.
 * @throws ReaderError for an empty or overlong line, an unknown command, or words that fit no option
 */
export function readTyped(commands: Commands, line: string): Invocation {
  const typed = line.trim();
  if (typed === '') throw new ReaderError('Type a question, or / to see the commands.');
  const isCommand = typed.startsWith('/');
  const most = isCommand ? longestLine : longestQuestion;
  if (typed.length > most) {
    throw new ReaderError(
      `That is longer than ${most.toLocaleString('en-GB')} characters; ${isCommand ? 'cut it' : 'ask it in fewer words, or bring in an article with /article add'}.`,
    );
  }
  if (!isCommand) return asQuestion(commands, typed);
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  return readLine(shownCommand(commands, name), rest);
}

function shownCommand(commands: Commands, name: string): Command {
  const found = commands.find((each) => each.name === name.toLowerCase() && !each.hidden);
  if (found) return found;
  throw new ReaderError(`There is no command /${shorten(name, 30)}; type / to see those there are.`);
}

/** Plain text is a question as it stands: a colon in it never makes an option. */
function asQuestion(commands: Commands, question: string): Invocation {
  const ask = shownCommand(commands, 'ask');
  const rest = Object.entries(ask.action?.options ?? {}).find(([, spec]) => spec.rest)?.[0];
  if (rest === undefined) return readLine(ask, question);
  return { command: ask.name, options: { [rest]: question } };
}

/** An invocation as it would be typed: `/onthisday date:06-15 start:5`. */
export function typedForm(invocation: Invocation): string {
  const pairs = Object.entries(invocation.options).map(([name, value]) => `${name}:${quoted(value)}`);
  return [`/${invocation.command}`, invocation.subcommand, ...pairs].filter(Boolean).join(' ');
}

/**
 * An option's value as it is typed: quotation marks round more than one word, curly ones where straight ones stand in it.
 * Where both stand in it the straight ones become apostrophes.
 */
export function quoted(value: string): string {
  if (value !== '' && !/[\s"“”]/.test(value)) return value;
  if (!value.includes('"')) return `"${value}"`;
  return /[“”]/.test(value) ? `"${value.replaceAll('"', "'")}"` : `“${value}”`;
}
