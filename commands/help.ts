import { type Command, type Commands, defineCommand } from '../src/command.ts';
import { ReaderError } from '../src/errors.ts';
import { helpOn, helpOverview } from '../src/lookup/help-card.ts';
import { shorten } from '../src/options.ts';

/** `/help` over a list of commands that it is itself part of; hence the function. */
export function createHelp(commands: () => Commands): Command {
  const shown = (): Commands => commands().filter((command) => !command.hidden);
  return defineCommand({
    name: 'help',
    about: 'What you can type, and how',
    examples: ['help', 'help timeline'],
    private: true,
    options: {
      command: {
        type: 'text',
        about: 'one command, such as timeline',
        rest: true,
        complete: async (typed) =>
          shown()
            .filter(({ name }) => name.startsWith(bare(typed)))
            .map(({ name }) => ({ name, value: name })),
      },
    },
    run: async ({ command }) => {
      if (command === undefined) return helpOverview(shown());
      const found = shown().find(({ name }) => name === bare(command));
      if (found !== undefined) return helpOn(found);
      const names = shown()
        .map(({ name }) => `/${name}`)
        .join(', ');
      throw new ReaderError(`There is no command “${shorten(command)}”; there are ${names}.`);
    },
  });
}

const bare = (typed: string): string => typed.trim().replace(/^\//, '').toLowerCase();
