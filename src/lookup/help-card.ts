import type { Action, AnyAction, Command, Commands } from '../command.ts';
import { readLine } from '../command-line.ts';
import { paragraph, quiet, text } from '../document/build.ts';
import type { Action as Button, Document, ListItem } from '../document/model.ts';
import { buttons } from './buttons.ts';
import { listSection } from './sections.ts';

/** Every command in one line, with an example of the first ones as buttons. */
export function helpOverview(commands: Commands): Document {
  const shown = commands.filter((command) => !command.hidden);
  return {
    kind: 'notice',
    title: 'Dateline',
    blocks: [
      paragraph('A current-affairs desk that shows its evidence. Type one of these:'),
      {
        type: 'list',
        items: shown.map((command) => ({
          spans: [text(`/${command.name}`, 'code'), text(` ${command.about}`)],
        })),
      },
      quiet('More on one of them: /help and its name.'),
      ...buttons(...shown.flatMap((command) => examplesOf(command).slice(0, 1))),
    ],
    sources: [],
    private: true,
  };
}

/** One command: what it does, its options, its examples as buttons. */
export function helpOn(command: Command): Document {
  const actions: readonly (readonly [string, AnyAction])[] = command.action
    ? [[command.name, command.action]]
    : Object.entries(command.subcommands ?? {}).map(([name, action]) => [`${command.name} ${name}`, action]);
  const examples = command.examples.map((example) => ({ spans: [text(`/${example}`, 'code')] }));
  return {
    kind: 'notice',
    title: `/${command.name}`,
    blocks: [
      paragraph(`${command.about}.`),
      ...actions.flatMap(([name, action]) =>
        listSection(command.action ? 'Options' : `/${name}: ${action.about}`, optionItems(action.options)),
      ),
      ...listSection('Examples', examples),
      ...buttons(...examplesOf(command)),
    ],
    sources: [],
    private: true,
  };
}

function optionItems(options: Action['options']): readonly ListItem[] {
  const shown = Object.entries(options).filter(([, spec]) => !spec.hidden);
  if (shown.length === 0) return [{ spans: [text('It takes no options.')] }];
  return shown.map(([name, spec]) => {
    const needed = spec.required ? ' (needed)' : '';
    const choices = spec.choices === undefined ? '' : `: ${spec.choices.join(', ')}`;
    return { spans: [text(name, 'code'), text(` ${spec.about}${choices}${needed}`)] };
  });
}

/** The examples of a command as buttons. */
const examplesOf = (command: Command): readonly Button[] =>
  command.examples.map((example) => ({
    label: `/${example}`,
    invocation: readLine(command, example.slice(command.name.length).trim()),
  }));
