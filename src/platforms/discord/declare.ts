import type { AnyAction, Command, Commands, OptionSpec } from '../../command.ts';
import { cleanLine, cut } from '../clean-text.ts';
import { type MessageAction, messageActions } from '../message-actions.ts';

/** A command as Discord registers it. Source: docs.discord.com/developers/interactions/application-commands */
export interface DeclaredCommand {
  /** 1 is typed with a slash, 3 stands in the menu of a message. */
  readonly type: 1 | 3;
  readonly name: string;
  /** Empty for one in a menu. */
  readonly description: string;
  readonly options: readonly DeclaredOption[];
  /** Bit set as text; null lets everybody see it. A default only: server admins can change it. */
  readonly default_member_permissions: string | null;
  /** 0 in servers, 1 in direct messages with the bot. */
  readonly contexts: readonly (0 | 1)[];
  /** 0 is installed in a server. */
  readonly integration_types: readonly 0[];
}

/** 1 is a subcommand, 3 text, 4 a whole number, 5 true or false. */
export interface DeclaredOption {
  readonly type: 1 | 3 | 4 | 5;
  readonly name: string;
  readonly description: string;
  readonly required?: true;
  readonly autocomplete?: true;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly options?: readonly DeclaredOption[];
}

/** MANAGE_GUILD ("Manage Server"): what `manage-digests` means on Discord. */
export const manageGuild = 1n << 5n;

const longestDescription = 100;
const mostChoices = 25;

/** What is registered with Discord: the commands a reader can type; hidden commands and options are left out. */
export const declareDiscord = (commands: Commands): readonly DeclaredCommand[] => [
  ...commands.filter((command) => !command.hidden).map(declareCommand),
  ...messageActions(commands).map(declareOnMessage),
];

const declareOnMessage = ({ label, action }: MessageAction): DeclaredCommand => ({
  type: 3,
  name: label,
  description: '',
  options: [],
  default_member_permissions: action.needs === 'manage-digests' ? String(manageGuild) : null,
  contexts: action.needs === 'manage-digests' ? [0] : [0, 1],
  integration_types: [0],
});

function declareCommand(command: Command): DeclaredCommand {
  const actions = command.action ? [command.action] : Object.values(command.subcommands ?? {});
  const isManaged = actions.length > 0 && actions.every((action) => action.needs === 'manage-digests');
  return {
    type: 1,
    name: command.name,
    description: describe(command.about),
    options: command.action ? declareOptions(command.action) : declareSubcommands(command),
    default_member_permissions: isManaged ? String(manageGuild) : null,
    contexts: isManaged ? [0] : [0, 1],
    integration_types: [0],
  };
}

const declareSubcommands = (command: Command): readonly DeclaredOption[] =>
  Object.entries(command.subcommands ?? {}).map(([name, action]) => ({
    type: 1,
    name,
    description: describe(action.about),
    options: declareOptions(action),
  }));

/** Discord wants the required options first. */
function declareOptions(action: AnyAction): readonly DeclaredOption[] {
  const shown = Object.entries(action.options).filter(([, spec]) => !spec.hidden);
  const required = shown.filter(([, spec]) => spec.required);
  const others = shown.filter(([, spec]) => !spec.required);
  return [...required, ...others].map(([name, spec]) => declareOption(name, spec));
}

function declareOption(name: string, spec: OptionSpec): DeclaredOption {
  return {
    type: optionType(spec.type),
    name,
    description: describe(spec.about),
    ...(spec.required ? { required: true } : {}),
    ...choicesOf(spec),
  };
}

/** Fixed choices and autocomplete exclude each other; more choices than Discord takes are offered while typing or not at all. */
function choicesOf(spec: OptionSpec): Pick<DeclaredOption, 'choices' | 'autocomplete'> {
  const choices = spec.type === 'text' ? (spec.choices ?? []) : [];
  if (choices.length > 0 && choices.length <= mostChoices) {
    return { choices: choices.map((value) => ({ name: value, value })) };
  }
  return spec.complete && spec.type !== 'boolean' ? { autocomplete: true } : {};
}

function optionType(type: OptionSpec['type']): 3 | 4 | 5 {
  switch (type) {
    case 'text':
      return 3;
    case 'integer':
      return 4;
    case 'boolean':
      return 5;
  }
}

const describe = (about: string): string => cut(cleanLine(about), longestDescription);
