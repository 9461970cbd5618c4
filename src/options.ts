import type { AnyAction, Command, Commands, OptionSpec, OptionSpecs } from './command.ts';
import { ReaderError } from './errors.ts';
import type { Invocation } from './invocation.ts';

/** The action that an invocation means; a ReaderError names the subcommands where one is missing or unknown. */
export function findAction(command: Command, subcommand: string | undefined): AnyAction {
  if (command.action) return command.action;
  const subcommands = command.subcommands ?? {};
  const name = subcommand ?? command.usual ?? '';
  const found = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (found) return found;
  const names = Object.keys(subcommands).join(', ');
  throw new ReaderError(`Say what to do: type /${command.name} and one of ${names}.`);
}

/** The action that an invocation means among all commands; undefined where there is no such command or subcommand. */
export function actionNamed(commands: Commands, invocation: Invocation): AnyAction | undefined {
  const command = commands.find((each) => each.name === invocation.command);
  return command?.action ?? command?.subcommands?.[invocation.subcommand ?? command.usual ?? ''];
}

/** Gives raw option values their declared types; the first fault is said in one sentence with what to type. */
export function parseOptions(invocation: Invocation, specs: OptionSpecs): Record<string, unknown> {
  const command = commandWords(invocation);
  const unknown = Object.keys(invocation.options).find((name) => !Object.hasOwn(specs, name));
  if (unknown !== undefined)
    throw new ReaderError(`/${command} has no option “${unknown}”; it takes ${listOptions(specs)}.`);
  const typed = Object.entries(specs).flatMap(([name, spec]) => {
    const raw = invocation.options[name]?.trim();
    if (raw === undefined || raw === '') {
      if (spec.required) throw new ReaderError(`/${command} needs ${name}: ${spec.about}.`);
      return [];
    }
    return [[name, parseValue(name, raw, spec)] as const];
  });
  return Object.fromEntries(typed);
}

const commandWords = (invocation: Invocation): string =>
  [invocation.command, invocation.subcommand].filter(Boolean).join(' ');

function listOptions(specs: OptionSpecs): string {
  const names = Object.entries(specs)
    .filter(([, spec]) => !spec.hidden)
    .map(([name]) => name);
  return names.length === 0 ? 'none' : names.join(', ');
}

function parseValue(name: string, raw: string, spec: OptionSpec): string | number | boolean {
  if (spec.choices && !spec.choices.includes(raw)) {
    throw new ReaderError(`${name} is one of ${spec.choices.join(', ')}, not “${shorten(raw)}”.`);
  }
  switch (spec.type) {
    case 'text':
      return raw;
    case 'integer':
      return parseInteger(name, raw);
    case 'boolean':
      return parseBoolean(name, raw);
  }
}

function parseInteger(name: string, raw: string): number {
  if (/^-?\d{1,9}$/.test(raw)) return Number(raw);
  throw new ReaderError(`${name} is a whole number such as 5, not “${shorten(raw)}”.`);
}

function parseBoolean(name: string, raw: string): boolean {
  if (/^(true|yes|on|1)$/i.test(raw)) return true;
  if (/^(false|no|off|0)$/i.test(raw)) return false;
  throw new ReaderError(`${name} is yes or no, not “${shorten(raw)}”.`);
}

/** What somebody typed, short enough for one sentence; cut between graphemes. */
export function shorten(typed: string, most = 60): string {
  const graphemes = Array.from(new Intl.Segmenter('en').segment(typed), (part) => part.segment);
  return graphemes.length <= most ? typed : `${graphemes.slice(0, most - 1).join('')}…`;
}
