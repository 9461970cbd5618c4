import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { linksIn } from '../../../src/ingest/review/bring-in.ts';
import { declareDiscord } from '../../../src/platforms/discord/declare.ts';
import { decode } from '../../../src/platforms/discord/decode.ts';
import type { Interaction } from '../../../src/platforms/discord/interaction.ts';
import { commandsFor, sameCommands } from '../../../src/platforms/discord/same-commands.ts';
import { messageActions } from '../../../src/platforms/message-actions.ts';
import { shortcutInvocation } from '../../../src/platforms/slack/listen-shortcuts.ts';
import { slackManifest } from '../../../src/platforms/slack/manifest.ts';

const added = (article: string) => ({
  command: 'article',
  subcommand: 'add',
  options: { article, message: 'yes' },
});

describe('“Add to the desk”', () => {
  const chosen = (name: string, message: object): Interaction => ({
    id: '1',
    application_id: '2',
    type: 2,
    token: 't',
    guild_id: '3',
    channel_id: '4',
    member: { user: { id: '5', username: 'reader' }, permissions: '0' },
    data: { name, type: 3, target_id: '9', resolved: { messages: { '9': message } } },
  });

  test('is in the menu of Discord’s messages, without options or description', () => {
    const declared = declareDiscord(commands).filter(({ type }) => type === 3);
    expect(declared.map(({ name, description }) => [name, description])).toEqual([['Add to the desk', '']]);
    const sent = commandsFor(declareDiscord(commands), 'global');
    expect(sent.at(-1)).not.toHaveProperty('options');
    expect(sameCommands(sent, declareDiscord(commands), 'global')).toBe(true);
  });
  test('takes what the message says, and what it shows of a link', () => {
    const message = { content: 'Look at this', embeds: [{ url: 'https://example.org/a' }, {}] };
    expect(decode(chosen('Add to the desk', message), commands)).toMatchObject({
      type: 'run',
      invocation: added('Look at this\nhttps://example.org/a'),
    });
  });
  test('of another version is said to be so', () => {
    expect(decode(chosen('Burn after reading', {}), commands)).toMatchObject({ type: 'stale' });
  });
  test('a slash command of that name is none', () => {
    const typed = { ...chosen('Add to the desk', {}), data: { name: 'Add to the desk', type: 1 } };
    expect(decode(typed, commands)).toMatchObject({ invocation: { command: 'Add to the desk' } });
  });
  test('is a shortcut of Slack’s messages', () => {
    const manifest = slackManifest(commands, { socketMode: true }) as { features: { shortcuts: unknown } };
    expect(manifest.features.shortcuts).toEqual([
      {
        name: 'Add to the desk',
        type: 'message',
        callback_id: 'article/add',
        description: 'Brings an article in, for this server or workspace alone',
      },
    ]);
    const message = {
      type: 'message' as const,
      ts: '1.2',
      text: 'See <https://example.org/a|this>',
      attachments: [{ from_url: 'https://example.org/b' }, null, 4],
    };
    const actions = messageActions(commands);
    expect(shortcutInvocation(actions, { callback_id: 'article/add', message })).toEqual(
      added('See <https://example.org/a|this>\nhttps://example.org/b'),
    );
    expect(shortcutInvocation(actions, { callback_id: 'article/burn', message })).toBeUndefined();
  });
});

test.each([
  ['See <https://example.org/a|this> now', ['https://example.org/a']],
  ['(https://example.org/a).', ['https://example.org/a']],
  [
    'https://example.org/a?b=c&d=e and https://example.org/z',
    ['https://example.org/a?b=c&d=e', 'https://example.org/z'],
  ],
  ['https://example.org/a, https://example.org/a', ['https://example.org/a']],
  ['No link here, and words alone.', []],
  ['ftp://example.org/a', []],
])('of the message %j the desk takes %j', (message, links) => {
  expect(linksIn(message)).toEqual(links);
});
