import { describe, expect, it } from 'vitest';
import { commands as shipped } from '../../../../commands/index.ts';
import { type Commands, defineAction, defineCommand, defineGroup } from '../../../../src/command.ts';
import { notice } from '../../../../src/document/build.ts';
import { declareDiscord } from '../../../../src/platforms/discord/declare.ts';
import { commandsFor, sameCommands } from '../../../../src/platforms/discord/same-commands.ts';
import { checkCommands } from '../../../support/discord/rules.ts';

const run = async () => notice('done');

const commands: Commands = [
  defineCommand({
    name: 'timeline',
    about: `What happened, ${'long '.repeat(40)}`,
    examples: [],
    options: {
      from: { type: 'integer', about: 'Where to begin', hidden: true },
      kind: { type: 'text', about: 'Kind', choices: ['summit', 'visit'] },
      of: { type: 'text', about: 'Whose', required: true, complete: async () => [] },
      all: { type: 'boolean', about: 'All of it' },
    },
    run,
  }),
  defineGroup({
    name: 'digest',
    about: 'Digests',
    examples: [],
    subcommands: {
      list: defineAction({ about: 'List', options: {}, run }),
      add: defineAction({ about: 'Add', options: {}, needs: 'manage-digests', run }),
    },
  }),
  defineCommand({ name: 'purge', about: 'Purge', examples: [], options: {}, needs: 'manage-digests', run }),
  defineCommand({ name: 'press', about: 'A button only', examples: [], hidden: true, options: {}, run }),
];

describe('declareDiscord', () => {
  const declared = declareDiscord(commands);
  const find = (name: string) => declared.find((command) => command.name === name);

  it('is what Discord takes', () => {
    expect(checkCommands(declared)).toEqual([]);
    expect(checkCommands(commandsFor(declared, 'guild'))).toEqual([]);
  });

  it('is what Discord takes for the commands that ship', () => {
    expect(checkCommands(declareDiscord(shipped))).toEqual([]);
  });

  it('puts required options first and leaves hidden ones out', () => {
    expect(find('timeline')?.options).toEqual([
      { type: 3, name: 'of', description: 'Whose', required: true, autocomplete: true },
      {
        type: 3,
        name: 'kind',
        description: 'Kind',
        choices: [
          { name: 'summit', value: 'summit' },
          { name: 'visit', value: 'visit' },
        ],
      },
      { type: 5, name: 'all', description: 'All of it' },
    ]);
    expect(find('timeline')?.description).toHaveLength(100);
  });

  it('registers no command that only buttons invoke', () => {
    expect(find('press')).toBeUndefined();
  });

  it('hides a command from those who cannot use any of it, and only then', () => {
    expect(find('purge')?.default_member_permissions).toBe('32');
    expect(find('purge')?.contexts).toEqual([0]);
    expect(find('digest')?.default_member_permissions).toBeNull();
    expect(find('digest')?.contexts).toEqual([0, 1]);
  });
});

describe('sameCommands', () => {
  const wanted = declareDiscord(commands);
  /** What Discord answers: more fields, another order, defaults spelt out. */
  const registered = wanted
    .map((command, index) => ({
      ...command,
      id: `${index}`,
      application_id: '1',
      version: '2',
      nsfw: false,
      dm_permission: true,
      name_localizations: null,
      options: command.options.map((option) => ({ ...option, required: option.required ?? false })),
    }))
    .toReversed();

  it('knows what is registered already', () => {
    expect(sameCommands(registered, wanted, 'global')).toBe(true);
    const guild = registered.map(({ contexts: _, ...command }) => ({ ...command, contexts: null }));
    expect(sameCommands(guild, wanted, 'guild')).toBe(true);
  });

  it.each([
    ['a command is missing', registered.slice(1)],
    ['a description differs', registered.map((command) => ({ ...command, description: 'other' }))],
    [
      'an option is missing',
      registered.map((command) => ({ ...command, options: command.options.slice(1) })),
    ],
    ['permissions differ', registered.map((command) => ({ ...command, default_member_permissions: '8' }))],
    ['contexts differ', registered.map((command) => ({ ...command, contexts: [0, 1, 2] }))],
    ['the answer is nonsense', { message: 'no' }],
  ])('sees that %s', (_, other) => {
    expect(sameCommands(other, wanted, 'global')).toBe(false);
  });
});

describe('the checks themselves', () => {
  it.each([
    ['a name in capitals', [{ type: 1, name: 'Ask', description: 'x', default_member_permissions: null }]],
    ['a name with a space', [{ type: 1, name: 'a b', description: 'x', default_member_permissions: null }]],
    ['no description', [{ type: 1, name: 'ask', description: '', default_member_permissions: null }]],
    [
      'an unknown property',
      [{ type: 1, name: 'ask', description: 'x', colour: 1, default_member_permissions: null }],
    ],
    [
      'a required option after an optional one',
      [
        {
          type: 1,
          name: 'ask',
          description: 'x',
          default_member_permissions: null,
          options: [
            { type: 3, name: 'a', description: 'x' },
            { type: 3, name: 'b', description: 'x', required: true },
          ],
        },
      ],
    ],
  ])('refuse %s', (_, body) => {
    expect(checkCommands(body)).not.toEqual([]);
  });
});
