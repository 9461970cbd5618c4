import type { DeclaredCommand } from './declare.ts';

/** Where commands are registered: for every server, or for one, where contexts have no meaning. */
export type CommandScope = 'global' | 'guild';

/** What to send for a scope. */
export const commandsFor = (commands: readonly DeclaredCommand[], scope: CommandScope): readonly object[] =>
  commands.map(withoutEmpty).map((command) => {
    if (scope === 'global') return command;
    const { contexts: _, integration_types: __, ...kept } = command;
    return kept;
  });

/** What stands in the menu of a message has no options, and Discord wants none named. */
const withoutEmpty = ({ options, ...command }: DeclaredCommand): Partial<DeclaredCommand> =>
  command.type === 3 ? command : { ...command, options };

/**
 * Whether what Discord says is registered is what we want, so that nothing is registered again when nothing has
 * changed (200 creations a day for each server). Order of commands, ids, versions and defaults spelt out do not count.
 * @param registered the answer of GET …/commands
 */
export function sameCommands(
  registered: unknown,
  wanted: readonly DeclaredCommand[],
  scope: CommandScope,
): boolean {
  if (!Array.isArray(registered) || registered.length !== wanted.length) return false;
  return keyOf(registered, scope) === keyOf(wanted, scope);
}

const keyOf = (commands: readonly unknown[], scope: CommandScope): string =>
  JSON.stringify(commands.map((command) => JSON.stringify(plainCommand(command, scope))).sort());

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function plainCommand(command: unknown, scope: CommandScope): unknown {
  const fields = fieldsOf(command);
  const places = [listOf(fields.contexts).toSorted(), listOf(fields.integration_types).toSorted()];
  return [
    fields.name,
    fields.type ?? 1,
    fields.description ?? '',
    fields.default_member_permissions ?? null,
    scope === 'global' ? places : [],
    listOf(fields.options).map(plainOption),
  ];
}

function plainOption(option: unknown): unknown {
  const fields = fieldsOf(option);
  const choices = listOf(fields.choices).map(fieldsOf);
  return [
    fields.name,
    fields.type,
    fields.description ?? '',
    fields.required ?? false,
    fields.autocomplete ?? false,
    choices.map((choice) => [choice.name, choice.value]),
    listOf(fields.options).map(plainOption),
  ];
}
