import type { AnyAction, Commands } from '../command.ts';
import type { Invocation } from '../invocation.ts';

/** An action that platforms offer on any message. */
export interface MessageAction {
  /** What a reader sees in the menu of a message. */
  readonly label: string;
  /** The command and subcommand: `article/add`. */
  readonly id: string;
  readonly about: string;
  readonly action: AnyAction;
  /** @param text what the message says, with its links */
  readonly invocation: (text: string) => Invocation;
}

/** The actions that are offered on messages, in the order of the commands. */
export const messageActions = (commands: Commands): readonly MessageAction[] =>
  commands
    .filter((command) => !command.hidden)
    .flatMap(({ name, action, subcommands = {} }) => [
      ...(action === undefined ? [] : offered(name, undefined, action)),
      ...Object.entries(subcommands).flatMap(([subcommand, each]) => offered(name, subcommand, each)),
    ]);

function offered(
  command: string,
  subcommand: string | undefined,
  action: AnyAction,
): readonly MessageAction[] {
  const { onMessage } = action;
  if (onMessage === undefined) return [];
  const base = { command, ...(subcommand === undefined ? {} : { subcommand }) };
  return [
    {
      label: onMessage.label,
      id: [command, subcommand].filter((part) => part !== undefined).join('/'),
      about: action.about,
      action,
      invocation: (text) => ({ ...base, options: { ...onMessage.also, [onMessage.option]: text } }),
    },
  ];
}
