import type { AnyAction, Command, Commands } from '../../command.ts';
import { readLine } from '../../command-line.ts';
import { ReaderError } from '../../errors.ts';

/** Which part of a command line is being typed, its end being where the caret stands. */
export type Draft =
  /** Not a command, or not one of ours. */
  | { readonly stage: 'none' }
  | { readonly stage: 'command'; readonly typed: string }
  | { readonly stage: 'subcommand'; readonly command: Command; readonly typed: string }
  | (DraftAction & { readonly stage: 'option'; readonly typed: string; readonly words: string })
  | (DraftAction & { readonly stage: 'value'; readonly option: string; readonly typed: string });

/** The action whose options are being typed, and what stands before the caret's word. */
export interface DraftAction {
  readonly action: AnyAction;
  readonly command: string;
  readonly subcommand?: string;
  /** Options that are complete. */
  readonly given: Readonly<Record<string, string>>;
  /** The text of those options as typed: `from:2001 to:2017`. */
  readonly pairs: readonly string[];
}

/** Reads an unfinished line. Hidden commands and options count as unknown. */
export function readDraft(commands: Commands, line: string): Draft {
  const [, name, body] = /^\/(\S*)(?:\s+([\s\S]*))?$/.exec(line) ?? [];
  if (name === undefined) return { stage: 'none' };
  if (!/\s/.test(line)) return { stage: 'command', typed: name.toLowerCase() };
  const command = commands.find((each) => each.name === name.toLowerCase() && !each.hidden);
  if (!command) return { stage: 'none' };
  if (command.action) return readOptions(command, command.action, undefined, body ?? '');
  return readSubcommand(command, body ?? '');
}

function readSubcommand(command: Command, body: string): Draft {
  const [, word = '', gap, rest = ''] = /^(\S*)(\s+)?([\s\S]*)$/.exec(body) ?? [];
  if (gap === undefined) return { stage: 'subcommand', command, typed: word.toLowerCase() };
  const subcommands = command.subcommands ?? {};
  const name = word.toLowerCase();
  const action = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  return action ? readOptions(command, action, name, rest) : { stage: 'none' };
}

const openPair = /(?<=^|\s)([a-z][a-z0-9-]*):(?:["“]([^"“”]*)|([^\s"“]\S*)?)$/i;
const wholePair = /(?<=^|\s)([a-z][a-z0-9-]*):(?:"[^"]*"|“[^”]*”|[^\s"“]\S*)(?=\s|$)/gi;

function readOptions(
  command: Command,
  action: AnyAction,
  subcommand: string | undefined,
  body: string,
): Draft {
  const known = (name: string): boolean =>
    Object.hasOwn(action.options, name.toLowerCase()) && !action.options[name.toLowerCase()]?.hidden;
  const open = openPair.exec(body);
  const option = open?.[1]?.toLowerCase();
  const isValue = open !== null && option !== undefined && known(option);
  const before = isValue ? body.slice(0, open.index) : body;
  const pairs = [...before.matchAll(wholePair)].filter((pair) => known(pair[1] ?? '')).map((pair) => pair[0]);
  const words = pairs.reduce((rest, pair) => rest.replace(pair, ' '), before);
  const shared = {
    action,
    command: command.name,
    ...(subcommand === undefined ? {} : { subcommand }),
    given: givenOptions(command, subcommand, pairs),
    pairs: isValue && words.trim() !== '' ? [...pairs, words.trim()] : pairs,
  };
  if (isValue) return { ...shared, stage: 'value', option, typed: open[2] ?? open[3] ?? '' };
  const typed = /\S*$/.exec(body)?.[0] ?? '';
  return { ...shared, stage: 'option', typed, words: words.replace(/\s+/g, ' ').trimStart() };
}

function givenOptions(
  command: Command,
  subcommand: string | undefined,
  pairs: readonly string[],
): Readonly<Record<string, string>> {
  try {
    return readLine(command, [subcommand, ...pairs].filter(Boolean).join(' ')).options;
  } catch (fault) {
    if (fault instanceof ReaderError) return {};
    throw fault;
  }
}
