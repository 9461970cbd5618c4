import type { AnyAction, Command, OptionSpecs } from './command.ts';
import { ReaderError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { findAction, shorten } from './options.ts';

/**
 * Reads what was typed after a command's name, on platforms that send one line of text:
 * `name:value` and `name:"two words"` are options, the first word is the subcommand where the command has them,
 * and all other words together fill the option declared as `rest`.
 * @throws ReaderError when words are left over or the subcommand is unknown
 */
export function readLine(command: Command, line: string): Invocation {
  const { subcommand, rest } = splitSubcommand(command, line.trim());
  const action = findAction(command, subcommand);
  const { options, words } = takeOptions(rest, action.options);
  return {
    command: command.name,
    ...(subcommand === undefined ? {} : { subcommand }),
    options: withRest(command, action, options, words),
  };
}

function splitSubcommand(command: Command, line: string): { subcommand?: string; rest: string } {
  if (!command.subcommands) return { rest: line };
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  if (command.usual !== undefined && !Object.hasOwn(command.subcommands, first.toLowerCase()))
    return { subcommand: command.usual, rest: line };
  if (first === '') return { rest: '' };
  return { subcommand: first.toLowerCase(), rest };
}

/**
 * `name:value`. Phones type curly quotation marks; round an option's value they mean the straight ones, and either
 * kind may stand between the other.
 */
const pair = /(?<=^|\s)([a-z][a-z0-9-]*):(?:"([^"]*)"|“([^”]*)”|["“”]([^"“”]*)["“”]|(\S+))/gi;

function takeOptions(line: string, specs: OptionSpecs): { options: Record<string, string>; words: string } {
  const options: Record<string, string> = {};
  const words = line.replace(pair, (whole: string, name: string, ...values: (string | undefined)[]) => {
    const key = name.toLowerCase();
    if (!Object.hasOwn(specs, key)) return whole;
    const [straight, curly, mixed, bare] = values;
    options[key] = straight ?? curly ?? mixed ?? bare ?? '';
    return ' ';
  });
  return { options, words: words.replace(/\s+/g, spaceOf).trim() };
}

/** Paragraphs stay apart: a pasted article has them. */
const spaceOf = (space: string): string => (/\n[^\S\n]*\n/.test(space) ? '\n\n' : ' ');

function withRest(
  command: Command,
  action: AnyAction,
  options: Record<string, string>,
  words: string,
): Record<string, string> {
  if (words === '') return options;
  const rest = Object.entries(action.options).find(([, spec]) => spec.rest)?.[0];
  if (rest === undefined || Object.hasOwn(options, rest)) {
    throw new ReaderError(`/${command.name} cannot place “${shorten(words)}”; ${usage(command, action)}`);
  }
  return { ...options, [rest]: words };
}

function usage(command: Command, action: AnyAction): string {
  const names = Object.entries(action.options).filter(([, spec]) => !spec.hidden);
  if (names.length === 0) return `type /${command.name} alone.`;
  return `options are written as ${names.map(([name]) => `${name}:…`).join(' ')}.`;
}

/**
 * Reads command-line arguments as an invocation: `--name value`, `--name=value`, a lone `--flag` for yes,
 * and loose words for the `rest` option.
 * @throws ReaderError when words are left over, an option has no value or the subcommand is unknown
 */
export function readArguments(command: Command, args: readonly string[]): Invocation {
  const loose: string[] = [];
  const options: Record<string, string> = {};
  const [first, ...others] = args;
  const named = command.subcommands && first !== undefined && !first.startsWith('--') ? first : undefined;
  const isUsual = command.usual !== undefined && !Object.hasOwn(command.subcommands ?? {}, named ?? '');
  const subcommand = isUsual ? command.usual : named;
  const queue = isUsual || named === undefined ? [...args] : others;
  const action = findAction(command, subcommand);
  while (queue.length > 0) {
    const word = queue.shift() ?? '';
    if (!word.startsWith('--')) loose.push(word);
    else takeFlag(word.slice(2), queue, options, action.options);
  }
  return {
    command: command.name,
    ...(subcommand === undefined ? {} : { subcommand }),
    options: withRest(command, action, options, loose.join(' ')),
  };
}

function takeFlag(flag: string, queue: string[], options: Record<string, string>, specs: OptionSpecs): void {
  const [name = '', ...inline] = flag.split('=');
  if (inline.length > 0) options[name] = inline.join('=');
  else if (specs[name]?.type === 'boolean' && (queue[0] ?? '--').startsWith('--')) options[name] = 'yes';
  else if (Object.hasOwn(specs, name) && (queue[0] ?? '--').startsWith('--')) {
    throw new ReaderError(`Write a value after --${name}, or --${name}=… where it starts with two hyphens.`);
  } else options[name] = queue.shift() ?? '';
}
