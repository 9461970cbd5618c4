import type { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { emptyProves } from '../../../../src/platforms/discord/empty-proves.ts';

// When an empty list of messages means that a digest has not arrived. A wrong yes posts it twice; a wrong no loses it.

const place = { platform: 'discord', workspace: '10', channel: '20' };
const read = String((1n << 10n) | (1n << 16n));
const viewOnly = String(1n << 10n);
const failure = (status: number, code?: number) => Object.assign(new Error('no'), { status, code });

interface Server {
  readonly channel?: object | Error;
  readonly shown?: readonly object[];
  readonly guild?: object | Error;
  readonly member?: object | Error;
}

/** Discord's answers to the four questions that are asked. */
function proves({ channel, shown = [], guild, member }: Server): Promise<boolean> {
  const answers: Readonly<Record<string, unknown>> = {
    '/channels/20': channel ?? { guild_id: '10', last_message_id: '900', permission_overwrites: [] },
    '/channels/20/messages': shown,
    '/guilds/10': guild ?? { roles: [{ id: '10', permissions: viewOnly }] },
    '/guilds/10/members/7': member ?? { roles: [] },
  };
  const get = async (route: string): Promise<unknown> => {
    const answer = answers[route] ?? failure(404, 0);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return emptyProves({ get } as unknown as REST, place, '7', '500');
}

describe('an empty list proves that there is nothing', () => {
  it.each<[string, Server]>([
    ['where the newest message is older', { channel: { last_message_id: '499' } }],
    ['where the channel never had a message', { channel: { last_message_id: null } }],
    ['where some message is shown', { shown: [{ id: '400' }] }],
    ['where the roles let the bot read', { guild: { roles: [{ id: '10', permissions: read }] } }],
    [
      'where the channel lets the bot read, whatever workspace an operator wrote',
      {
        channel: {
          guild_id: '10',
          last_message_id: '900',
          permission_overwrites: [{ id: '7', allow: read, deny: '0' }],
        },
      },
    ],
    [
      'on a server that tells neither its newest message nor its rules',
      { channel: { id: '20' }, guild: failure(404), member: failure(404) },
    ],
  ])('%s', async (_, server) => {
    expect(await proves(server)).toBe(true);
  });

  it.each<[string, Server]>([
    ['where the roles do not let the bot read', {}],
    [
      'where the channel takes it away',
      {
        channel: { last_message_id: '900', permission_overwrites: [{ id: '10', allow: '0', deny: read }] },
        guild: { roles: [{ id: '10', permissions: read }] },
      },
    ],
    ['where Discord does not tell the roles', { guild: failure(403, 50001) }],
    ['where the roles say no and the newest message is not told', { channel: { id: '20' } }],
  ])('but not %s', async (_, server) => {
    expect(await proves(server)).toBe(false);
  });

  it.each<[string, Server]>([
    ['a 503 to the server’s roles', { guild: failure(503) }],
    ['a 429 to our own roles', { member: failure(429) }],
    ['a lost answer about the channel', { channel: new Error('reset') }],
  ])('and %s is trouble, after which it is asked again, and no refusal', async (_, server) => {
    await expect(proves(server)).rejects.toThrow();
  });
});
