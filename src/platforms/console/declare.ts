import type { AnyAction, Command, Commands, OptionSpec } from '../../command.ts';

/** An option as the page hears of it. */
export interface DeclaredOption {
  readonly name: string;
  readonly about: string;
  readonly type: OptionSpec['type'];
  readonly required: boolean;
  readonly rest: boolean;
  readonly choices?: readonly string[];
  /** Values are suggested while it is typed. */
  readonly completes: boolean;
}

/** A command, or one subcommand of it, as the page hears of it. */
export interface DeclaredCommand {
  /** `onthisday`, or `digest create`. */
  readonly name: string;
  readonly about: string;
  /** `/digest create at:… [zone:…]`: required options plain, the others in brackets. */
  readonly usage: string;
  readonly options: readonly DeclaredOption[];
}

/** The commands a reader can type; hidden commands and options are left out. */
export function declareConsole(commands: Commands): readonly DeclaredCommand[] {
  return commands.filter((command) => !command.hidden).flatMap(declareCommand);
}

function declareCommand(command: Command): readonly DeclaredCommand[] {
  if (command.action) return [declareAction(command.name, command.action)];
  return Object.entries(command.subcommands ?? {}).map(([name, action]) =>
    declareAction(`${command.name} ${name}`, action),
  );
}

/** One action under the words that call it. */
export function declareAction(name: string, action: AnyAction): DeclaredCommand {
  const options = Object.entries(action.options)
    .filter(([, spec]) => !spec.hidden)
    .map(([option, spec]) => declareOption(option, spec));
  const usage = [`/${name}`, ...options.map(optionUsage)].join(' ');
  return { name, about: action.about, usage, options };
}

function declareOption(name: string, spec: OptionSpec): DeclaredOption {
  return {
    name,
    about: spec.about,
    type: spec.type,
    required: spec.required ?? false,
    rest: spec.rest ?? false,
    ...(spec.choices === undefined ? {} : { choices: spec.choices }),
    completes: spec.complete !== undefined,
  };
}

function optionUsage(option: DeclaredOption): string {
  const word = option.rest ? option.name : `${option.name}:…`;
  return option.required ? word : `[${word}]`;
}
