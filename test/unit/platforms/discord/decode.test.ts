import { describe, expect, it } from 'vitest';
import { renderChoices } from '../../../../src/platforms/discord/choices.ts';
import { decode, originOf } from '../../../../src/platforms/discord/decode.ts';
import type { Interaction } from '../../../../src/platforms/discord/interaction.ts';

const user = { id: '7', username: 'priya', global_name: 'Priya' };
const inServer: Interaction = {
  id: '1',
  application_id: '2',
  type: 2,
  token: 'secret',
  guild_id: '3',
  channel_id: '4',
  member: { user, nick: null, permissions: '0' },
};
const { guild_id: _, member: __, ...anywhere } = inServer;
const inPrivate: Interaction = { ...anywhere, user };

describe('commands', () => {
  it('become invocations with raw text', () => {
    const options = [
      { name: 'of', type: 3, value: 'SCO\u200b' },
      { name: 'size', type: 4, value: 5 },
      { name: 'all', type: 5, value: true },
    ];
    expect(decode({ ...inServer, data: { name: 'timeline', options } })).toEqual({
      type: 'run',
      invocation: { command: 'timeline', options: { of: 'SCO', size: '5', all: 'true' } },
      origin: originOf(inServer),
    });
  });

  it('name their subcommand', () => {
    const options = [{ name: 'pause', type: 1, options: [{ name: 'id', type: 3, value: 'd-1' }] }];
    expect(decode({ ...inServer, data: { name: 'digest', options } })).toMatchObject({
      invocation: { command: 'digest', subcommand: 'pause', options: { id: 'd-1' } },
    });
  });
});

describe('buttons', () => {
  const press = (custom_id: string) =>
    decode({ ...inServer, type: 3, data: { custom_id, component_type: 2 } });

  it('are the invocation they hold', () => {
    expect(press('onthisday?date=06-15&from=3')).toMatchObject({
      type: 'run',
      invocation: { command: 'onthisday', options: { date: '06-15', from: '3' } },
    });
  });

  it.each(['', 'Not ours', '{"v":1}', '💥'])('of somebody else are answered politely: %s', (id) => {
    expect(press(id)).toMatchObject({ type: 'stale', document: { private: true } });
  });
});

describe('typing', () => {
  it('asks for choices for the option in focus, inside of a subcommand too', () => {
    const options = [
      { name: 'pause', type: 1, options: [{ name: 'id', type: 3, value: 'd', focused: true }] },
    ];
    expect(decode({ ...inServer, type: 4, data: { name: 'digest', options } })).toMatchObject({
      type: 'complete',
      focused: 'id',
      numeric: false,
      invocation: { subcommand: 'pause', options: { id: 'd' } },
    });
  });

  it.each([1, 6, 99])('is not what interactions of type %i are', (type) => {
    expect(decode({ ...inServer, type })).toBeUndefined();
  });
});

describe('where it came from', () => {
  it('is the server, or the reader’s own direct messages', () => {
    expect(originOf(inServer)).toMatchObject({ platform: 'discord', workspace: '3', channel: '4' });
    expect(originOf(inServer).reader).toEqual({ id: '7', name: 'Priya' });
    expect(originOf(inServer).zone).toBeUndefined();
    expect(originOf(inPrivate).workspace).toBe('dm-7');
  });

  const may = (permissions: string) =>
    originOf({ ...inServer, member: { user, permissions } }).permissions.has('manage-digests');

  it.each([
    ['Manage Server', String(1n << 5n), true],
    ['Administrator', String(1n << 3n), true],
    ['everything', '1099511627775', true],
    ['Send Messages', String(1n << 11n), false],
    ['nothing', '0', false],
    ['nonsense', '-1', false],
    ['nonsense', '0x20', false],
  ])('lets %s (%s) manage digests: %s', (_name, bits, expected) => {
    expect(may(bits)).toBe(expected);
  });

  it('lets nobody manage digests in direct messages, whatever the payload claims', () => {
    const member = { user, permissions: '1099511627775' };
    expect(originOf({ ...inPrivate, member }).permissions.size).toBe(0);
  });
});

describe('choices', () => {
  it('are cut where they are shown and never where they mean something', () => {
    const choices = renderChoices(
      [
        { name: `${'👩‍👩‍👧‍👦'.repeat(20)}`, value: 'family' },
        { name: 'too long', value: 'x'.repeat(101) },
        { name: ' \u200b ', value: 'invisible' },
        { name: 'Same', value: 'a' },
        { name: 'Same', value: 'b' },
      ],
      false,
    );
    expect(choices.map((choice) => choice.value)).toEqual(['family', 'a']);
    expect(choices[0]?.name.length).toBeLessThanOrEqual(100);
    expect(choices[0]?.name).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  });

  it('are 25 at most, and numbers where numbers are wanted', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `n${index}`, value: `${index}` }));
    expect(renderChoices(many, true)).toHaveLength(25);
    expect(renderChoices([...many.slice(0, 1), { name: 'word', value: 'word' }], true)).toEqual([
      { name: 'n0', value: 0 },
    ]);
  });
});
